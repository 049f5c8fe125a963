import type { Category, TicketType } from '../../src/tickets/vocabulary.ts'

/** The sentences of feeling a draft may open with. */
export const EMPATHIES = [
  'waiting',
  'manner',
  'cost',
  'explanation',
  'harm',
  'care',
  'facility',
  'privacy',
  'other',
  'thanks',
  'idea',
  'question',
] as const
export type Empathy = (typeof EMPATHIES)[number]

/** Which sentences a draft is made of. */
export type Phrases = {
  readonly empathy: Empathy
  readonly apologises: boolean
  readonly offersVisit: boolean
  readonly offersReview: boolean
}

const BY_CATEGORY: Readonly<Record<Category, Empathy>> = {
  waiting: 'waiting',
  reservation: 'other',
  billing: 'cost',
  parking_guidance: 'facility',
  records_documents: 'other',
  medical_care: 'care',
  explanation: 'explanation',
  nursing: 'care',
  pharmacy: 'care',
  examination: 'care',
  facility: 'facility',
  meal: 'facility',
  medical_accident: 'harm',
  privacy: 'privacy',
  staff_attitude: 'manner',
  other: 'other',
}
/** Discomfort that may be apologised for without saying anything about a fault. */
const DISCOMFORT: ReadonlySet<Category> = new Set([
  'waiting',
  'reservation',
  'parking_guidance',
  'facility',
  'meal',
  'staff_attitude',
])

/** The sentences that fit where nobody chose others. */
export function usualPhrases({ type, category }: { readonly type: TicketType; readonly category: Category }): Phrases {
  const none = { apologises: false, offersVisit: false, offersReview: false }
  if (type === 'compliment') return { ...none, empathy: 'thanks' }
  if (type === 'suggestion') return { ...none, empathy: 'idea' }
  if (type === 'inquiry') return { ...none, empathy: 'question' }
  return {
    empathy: BY_CATEGORY[category],
    apologises: DISCOMFORT.has(category),
    offersVisit: category === 'medical_accident' || category === 'staff_attitude',
    offersReview: true,
  }
}
