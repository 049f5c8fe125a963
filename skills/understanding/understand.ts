import type { CrisisKind, TicketType } from '../../src/tickets/vocabulary.ts'
import { findCategory, type CategoryGuess } from './findCategory.ts'
import { findCrisis } from './findCrisis.ts'
import { findDepartment } from './findDepartment.ts'
import { findLanguage } from './findLanguage.ts'
import { findStaff } from './findStaff.ts'
import { findType } from './findType.ts'
import { findUrgency } from './findUrgency.ts'
import { findWhen } from './findWhen.ts'
import { findWhere } from './findWhere.ts'
import { findWho } from './findWho.ts'
import { findWish } from './findWish.ts'
import { holdsHealth } from './holdsHealth.ts'
import { readable } from './readable.ts'
import type { Understanding, UnderstandingContext } from './understanding.ts'

/**
 * Reads what one message says, by rules: no network, no state, the same answer for the same text and day. Days are
 * those of Seoul.
 */
export function understand(text: string, { now }: UnderstandingContext): Understanding {
  const said = readable(text)
  const crisis = findCrisis(said)
  const guess = findCategory(said)
  const type = crisis === undefined ? findType(said, guess.category !== undefined) : 'complaint'
  const staff = findStaff(said)
  const subject = subjectOf(type, crisis, staff !== undefined, guess)
  return {
    type,
    ...subject,
    department: findDepartment(subject.category, staff, said),
    urgency: crisis === undefined ? findUrgency(said, type, subject.category) : 'critical',
    crisis,
    when: findWhen(said, now),
    where: findWhere(said),
    wish: findWish(said),
    staffConcerned: staff?.staff,
    who: findWho(said),
    language: findLanguage(said),
    health: holdsHealth(said),
  }
}

/**
 * A complaint always has a category, `other` where nothing points anywhere; what files nothing has none. Violence and
 * harassment are filed under the staff's manner when staff are named, else under `other`.
 */
function subjectOf(
  type: TicketType,
  crisis: CrisisKind | undefined,
  staffNamed: boolean,
  guess: CategoryGuess,
): CategoryGuess {
  if (type === 'not_complaint') return { category: undefined, confidence: 1, abstained: false }
  if (crisis === 'violence_abuse' || crisis === 'sexual_harassment')
    return { category: staffNamed ? 'staff_attitude' : 'other', confidence: 0.7, abstained: false }
  if (type !== 'complaint' || guess.category !== undefined) return guess
  return { category: 'other', confidence: 0, abstained: true }
}
