/** A style sheet as text, as the bundler hands it over. */
declare module '*.css' {
  const css: string
  export default css
}
