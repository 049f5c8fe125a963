import type { CrisisKind } from '../../../../src/tickets/vocabulary.ts'

/**
 * One kind of danger. It is looked for sentence by sentence, and rather found once too often: any of `words` alarms unless
 * `harmless` takes the very same words back as a figure of speech or another meaning, or `elsewhere` shows that the
 * sentence speaks of something else altogether.
 */
export type DangerRule = {
  readonly kind: CrisisKind
  readonly words: RegExp
  readonly harmless: RegExp
  readonly elsewhere?: RegExp
  /** Alarms only if the local model sees danger too: words that mean harm in one story and nothing in the next. */
  readonly needsSecond?: true
}
