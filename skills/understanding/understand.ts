import { type CrisisKind, type TicketType, URGENCIES, type Urgency } from '../../src/tickets/vocabulary.ts'
import { findSubjects } from './concepts/findConcepts.ts'
import { findCrisis } from './findCrisis.ts'
import { findDepartment } from './findDepartment.ts'
import { findLanguage } from './findLanguage.ts'
import { findStaff } from './findStaff.ts'
import { isAngry, isChatter } from './findType.ts'
import { leastUrgency } from './findUrgency.ts'
import { findWhen } from './findWhen.ts'
import { findWhere } from './findWhere.ts'
import { findWho } from './findWho.ts'
import { findWish } from './findWish.ts'
import { holdsHealth } from './holdsHealth.ts'
import { askLocalModel, type LocalGuess } from './model/localModel.ts'
import { readable } from './readable.ts'
import type { Understanding, UnderstandingContext } from './understanding.ts'

/**
 * Reads what one message says: no network, no state, the same answer for the same text and day. Danger is found by
 * rules, to which the local model can only add; the subject, the type and the urgency below critical are the model's.
 * Days are those of Seoul.
 */
export function understand(text: string, { now }: UnderstandingContext): Understanding {
  const said = readable(text)
  const guess = askLocalModel(text)
  const chatter = isChatter(said)
  const crisis = chatter ? undefined : crisisOf(said, guess)
  const type = chatter ? 'not_complaint' : typeOf(said, crisis, guess)
  const staff = findStaff(said)
  const subject = subjectOf(said, type, crisis, staff !== undefined, guess)
  return {
    type,
    ...subject,
    department: findDepartment(subject.category, staff, said),
    urgency: crisis === undefined ? urgencyOf(said, type, guess) : 'critical',
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

/** Less than this answers a question and tells no story; the model has little to go by. */
const STORY_MIN_CHARS = 8

/** The model is asked where the rules saw nothing at all: what they took back on purpose stays taken back. */
function crisisOf(said: string, guess: LocalGuess): CrisisKind | undefined {
  const { kind, suspected, takenBack } = findCrisis(said)
  const modelSees = takenBack || said.length < STORY_MIN_CHARS ? undefined : guess.danger
  return kind ?? (guess.mayBeDanger ? suspected : undefined) ?? modelSees
}

/** Where praise or a proposal and anger mix, it is a complaint: one overlooked costs more. */
function typeOf(said: string, crisis: CrisisKind | undefined, { type }: LocalGuess): TicketType {
  if (crisis !== undefined) return 'complaint'
  return (type.label === 'compliment' || type.label === 'suggestion') && isAngry(said) ? 'complaint' : type.label
}

/** Only complaints can be urgent: whatever words praise or a question holds, nobody waits for help. */
function urgencyOf(said: string, type: TicketType, guess: LocalGuess): Urgency {
  if (type !== 'complaint') return 'low'
  const least = leastUrgency(said)
  return URGENCIES.indexOf(least) < URGENCIES.indexOf(guess.urgency.label) ? least : guess.urgency.label
}

/**
 * A ticket always has a category, `other` where nothing points anywhere. Violence and harassment are filed under the staff's manner when staff are named, else
 * under `other`.
 */
function subjectOf(
  said: string,
  type: TicketType,
  crisis: CrisisKind | undefined,
  staffNamed: boolean,
  { category }: LocalGuess,
): Pick<Understanding, 'category' | 'confidence' | 'abstained'> {
  if (type === 'not_complaint') return { category: undefined, confidence: 1, abstained: false }
  if (crisis === 'violence_abuse' || crisis === 'sexual_harassment')
    return { category: staffNamed ? 'staff_attitude' : 'other', confidence: 0.7, abstained: false }
  if (findSubjects(said).length === 0) return { category: 'other', confidence: 0, abstained: true }
  const confidence = Math.round(category.probability * 100) / 100
  return { category: category.label, confidence, abstained: category.abstained }
}
