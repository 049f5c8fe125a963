import { CATEGORIES, type Category } from '../../src/tickets/vocabulary.ts'
import { CATEGORY_RULES } from './rules/categoryRules.ts'

/** A category with the weight of its words, heaviest first; categories without a hit are left out. */
export type Ranked = { readonly category: Category; readonly score: number }

/** Weighs the text's words for each category. Ties keep the order of the vocabulary. */
export function rankCategories(text: string): readonly Ranked[] {
  return CATEGORIES.map((category) => ({ category, score: scoreOf(category, text) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
}

function scoreOf(category: Category, text: string): number {
  return CATEGORY_RULES[category].reduce((sum, [weight, words]) => (words.test(text) ? sum + weight : sum), 0)
}
