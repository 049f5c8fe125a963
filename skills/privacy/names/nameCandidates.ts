import { DOUBLE_FAMILY, FAMILY, RARE_FAMILY } from './families.ts'
import { isNativeGiven } from './givenNames.ts'
import type { NameCandidate } from './nameFeatures.ts'

/** A candidate with where its name stands in the text. */
export type PlacedCandidate = NameCandidate & { readonly start: number; readonly end: number }

const WORD = new RegExp(`(?<![가-힣A-Za-z])(?:(${DOUBLE_FAMILY})|${FAMILY}|[${RARE_FAMILY}])[가-힣]{1,9}`, 'g')
const NEARBY = 24

/** Every word of a text that begins with a family name, in each way in which its first syllables may be a full name. */
export function nameCandidates(text: string): readonly PlacedCandidate[] {
  return Array.from(text.matchAll(WORD)).flatMap(({ 0: word, 1: double, index }) => {
    const before = text.slice(Math.max(0, index - NEARBY), index)
    const after = text.slice(index + word.length, index + word.length + NEARBY)
    return splits(word, double).map(([family, given]) => {
      const end = index + family.length + given.length
      return { family, given, rest: word.slice(family.length + given.length), before, after, start: index, end }
    })
  })
}

function splits(word: string, double: string | undefined): readonly (readonly [string, string])[] {
  const family = word.charAt(0)
  const single = [2, 3]
    .filter((length) => word.length > length && (length === 2 || isNativeGiven(word.slice(1, 4))))
    .map((length) => [family, word.slice(1, 1 + length)] as const)
  if (double === undefined) return single
  const long = [2, 1].filter((length) => word.length >= 2 + length).map((n) => [double, word.slice(2, 2 + n)] as const)
  return [...long, ...single]
}
