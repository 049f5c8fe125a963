import { CONSENT_PURPOSES, type ConsentReceipt } from '../src/consent/consent.ts'
import type { GuardianAnswers, GuardianRequest } from '../src/guardian/guardianRequest.ts'
import type { Language } from '../src/tickets/ticket.ts'
import { makeReceipt } from './notice.ts'
import type { DialogPorts } from './turn.ts'

/** Proof of what a guardian answered on their page: each consent, and for a yes the statement that they are the guardian. */
export function guardianReceipts(
  ports: DialogPorts,
  given: { readonly request: GuardianRequest; readonly answers: GuardianAnswers; readonly language: Language },
): readonly ConsentReceipt[] {
  const { request, answers, language } = given
  const receipt = (purpose: ConsentReceipt['purpose'], granted: boolean): ConsentReceipt =>
    makeReceipt(ports, request.channel, { purpose, granted, language, actor: 'guardian', shownAs: 'page' })
  const consents = CONSENT_PURPOSES.flatMap((purpose) => {
    const granted = answers[purpose]
    return granted === undefined ? [] : [receipt(purpose, granted)]
  })
  return answers.collect ? [receipt('guardian', true), ...consents] : consents
}
