const LETTERS_MIN = 8

/**
 * Tells whether a text is for the most part not Korean: staff may want it translated, and as no word list of ours reads what it
 * tells of health, it counts as telling of it. A few words tell nothing.
 */
export function isForeign(text: string): boolean {
  const words = text.replaceAll(/\[[^\]]*\]/g, '')
  const hangul = words.match(/[가-힣ㄱ-ㅎㅏ-ㅣ]/g)?.length ?? 0
  const all = words.match(/\p{L}/gu)?.length ?? 0
  // One character of Chinese says about as much as two letters.
  const weight = all + (words.match(/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/gu)?.length ?? 0)
  return weight >= LETTERS_MIN && hangul * 2 < all
}
