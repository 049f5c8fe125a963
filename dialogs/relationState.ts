import type { Category } from '../src/tickets/vocabulary.ts'
import type { Turn } from './turn.ts'

/** Subjects whose answer would tell of a patient's care. */
const ABOUT_CARE: ReadonlySet<Category> = new Set([
  'medical_care',
  'explanation',
  'nursing',
  'pharmacy',
  'examination',
  'records_documents',
  'medical_accident',
])

/** Tells whether it is known, or does not matter, who somebody is to the patient. */
export function knowsRelation({ draft }: Turn): boolean {
  if (draft.age !== 'guardian' || draft.relation !== undefined || draft.anonymous === true) return true
  return draft.health !== true && !ABOUT_CARE.has(draft.category ?? 'other')
}
