/** Sentences in reading order, trimmed, without empty ones. Decimal points and dates do not end a sentence. */
export function splitSentences(text: string): readonly string[] {
  return text
    .split(/(?<=[.!?…。])\s+|(?<=[가-힣][.!?…~])|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
}
