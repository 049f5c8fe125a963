/** The text as rules read it: composed, half-width, without invisible characters, quotes straight; line breaks and case are kept, and so are single letters (ㅠㅠ, ㅈㅅ). */
export function readable(text: string): string {
  return text
    .replace(/[^ㄱ-ㆎ]+/g, (run) => run.normalize('NFKC'))
    .replace(/\p{Cf}/gu, '')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[^\S\n]+/g, ' ')
    .trim()
}
