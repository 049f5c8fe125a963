import type { ConsentPurpose } from '../consent/consent.ts'
import type { Channel, Language } from '../tickets/ticket.ts'

/** How long a guardian's contact waits for an answer. */
export const GUARDIAN_WAITS_MS = 5 * 24 * 60 * 60_000

/** Where a guardian can be written to: digits of a mobile number, or an address. */
export type GuardianContact = { readonly kind: 'phone' | 'email'; readonly value: string }

/** All that a child under 14 may be asked for before the guardian agreed (개인정보 보호법 §22의2②); under a key of its own. */
export type GuardianDetails = {
  readonly v: 1
  /** Absent where the child did not give it. */
  readonly name?: string | undefined
  readonly contact: GuardianContact
}

/** The guardian's yes or no to each notice that was put to them; an absent purpose was not asked. */
export type GuardianAnswers = Readonly<Partial<Record<ConsentPurpose, boolean>>> & { readonly collect: boolean }

/**
 * One child's request for consent. `waiting` until the guardian answers on the page; `agreed` or `refused` after. A
 * refusal destroys the contact with its key; the bare row stays until the child was told.
 */
export type GuardianRequest = {
  readonly id: string
  readonly conversationId: string
  readonly channel: Channel
  readonly language: Language
  readonly state: 'waiting' | 'agreed' | 'refused'
  readonly answers: GuardianAnswers | undefined
  /** How the guardian proved to hold the contact (시행령 §17의2①): a code sent to it. */
  readonly provedBy: GuardianContact['kind'] | undefined
  readonly createdAt: Date
  /** When the contact goes if nobody answered. */
  readonly expiresAt: Date
  readonly answeredAt: Date | undefined
}

/** A request about to be written. */
export type NewGuardianRequest = Pick<
  GuardianRequest,
  'id' | 'conversationId' | 'channel' | 'language' | 'createdAt' | 'expiresAt'
> & {
  /** Keyed hash of the token in the guardian's link. */
  readonly tokenHash: string
  readonly details: GuardianDetails
}
