/** What a message may be; `not_complaint` makes no ticket (greetings, tests, noise). */
export const TICKET_TYPES = ['complaint', 'compliment', 'suggestion', 'inquiry', 'not_complaint'] as const

/** The subjects a ticket is filed under; each has one department concerned. */
export const CATEGORIES = [
  'waiting',
  'reservation',
  'billing',
  'parking_guidance',
  'records_documents',
  'medical_care',
  'explanation',
  'nursing',
  'pharmacy',
  'examination',
  'facility',
  'meal',
  'medical_accident',
  'privacy',
  'staff_attitude',
  'other',
] as const

/** How soon a person must act, most urgent first. */
export const URGENCIES = ['critical', 'high', 'normal', 'low'] as const

/** Dangers that are answered with a help number before anything else. */
export const CRISIS_KINDS = ['medical_emergency', 'self_harm', 'violence_abuse', 'sexual_harassment'] as const

export type TicketType = (typeof TICKET_TYPES)[number]
export type Category = (typeof CATEGORIES)[number]
export type Urgency = (typeof URGENCIES)[number]
export type CrisisKind = (typeof CRISIS_KINDS)[number]
