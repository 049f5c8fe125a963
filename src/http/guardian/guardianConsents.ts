import { timingSafeEqual } from 'node:crypto'

import type { OneTimeCodes } from '../../codes/oneTimeCodes.ts'
import type { ConsentReceipt } from '../../consent/consent.ts'
import { guardianTokenHash } from '../../guardian/guardianLink.ts'
import type { GuardianAnswers, GuardianContact, GuardianRequest } from '../../guardian/guardianRequest.ts'
import type { GuardianStore } from '../../guardian/ports.ts'
import type { Language } from '../../tickets/ticket.ts'
import type { GuardianMessages } from './guardianMessages.ts'

const PURPOSE = 'guardian'

/** How long a right code keeps the form open. */
const PROOF_TTL_MS = 30 * 60_000

export type GuardianConsentsDependencies = {
  readonly guardians: GuardianStore
  readonly codes: OneTimeCodes
  readonly messages: GuardianMessages
  readonly hash: (purpose: string, value: string) => string
  readonly now: () => Date
  /** Proof of each answer, the guardian's statement among them. */
  readonly makeReceipts: (
    request: GuardianRequest,
    answers: GuardianAnswers,
    language: Language,
  ) => readonly ConsentReceipt[]
  /** Tells the child's conversation that there is an answer. Must not throw. */
  readonly onAnswered: (request: GuardianRequest) => Promise<void>
}

/** What a guardian can do with their link. */
export type GuardianConsents = ReturnType<typeof createGuardianConsents>

/** A guardian's way: link, code as proof of holding the contact, answers, all by what the guardian holds alone. */
export function createGuardianConsents(deps: GuardianConsentsDependencies) {
  const { guardians, codes, messages, hash, now, makeReceipts, onAnswered } = deps
  const seal = ({ id }: GuardianRequest, expiresAt: string, shown: string): string =>
    hash('guardian_proof', `${id}:${expiresAt}:${shown}`)

  return {
    /** The request behind a link; undefined for a link that is forged, replaced or past its time. */
    find: (token: string): Promise<GuardianRequest | undefined> =>
      guardians.findByToken(guardianTokenHash(hash, token), now()),

    /** What kind of contact the code goes to; undefined once it was destroyed. */
    async contactKind(request: GuardianRequest): Promise<GuardianContact['kind'] | undefined> {
      return (await guardians.findDetails(request.id, now()))?.contact.kind
    },

    /** Sends a new code to the guardian's contact. @throws when it could not be handed over */
    async sendCode(request: GuardianRequest, language: Language): Promise<void> {
      const details = await guardians.findDetails(request.id, now())
      if (!details) return
      await messages.sendCode(details.contact, language, await codes.issue(PURPOSE, request.id))
    },

    /**
     * Takes the code.
     * @param shown the versions of the notices that are now put to the guardian
     * @returns a proof the form carries, good for half an hour and these notices; undefined when the code is not right
     */
    async prove(request: GuardianRequest, code: string, shown: string): Promise<string | undefined> {
      if (!(await codes.tryCode(PURPOSE, request.id, code))) return undefined
      const expiresAt = String(now().getTime() + PROOF_TTL_MS)
      return `${expiresAt}.${seal(request, expiresAt, shown)}`
    },

    /** Tells whether whoever sends the form typed the right code not long ago, and was shown these notices. */
    isProved(request: GuardianRequest, proof: string, shown: string): boolean {
      const [expiresAt = '', given = ''] = proof.split('.')
      return (
        /^\d{13}$/.test(expiresAt) &&
        Number(expiresAt) > now().getTime() &&
        isSame(given, seal(request, expiresAt, shown))
      )
    },

    /** Writes the answer down, once, and tells the child's conversation. @returns false when there was one before */
    async answer(request: GuardianRequest, answers: GuardianAnswers, language: Language): Promise<boolean> {
      const provedBy = (await guardians.findDetails(request.id, now()))?.contact.kind
      if (provedBy === undefined) return false
      const receipts = makeReceipts(request, answers, language)
      const isFirst = await guardians.answer({ requestId: request.id, answers, provedBy, receipts, at: now() })
      if (isFirst) await onAnswered(request)
      return isFirst
    },
  }
}

function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)]
  return one.length === other.length && timingSafeEqual(one, other)
}
