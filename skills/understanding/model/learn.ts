import { CATEGORIES, CRISIS_KINDS, TICKET_TYPES, URGENCIES } from '../../../src/tickets/vocabulary.ts'
import { findCrisis } from '../findCrisis.ts'
import { readable } from '../readable.ts'
import type { FeatureCounts } from './countFeatures.ts'
import type { LinearModel } from './linearModel.ts'
import type { Examples } from './readExamples.ts'
import { readText } from './readText.ts'
import { trainLinear } from './trainLinear.ts'
import { learnVocabulary, toVector, type Vocabulary } from './vocabulary.ts'

/** What each model tells apart. `danger` is a second opinion beside the rules. */
export const LABELS = {
  category: CATEGORIES,
  type: TICKET_TYPES,
  urgency: URGENCIES,
  danger: ['none', ...CRISIS_KINDS],
} as const

/** The name of a model. */
export type Task = keyof typeof LABELS

/** What the product has learned. */
export type LearnedModels = {
  readonly vocabulary: Vocabulary
} & { readonly [T in Task]: LinearModel<(typeof LABELS)[T][number]> }

/** A text taken apart, and what it is known to be; a task about which it teaches nothing is left out. */
export type Known = { readonly counts: FeatureCounts } & { readonly [T in Task]?: (typeof LABELS)[T][number] }

/** A feature in one or two texts teaches nothing about the next. */
const SEEN_AT_LEAST = 3

/** Takes the examples apart. */
export function readKnown(examples: Examples): readonly Known[] {
  return [
    ...examples.ordinary.map(({ text, type, category, urgency }) => ({
      counts: readText(text),
      type,
      urgency: urgency ?? 'low',
      ...(category === null ? {} : { category }),
      ...(isOutOfDanger(text, urgency) ? { danger: 'none' as const } : {}),
    })),
    ...examples.dangerous.map(({ text, crisis }) => ({ counts: readText(text), danger: crisis })),
    ...examples.harmless.map(({ text }) => ({ counts: readText(text), danger: 'none' as const })),
    ...examples.critical.map(({ text, urgency }) => ({ counts: readText(text), urgency })),
  ]
}

/** Complaints were not labelled for danger: what is urgent, or alarms the rules, is left out rather than guessed. */
function isOutOfDanger(text: string, urgency: string | null): boolean {
  return urgency !== 'critical' && findCrisis(readable(text)).suspected === undefined
}

/** Learns everything there is to learn, in the same way every time. */
export function learn(known: readonly Known[]): LearnedModels {
  const vocabulary = learnVocabulary(
    known.map(({ counts }) => counts),
    SEEN_AT_LEAST,
  )
  const read = known.map((one) => ({ ...one, features: toVector(vocabulary, one.counts) }))
  const train = <T extends Task>(task: T): LearnedModels[T] => {
    const labels: readonly (typeof LABELS)[T][number][] = LABELS[task]
    const lessons = read.flatMap((one) => {
      const label = one[task]
      return label === undefined ? [] : [{ features: one.features, label }]
    })
    return trainLinear(labels, lessons, vocabulary.hashes.length) as LearnedModels[T]
  }
  return {
    vocabulary,
    category: train('category'),
    type: train('type'),
    urgency: train('urgency'),
    danger: train('danger'),
  }
}
