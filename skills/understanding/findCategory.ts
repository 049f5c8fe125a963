import type { Category } from '../../src/tickets/vocabulary.ts'
import { rankCategories } from './rankCategories.ts'

/** The best guess, undefined where no word points anywhere, and how far to trust it. */
export type CategoryGuess = {
  readonly category: Category | undefined
  readonly confidence: number
  readonly abstained: boolean
}

/** A single hint, or two subjects of about equal weight, are not enough to route by. */
const SURE_ENOUGH = 0.57

/** Finds what a text is about. Confidence grows with the weight of its words and with the distance to the next subject. */
export function findCategory(text: string): CategoryGuess {
  const [best, second] = rankCategories(text)
  if (best === undefined) return { category: undefined, confidence: 0, abstained: true }
  const lead = best.score / (best.score + (second?.score ?? 0) / 2)
  const weight = best.score / (best.score + 1)
  const confidence = Math.round(lead * weight * 100) / 100
  return { category: best.category, confidence, abstained: confidence < SURE_ENOUGH }
}
