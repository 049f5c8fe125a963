/** Slack's limit for the text of one section block, in characters. */
const SECTION_LIMIT = 3000

/** Cuts a text into pieces of at most `limit` UTF-16 units, never through a surrogate pair; joined they are the text. */
export function splitText(text: string, limit: number = SECTION_LIMIT): readonly string[] {
  const pieces: string[] = []
  let piece = ''
  for (const character of text) {
    if (piece.length + character.length > limit) {
      pieces.push(piece)
      piece = ''
    }
    piece += character
  }
  return piece === '' ? pieces : [...pieces, piece]
}
