import { findPersonalData } from './findPersonalData.ts'
import type { Finding, PersonalDataType } from './personalData.ts'
import { replaceFindings } from './replaceFindings.ts'
import type { Scrubbed } from './scrubbed.ts'

/** `spans` are offsets in the text before scrubbing; `removed` names each kind once, in reading order. */
export type ScrubResult = {
  readonly text: Scrubbed
  readonly removed: readonly PersonalDataType[]
  readonly spans: readonly Finding[]
}

/**
 * What is never kept, with or without consent: unique identifiers (Personal Information Protection Act, articles
 * 24 and 24-2), and card and account numbers, which no complaint needs.
 */
const NEVER_KEPT: ReadonlySet<PersonalDataType> = new Set([
  'rrn',
  'foreigner_no',
  'passport',
  'driver_license',
  'card',
  'account',
])

/** Removes, for good, the numbers that may not be kept. To be called before anything is written or logged. */
export function scrub(text: string): ScrubResult {
  const spans = findPersonalData(text).filter(({ type }) => NEVER_KEPT.has(type))
  return {
    text: replaceFindings(text, spans, 'removed') as Scrubbed,
    removed: [...new Set(spans.map(({ type }) => type))],
    spans,
  }
}
