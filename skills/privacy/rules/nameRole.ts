import { STAFF_TITLE } from '../names/titles.ts'
import type { NameRole } from '../personalData.ts'
import type { Candidate } from './rule.ts'

const STAFF_AFTER = new RegExp(`^\\s?(?:${STAFF_TITLE})`)
const STAFF_BEFORE = new RegExp(`(?:${STAFF_TITLE})(?:님|분)?\\s?(?:이름[이은]?|성함[이은]?|인|:|\\()?\\s?$`)
const STAFF_ENGLISH =
  /(?:Dr|Doctor|Prof|Professor|Nurse|Therapist|Surgeon|Receptionist|Technician|Physician)s?\.?\s(?:named |called )?$/i
const OTHER =
  /(?:옆|앞|뒤|맞은편|건너편|같은|다른|타|딴|어떤|먼저\s온|뒤에\s온|그쪽)\s?(?:쪽\s?)?(?:자리|침대|병상|베드|환자|환우|보호자|방|병실|호실|호|분|아이|아기|할머니|할아버지|아저씨|아주머니|집|사람|산모|엄마)|옆에\s?(?:계신|있던|누운|입원)|another patient|other patient|next bed|bed next|roommate|other famil|neighbou?r/i
const OWN = /(?:저는|제가|나는|제\s|저희|우리|내\s|my\s|\bI\b|I'm)[^.!?\n]{0,8}$/i

/** Whose name it is, from the title beside it and the words before it. */
export function roleOf({ before, after }: Candidate): NameRole | undefined {
  if (STAFF_AFTER.test(after) || STAFF_BEFORE.test(before) || STAFF_ENGLISH.test(before)) return 'staff'
  return OTHER.test(before.slice(-24)) && !OWN.test(before) ? 'other_patient' : undefined
}
