import type { FeatureCounts } from './countFeatures.ts'

/** Weights of known features by their place in the vocabulary; the length of what was said is 1. */
export type SparseVector = { readonly indices: Uint32Array; readonly values: Float64Array }

/** The features worth knowing, and how rare each is. */
export type Vocabulary = {
  /** In ascending order; a feature's place here is its index everywhere else. */
  readonly hashes: Uint32Array
  /** Inverse document frequency in steps of {@link RARITY_STEP}. */
  readonly rarities: Uint8Array
  readonly places: ReadonlyMap<number, number>
}

const RARITY_STEP = 1 / 24
/** A hint next to a text of length one. */
const HINT_WEIGHT = 0.25

/** @param seenAtLeast features in fewer texts than this are left out: they teach nothing about the next text */
export function learnVocabulary(texts: readonly FeatureCounts[], seenAtLeast: number): Vocabulary {
  const seen = new Map<number, number>()
  for (const { said, hints } of texts) {
    for (const feature of said.keys()) seen.set(feature, (seen.get(feature) ?? 0) + 1)
    for (const feature of hints) seen.set(feature, (seen.get(feature) ?? 0) + 1)
  }
  const kept = [...seen].filter(([, times]) => times >= seenAtLeast).toSorted(([a], [b]) => a - b)
  const rarities = kept.map(([, times]) => Math.min(255, Math.round(Math.log(texts.length / times + 1) / RARITY_STEP)))
  return openVocabulary(
    Uint32Array.from(kept, ([feature]) => feature),
    Uint8Array.from(rarities),
  )
}

/** The vocabulary as it is kept in the model file, ready to look up. */
export function openVocabulary(hashes: Uint32Array, rarities: Uint8Array): Vocabulary {
  const places = new Map<number, number>()
  hashes.forEach((feature, place) => places.set(feature, place))
  return { hashes, rarities, places }
}

/** The known features of a text. Once counts most: a word said ten times is not ten times as telling. */
export function toVector({ places, rarities }: Vocabulary, { said, hints }: FeatureCounts): SparseVector {
  const indices = new Uint32Array(said.size + hints.length)
  const values = new Float64Array(indices.length)
  let known = 0
  let squares = 0
  for (const [feature, times] of said) {
    const place = places.get(feature)
    if (place === undefined) continue
    const often = times === 1 ? 1 : 1 + Math.log(times)
    const value = often * (rarities[place] ?? 0) * RARITY_STEP
    indices[known] = place
    values[known] = value
    squares += value * value
    known += 1
  }
  const length = Math.sqrt(squares) || 1
  for (let at = 0; at < known; at += 1) values[at] = (values[at] ?? 0) / length
  for (const hint of hints) {
    const place = places.get(hint)
    if (place === undefined) continue
    indices[known] = place
    values[known] = HINT_WEIGHT
    known += 1
  }
  return { indices: indices.subarray(0, known), values: values.subarray(0, known) }
}
