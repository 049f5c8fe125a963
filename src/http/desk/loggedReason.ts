import { z } from 'zod'

import { maskPersonalData } from '../../../skills/privacy/mask.ts'
import { scrub } from '../../../skills/privacy/scrub.ts'

const MAX_NOTE_LENGTH = 100

/** A reason in words, where no choice fits. */
export const reasonNote = z
  .string()
  .max(MAX_NOTE_LENGTH)
  .refine((text) => text.trim() !== '', 'must not be empty')

/** A reason as it goes into the access log: which outlives the ticket and is read by others, so nobody is named in it. */
export function loggedReason(given: { readonly reason: string; readonly note?: string }): string {
  return given.note === undefined ? given.reason : `${given.reason}: ${maskNote(given.note)}`
}

/** What was written as a reason, with whoever it names masked. */
export function maskNote(note: string): string {
  return maskPersonalData(scrub(note.trim()).text)
}
