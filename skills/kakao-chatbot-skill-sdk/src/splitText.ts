const graphemes = new Intl.Segmenter('ko', { granularity: 'grapheme' })
const sentences = new Intl.Segmenter('ko', { granularity: 'sentence' })

/** The start of a text, at most `maxChars` UTF-16 units, without breaking an emoji or a combined character. */
const startOf = (text: string, maxChars: number): string => {
  if (text.length <= maxChars) return text
  // Far enough to see whether a character spans the cut, and no further: texts may be huge.
  const boundary = graphemes.segment(text.slice(0, maxChars + 64)).containing(maxChars)?.index ?? maxChars
  return text.slice(0, boundary > 0 ? boundary : maxChars)
}

/** A text of at most `maxChars` UTF-16 units, ending in '…' where something was cut. */
export const cutText = (text: string, maxChars: number): string =>
  text.length <= maxChars ? text : `${startOf(text, maxChars - 1).trimEnd()}…`

/** As many whole sentences as fit; a first sentence that is too long is broken at a space, or anywhere. */
const takePart = (text: string, maxChars: number): string => {
  if (text.length <= maxChars) return text
  // Two characters more than fit show whether the last sentence ends there.
  const window = text.slice(0, maxChars + 2)
  const ends = [...sentences.segment(window)]
    .filter(({ index, segment }) => index + segment.length < window.length)
    .filter(({ index, segment }) => index + segment.trimEnd().length <= maxChars)
  const last = ends.at(-1)
  if (last) return text.slice(0, last.index + last.segment.length)
  const start = startOf(text, maxChars)
  const space = start.lastIndexOf(' ')
  return space > 0 ? start.slice(0, space) : start
}

/** A text in parts. `rest` is what did not fit into them, empty when all did. */
export interface TextParts {
  readonly parts: readonly string[]
  readonly rest: string
}

/** How long a part may be (UTF-16 units) and how many there may be. */
export interface SplitLimits {
  readonly maxChars: number
  readonly maxParts: number
}

/** Splits a text at the ends of sentences, so that each part reads by itself. */
export const splitText = (text: string, { maxChars, maxParts }: SplitLimits): TextParts => {
  const parts: string[] = []
  let rest = text.trim()
  while (rest !== '' && parts.length < maxParts) {
    const part = takePart(rest, maxChars)
    parts.push(part.trimEnd())
    rest = rest.slice(part.length).trimStart()
  }
  return { parts, rest }
}
