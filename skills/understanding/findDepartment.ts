import type { Category } from '../../src/tickets/vocabulary.ts'
import { COUNSELLING, DEFAULT_DEPARTMENT } from './departments.ts'
import type { StaffRole } from './rules/staffRoles.ts'

/** Trouble between patients that somebody on the ward must settle. */
const ON_THE_WARD = /병실|병동|병상|입원|옆\s?(?:침대|자리|환자)|\bward\b|roommate/i
const OTHER_PEOPLE = /옆|다른\s?환자|보호자|면회|코\s?골|시끄|떠들|통화|담배|싸우|other patients?|roommate|noisy|loud/i

/** The department a complaint concerns: that of the person for manners, of the ward for other patients' noise. */
export function findDepartment(category: Category | undefined, staff: StaffRole | undefined, text: string): string {
  if (category === undefined) return COUNSELLING
  if (category === 'staff_attitude') return staff?.department ?? COUNSELLING
  if (category === 'other' && ON_THE_WARD.test(text) && OTHER_PEOPLE.test(text)) return '간호부'
  return DEFAULT_DEPARTMENT[category]
}
