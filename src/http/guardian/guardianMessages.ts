import { type MessageKey, translate } from '../../../locales/locales.ts'
import type { GuardianContact } from '../../guardian/guardianRequest.ts'
import type { Hospital } from '../../hospital/hospital.ts'
import type { Language } from '../../tickets/ticket.ts'
import type { SendMail } from '../mail.ts'
import type { SendSms } from '../sms.ts'

type MessageParts = {
  readonly hospital: Hospital
  /** Absent where there is no mail server. */
  readonly sendMail?: SendMail | undefined
  /** Absent where there is no account with a dealer. */
  readonly sendSms?: SendSms | undefined
}

/** What is sent to a guardian: a link or a code, and never a word of the child's. */
export type GuardianMessages = {
  /** The kinds of contact that can be written to. */
  readonly kinds: readonly GuardianContact['kind'][]
  /** @throws when the message was not, or may not have been, handed over */
  sendLink(contact: GuardianContact, language: Language, url: string): Promise<void>
  /** @throws when the message was not, or may not have been, handed over */
  sendCode(contact: GuardianContact, language: Language, code: string): Promise<void>
}

/** Builds the sender of messages to guardians. */
export function createGuardianMessages({ hospital, sendMail, sendSms }: MessageParts): GuardianMessages {
  async function send(
    contact: GuardianContact,
    language: Language,
    keys: { readonly subject: MessageKey; readonly text: MessageKey },
    values: Readonly<Record<string, string>>,
  ): Promise<void> {
    const filled = { hospital: hospital.name[language], ...values }
    const text = translate(language, keys.text, filled)
    if (contact.kind === 'phone') return need(sendSms)({ to: contact.value, text })
    return need(sendMail)({ to: contact.value, subject: translate(language, keys.subject, filled), text })
  }

  return {
    kinds: [...(sendSms ? (['phone'] as const) : []), ...(sendMail ? (['email'] as const) : [])],
    sendLink: (contact, language, url) =>
      send(contact, language, { subject: 'guardian.linkSubject', text: 'guardian.link' }, { url }),
    sendCode: (contact, language, code) =>
      send(contact, language, { subject: 'guardian.codeSubject', text: 'guardian.code' }, { code }),
  }
}

function need<T>(sender: T | undefined): T {
  if (sender !== undefined) return sender
  throw new Error('There is no sender for this kind of contact.')
}
