/**
 * A pattern that matches any of the phrases in a raw template. A line break stands for `|`, so that long lists can be
 * read; spaces around a line do not count.
 */
export function anyOf(phrases: string, flags = 'i'): RegExp {
  const lines = phrases.split('\n').map((line) => line.trim())
  return new RegExp(lines.filter((line) => line !== '').join('|'), flags)
}
