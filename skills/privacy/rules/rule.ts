import type { NameRole, PersonalDataType } from '../personalData.ts'

/**
 * One way in which a kind of personal data is written. `pattern` runs on the plain copy with flags `dgu`; where it
 * has a group named `value`, only that group is the finding. `accept`, where given, has the last word.
 */
export type Rule = {
  readonly type: PersonalDataType
  readonly pattern: RegExp
  /** A quick test without which the pattern cannot match; spares most texts the slow one. */
  readonly needs?: RegExp
  readonly accept?: (candidate: Candidate) => boolean
  /** For names: whose it is, where the words around it tell. */
  readonly role?: (candidate: Candidate) => NameRole | undefined
}

/** What a pattern caught, with some twenty characters on each side to judge it by. */
export type Candidate = {
  readonly value: string
  readonly digits: string
  readonly before: string
  readonly after: string
}

/** Up to five characters that people put between groups of one number, letters and digits aside; also spoken dashes. */
export const GAP = String.raw`(?:[^\p{L}\p{N}]{0,5}|\s?(?:다시|대시|하이픈|에)\s?)`

/** Builds a rule's pattern from its parts. */
export function written(...parts: readonly string[]): RegExp {
  return new RegExp(parts.join(''), 'dgu')
}
