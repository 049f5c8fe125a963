/** What a person is asked to agree to, each on its own (개인정보 보호법 §22①). */
export const CONSENT_PURPOSES = ['collect', 'health', 'overseas', 'contact'] as const
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number]

/** What a receipt may prove: besides the consents, that somebody said they are the legal guardian (§22의2①). */
export const RECEIPT_PURPOSES = [...CONSENT_PURPOSES, 'guardian'] as const
export type ReceiptPurpose = (typeof RECEIPT_PURPOSES)[number]

/** Who answered: the person concerned, or a legal guardian. */
export type ConsentActor = 'self' | 'guardian'

/** Proof of one answer to one notice; kept with the case it supports. */
export type ConsentReceipt = {
  readonly id: string
  readonly purpose: ReceiptPurpose
  readonly granted: boolean
  readonly noticeVersion: string
  /** SHA-256, hex, of the notice with the hospital's details filled in; the version names its text. See `hashNotice`. */
  readonly noticeHash: string
  readonly language: 'ko' | 'en'
  readonly actor: ConsentActor
  readonly channel: string
  /** How the notice was shown: in short in the chat, or in full on a page, with the emphasis the law asks. */
  readonly shownAs: 'chat' | 'page'
  readonly answeredAt: Date
}

/** Tells whether a receipt may be tied to nobody: whoever refuses collection leaves nothing that names them. */
export function identifiesNobody({ purpose, granted }: Pick<ConsentReceipt, 'purpose' | 'granted'>): boolean {
  return purpose === 'collect' && !granted
}

/** The answers in hand; an absent purpose has not been asked. */
export type ConsentAnswers = Readonly<Partial<Record<ReceiptPurpose, boolean>>>
