import { readFileSync } from 'node:fs'

import { nameFeatures, type NameCandidate } from './nameFeatures.ts'

const WEIGHTS_FILE = new URL('nameWeights.json', import.meta.url)
const weights: ReadonlyMap<string, number> = new Map(
  Object.entries(JSON.parse(readFileSync(WEIGHTS_FILE, 'utf8')) as Record<string, number>),
)

/** How far the evidence speaks for a full name, in log-odds: nought is even, two is seven to one. */
export function weighName(candidate: NameCandidate): number {
  return nameFeatures(candidate).reduce((sum, feature) => sum + (weights.get(feature) ?? 0), 0)
}
