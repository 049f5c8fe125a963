import { readable } from '../readable.ts'

/** How often each feature occurs, by the feature's 32-bit hash. Hints are counted apart: they weigh the same in a text of any length. */
export type FeatureCounts = { readonly said: ReadonlyMap<number, number>; readonly hints: readonly number[] }

const SYLLABLE_GRAMS = [1, 2, 3]
const SOUND_GRAMS = [4, 6]
/** Whoever writes more than this has said by then what it is about. */
const READ_MAX_CHARS = 1_200

/**
 * What a text is made of, for linear models: runs of characters without regard to spaces, which people leave out; runs of
 * sounds (jamo), which survive endings and typing mistakes; and whole words, alone and in pairs.
 *
 * @param hints what rules found in it
 */
export function countFeatures(text: string, hints: readonly string[]): FeatureCounts {
  const said = readable(text.slice(0, READ_MAX_CHARS)).toLowerCase().replaceAll(/\d+/g, '0')
  const counts = new Map<number, number>()
  const count = (feature: number): void => {
    counts.set(feature, (counts.get(feature) ?? 0) + 1)
  }
  const words = said.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  countGrams('s', `^${words.join('')}$`, SYLLABLE_GRAMS, count)
  words.forEach((word, place) => {
    count(hash('w', word))
    countGrams('j', `^${word.normalize('NFD')}$`, SOUND_GRAMS, count)
    if (place > 0) count(hash('b', `${words[place - 1] ?? ''} ${word}`))
  })
  return { said: counts, hints: hints.map((hint) => hash('r', hint)) }
}

function countGrams(kind: string, text: string, lengths: readonly number[], count: (feature: number) => void): void {
  for (const length of lengths) {
    for (let start = 0; start + length <= text.length; start += 1) count(hash(kind, text, start, start + length))
  }
}

/** FNV-1a over UTF-16 units, the kind of feature first, mixed once more at the end. */
function hash(kind: string, text: string, start = 0, end = text.length): number {
  let state = Math.imul(0x811c9dc5 ^ kind.charCodeAt(0), 0x01000193)
  for (let at = start; at < end; at += 1) state = Math.imul(state ^ text.charCodeAt(at), 0x01000193)
  state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d)
  return (state ^ (state >>> 13)) >>> 0
}
