import type { Sender, SendOutcome } from '../../delivery/delivery.ts'
import { guardianToken } from '../../guardian/guardianLink.ts'
import type { GuardianRequest } from '../../guardian/guardianRequest.ts'
import type { GuardianStore } from '../../guardian/ports.ts'
import { SmsError } from '../sms.ts'
import type { GuardianMessages } from './guardianMessages.ts'

const RETRY_MS = 30_000

/** Carries the link to the guardian's page: the delivery names the request, and the contact is read at the last moment. */
export function createGuardianLinkSender(deps: {
  readonly guardians: Pick<GuardianStore, 'findDetails' | 'findById'>
  readonly messages: GuardianMessages
  readonly hash: (purpose: string, value: string) => string
  readonly publicUrl: string
  readonly now: () => Date
  /** It will never be taken: the request goes, and the child's conversation is told. */
  readonly onRefused: (request: GuardianRequest) => Promise<void>
}): Sender {
  const { guardians, messages, hash, publicUrl, now, onRefused } = deps
  return {
    async send({ destination: requestId }): Promise<SendOutcome> {
      const request = await guardians.findById(requestId, now())
      const details = request?.state === 'waiting' ? await guardians.findDetails(requestId, now()) : undefined
      // Answered, replaced by a newer request, or past its time.
      if (!request || !details) return { kind: 'superseded' }
      const url = new URL(`/guardian/${guardianToken(hash, requestId)}`, publicUrl).href
      try {
        await messages.sendLink(details.contact, request.language, url)
        return { kind: 'sent' }
      } catch (error) {
        const outcome = outcomeOf(error)
        if (outcome.kind === 'rejected' && outcome.code !== 'sms_unclear') await onRefused(request)
        return outcome
      }
    },
    // Nobody can look into a mailbox or a phone. The link is the same at every try, so a second one does no harm.
    settle: async () => ({ kind: 'absent' }),
  }
}

// A refusal by the dealer may cost money at each try; a mail server's fault is most often over soon, an address's never.
function outcomeOf(error: unknown): SendOutcome {
  if (!(error instanceof SmsError)) {
    return isRefusedMail(error)
      ? { kind: 'rejected', code: 'mail_refused' }
      : { kind: 'retry', afterMs: RETRY_MS, code: 'mail_not_taken' }
  }
  if (error.code === 'sms_not_taken') return { kind: 'retry', afterMs: RETRY_MS, code: error.code }
  return { kind: 'rejected', code: error.code }
}

/** The server knows no such mailbox (RFC 5321, 5yz). */
function isRefusedMail(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  const { code, responseCode }: { readonly code?: unknown; readonly responseCode?: unknown } = error
  return code === 'EENVELOPE' && typeof responseCode === 'number' && responseCode >= 500
}
