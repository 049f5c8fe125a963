import { findPersonalData } from './findPersonalData.ts'
import { isNeverKept, type Finding, type PersonalDataType } from './personalData.ts'
import { replaceFindings } from './replaceFindings.ts'
import type { Scrubbed } from './scrubbed.ts'

/** `spans` are offsets in the text before scrubbing; `removed` names each kind once, in reading order. */
export type ScrubResult = {
  readonly text: Scrubbed
  readonly removed: readonly PersonalDataType[]
  readonly spans: readonly Finding[]
}

/** Removes, for good, the numbers that may not be kept. To be called before anything is written or logged. */
export function scrub(text: string): ScrubResult {
  const spans = findPersonalData(text).filter(({ type }) => isNeverKept(type))
  return {
    text: replaceFindings(text, spans, 'removed') as Scrubbed,
    removed: [...new Set(spans.map(({ type }) => type))],
    spans,
  }
}
