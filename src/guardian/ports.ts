import type { ConsentReceipt } from '../consent/consent.ts'
import type {
  GuardianAnswers,
  GuardianContact,
  GuardianDetails,
  GuardianRequest,
  NewGuardianRequest,
} from './guardianRequest.ts'

/** What a transaction can do to requests for a guardian's consent. */
export type GuardianTx = {
  /** Writes a request with a key of its own; an earlier one of the same conversation goes, with its contact and key. */
  insertGuardianRequest(request: NewGuardianRequest): Promise<void>
  /** Deletes a request, with its contact and key. */
  deleteGuardianRequest(id: string): Promise<void>
}

/** A guardian's answer, as it is written down. */
export type GuardianAnswer = {
  readonly requestId: string
  readonly answers: GuardianAnswers
  readonly provedBy: GuardianContact['kind']
  /** Tied to the conversation when the guardian agreed; a refusal's identify nobody. */
  readonly receipts: readonly ConsentReceipt[]
  readonly at: Date
}

/** Requests for a guardian's consent, outside a turn. */
export type GuardianStore = {
  /** The request behind a link; undefined when there is none, or its time is up. */
  findByToken(tokenHash: string, now: Date): Promise<GuardianRequest | undefined>
  /** A request by its id; undefined when there is none, or its time is up. */
  findById(requestId: string, now: Date): Promise<GuardianRequest | undefined>
  /** The request a conversation made; undefined when there is none, or its time is up. */
  findByConversation(conversationId: string, now: Date): Promise<GuardianRequest | undefined>
  /** Who the guardian is; undefined when the request is gone, was refused, or its time is up with no answer. */
  findDetails(requestId: string, now: Date): Promise<GuardianDetails | undefined>
  /** Writes the answer once, with its receipts. A refusal destroys the contact. @returns false when answered before, or gone */
  answer(answer: GuardianAnswer): Promise<boolean>
  /**
   * Deletes requests past their time, each with its contact and key. An agreed one stays for as long as the
   * conversation it belongs to.
   * @returns how many went
   */
  dropExpired(now: Date): Promise<number>
}
