import type { Category, CrisisKind, TicketType, Urgency } from '../../src/tickets/vocabulary.ts'

/** Day (Korean calendar day, `YYYY-MM-DD`), the words that said it, and `HH:MM` where a clock time was named. */
export type When = { readonly date: string; readonly text: string; readonly time?: string }

export type StaffConcerned = 'doctor' | 'nurse' | 'therapist' | 'reception' | 'guard' | 'cleaner' | 'other'

/** What a message needs besides its words. */
export type UnderstandingContext = { readonly now: Date }

/** What one message says. Whatever it does not say is undefined, and may be asked. */
export type Understanding = {
  readonly type: TicketType
  /** Undefined where the message names no subject and files nothing. */
  readonly category: Category | undefined
  /** Korean name of the department concerned. */
  readonly department: string
  readonly urgency: Urgency
  readonly crisis: CrisisKind | undefined
  readonly when: When | undefined
  /** The place, as said. */
  readonly where: string | undefined
  /** The sentence that says what the person wants, as said. */
  readonly wish: string | undefined
  readonly staffConcerned: StaffConcerned | undefined
  readonly who: 'self' | 'guardian' | undefined
  readonly language: 'ko' | 'en'
  /** Whether the text holds health information (Personal Information Protection Act, article 23). */
  readonly health: boolean
  /** How sure the category is, from 0 to 1. */
  readonly confidence: number
  /** Too unsure to route by: a coordinator should look. */
  readonly abstained: boolean
}
