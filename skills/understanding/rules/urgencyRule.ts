import { anyOf } from './anyOf.ts'

/** What makes a complaint urgent. Each names what a reader would see in it. */
export type UrgencyRule = {
  readonly says: string
  readonly words: RegExp
  /** Words that must stand in the text as well. */
  readonly with?: RegExp
  /** Words that take the rule back. */
  readonly unless?: RegExp
}

/** A patient is in the hospital as the text is written. */
export const INPATIENT_NOW = anyOf(String.raw`
  지금|현재|방금|입원\s?(?:중|해\s?있|해서\s?있|하고\s?있)|재원\s?중|누워\s?(?:있|계)|right now|currently
  still in (?:the )?hospital|is (?:an )?inpatient
`)
/** An error that somebody noticed before it could harm. */
export const CONTAINED = anyOf(String.raw`
  (?:먹기|맞기|투여하?기|넣기|복용하?기)\s?전에|바로\s?(?:바꿔|바꾸|교체|회수|돌려|삭제)|다행히|먹지는?\s?않|안\s?먹었|회수(?:했|됐)
  돌려\s?(?:줬|드렸|받)|before (?:taking|giving)|didn'?t take|noticed in time
`)
