import type { Category, CrisisKind, TicketType, Urgency } from '../../../src/tickets/vocabulary.ts'
import type { Calibration } from './calibrate.ts'
import { LABELS, type LearnedModels } from './learn.ts'
import { classify, type Guess, likeliest, scoresOf } from './linearModel.ts'
import { readModels } from './modelFile.ts'
import { readText } from './readText.ts'
import { type SparseVector, toVector } from './vocabulary.ts'

/** What the local model makes of a text. */
export type LocalGuess = {
  readonly category: Guess<Category> & { readonly abstained: boolean }
  readonly type: Guess<TicketType>
  readonly urgency: Guess<Urgency>
  /** A danger the rules may have missed; undefined where it sees none. */
  readonly danger: CrisisKind | undefined
  /** Whether danger cannot be ruled out. */
  readonly mayBeDanger: boolean
}

let opened: { readonly models: LearnedModels; readonly calibration: Calibration } | undefined

/** Asks the local model. Its file is read when it is asked for the first time (under a tenth of a second). */
export function askLocalModel(text: string): LocalGuess {
  opened ??= readModels()
  const { models, calibration } = opened
  const features = toVector(models.vocabulary, readText(text))
  const category = classify(models.category, features, calibration.temperatures.category)
  return {
    category: { ...category, abstained: category.probability < calibration.abstainBelow },
    type: classify(models.type, features, calibration.temperatures.type),
    urgency: classify(models.urgency, features, calibration.temperatures.urgency),
    ...findDanger(models.danger, features, calibration),
  }
}

function findDanger(
  model: LearnedModels['danger'],
  features: SparseVector,
  { alarmBelow, doubtBelow }: Calibration,
): Pick<LocalGuess, 'danger' | 'mayBeDanger'> {
  const [harmless = 0, ...kinds] = scoresOf(model, features)
  const [, ...labels] = LABELS.danger
  return {
    danger: harmless < alarmBelow ? likeliest(labels, kinds, 1).label : undefined,
    mayBeDanger: harmless < doubtBelow,
  }
}
