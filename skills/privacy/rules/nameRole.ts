import type { NameRole } from '../personalData.ts'
import type { Candidate } from './rule.ts'

/** What the hospital's people are called. */
export const STAFF_TITLE =
  '(?:수간호사|책임간호사|간호사|간호조무사|조무사|간호과장|간호부장|교수|과장|원장|부장|실장|팀장|센터장|선생|쌤|샘(?=[이은을께]|\\s|$)|의사(?!항|소통|표현|결정)|주치의|전문의|치료사|물리치료사|작업치료사|방사선사|임상병리사|영양사|약사|사회복지사|코디네이터|코디|기사|간병인|간병사|레지던트|전공의|인턴|주임|대리|계장|차장|직원|요원|여사)'
/** What people who are treated, and those with them, are called. */
export const PATIENT_TITLE =
  '(?:환자|환우|보호자|어머니|어머님|아버지|아버님|할머니|할아버지|어르신|산모|아기|학생|어린이|고객|군(?=[이은을의\\s])|양(?=[이은을의\\s]))'

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
