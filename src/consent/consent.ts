/** What a person is asked to agree to, each on its own (개인정보 보호법 §22①). */
export const CONSENT_PURPOSES = ['collect', 'health', 'overseas', 'contact'] as const
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number]

/** Who answered: the person concerned, or a legal guardian. */
type ConsentActor = 'self' | 'guardian'

/** Proof of one answer to one notice; kept with the case it supports. */
export type ConsentReceipt = {
  readonly id: string
  readonly purpose: ConsentPurpose
  readonly granted: boolean
  readonly noticeVersion: string
  /** SHA-256 of the notice text as shown, hex. */
  readonly noticeHash: string
  readonly language: 'ko' | 'en'
  readonly actor: ConsentActor
  readonly channel: string
  /** How the notice was shown. */
  readonly shownAs: 'chat'
  readonly answeredAt: Date
}

/** The answers in hand; an absent purpose has not been asked. */
export type ConsentAnswers = Readonly<Partial<Record<ConsentPurpose, boolean>>>
