import type { z } from 'zod'

import type { CoveredWords, ModelRecipient } from '../../src/consent/coverModel.ts'

/** What a model is asked for; a label of the metrics. */
type ModelPurpose = 'triage' | 'summary' | 'translation' | 'draft'

/**
 * What came of a call. `resting`: not tried, for it failed again and again just now · `added`: it said what the words do not ·
 * `unreadable`: not in the shape asked for.
 */
export type ModelOutcome =
  | 'answered'
  | 'resting'
  | 'timeout'
  | 'busy'
  | 'refused'
  | 'server_error'
  | 'unreachable'
  | 'unreadable'
  | 'added'
  | 'failed'

/** Counts what came of a call. */
export type CountModelCall = (purpose: ModelPurpose, outcome: ModelOutcome) => void

/** One question to a model. */
export type ModelRequest<T> = {
  readonly purpose: ModelPurpose
  readonly instructions: string
  /** What it is to read. The type says that consent covers it for the region this model runs in. */
  readonly words: CoveredWords
  /** What it may answer: nothing outside this shape is looked at. */
  readonly shape: z.ZodType<T>
  /** Whole milliseconds. */
  readonly timeoutMs: number
  /** Checks an answer of the right shape against the words it was made from; absent: the caller checks part by part. */
  readonly isTrue?: (answer: T) => boolean
}

/** A language model that may be there, slow, wrong or hostile: whoever asks has an answer of their own. */
export type LanguageModel = {
  /** Where it runs, as a recipient of data. */
  readonly recipient: ModelRecipient
  /** Asks once. Never throws; undefined for whatever went wrong. */
  ask<T extends Record<string, unknown>>(request: ModelRequest<T>): Promise<T | undefined>
}
