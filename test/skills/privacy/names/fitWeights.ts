/** What was seen of one candidate, and whether it was a name. */
export type Example = { readonly features: readonly string[]; readonly isName: boolean }

const ROUNDS = 12
const STEP = 0.12
const SHRINK = 0.001
const LEAST_SEEN = 3
const LEAST_WEIGHT = 0.08
const PRIME = 7919

/** Logistic regression by plain descent, the examples always in the same scattered order. */
export function fitWeights(examples: readonly Example[]): Readonly<Record<string, number>> {
  const seen = new Map<string, number>()
  for (const { features } of examples) for (const key of features) seen.set(key, (seen.get(key) ?? 0) + 1)
  const weights = new Map<string, number>()
  const kept = examples.map(({ features, isName }) => ({
    isName,
    features: features.filter((key) => (seen.get(key) ?? 0) >= LEAST_SEEN),
  }))
  for (let round = 0; round < ROUNDS; round += 1) {
    const step = STEP / (1 + round / 3)
    for (let turn = 0; turn < kept.length; turn += 1) {
      const example = kept[(turn * PRIME + round) % kept.length]
      if (!example) continue
      const sum = example.features.reduce((total, key) => total + (weights.get(key) ?? 0), 0)
      const slope = (example.isName ? 1 : 0) - 1 / (1 + Math.exp(-sum))
      for (const key of example.features) {
        const weight = weights.get(key) ?? 0
        weights.set(key, weight + step * (slope - SHRINK * weight))
      }
    }
  }
  return Object.fromEntries(
    [...weights]
      .filter(([, weight]) => Math.abs(weight) >= LEAST_WEIGHT)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, weight]) => [key, Math.round(weight * 100) / 100]),
  )
}
