import { createHash } from 'node:crypto'

import type { ConsentPurpose, ConsentReceipt } from '../src/consent/consent.ts'
import { say, type Turn } from './turn.ts'

/** A notice as one person sees it. */
export type Notice = { readonly version: string; readonly title: string; readonly body: string }

/** The notice of a purpose in the person's language, with the hospital's details filled in. */
export function noticeFor(turn: Turn, purpose: ConsentPurpose): Notice {
  const t = say(turn)
  return {
    version: t(`notices.${purpose}.version`),
    title: t(`notices.${purpose}.title`),
    body: t(`notices.${purpose}.body`, processorValues(turn)),
  }
}

/** Proof of an answer: which text, in which language, by whom, when (the text itself by its hash). */
export function writeReceipt(turn: Turn, purpose: ConsentPurpose, granted: boolean): ConsentReceipt {
  const { version, title, body } = noticeFor(turn, purpose)
  return {
    id: turn.ports.newId(),
    purpose,
    granted,
    noticeVersion: version,
    noticeHash: createHash('sha256').update(`${title}\n${body}`).digest('hex'),
    language: turn.session.language,
    actor: turn.draft.age === 'guardian' ? 'guardian' : 'self',
    channel: turn.session.channel,
    shownAs: 'chat',
    answeredAt: turn.ports.now(),
  }
}

function processorValues(turn: Turn): Readonly<Record<string, string>> {
  const { slack } = turn.ports.hospital
  if (slack.processing === 'domestic') return {}
  const { name, contact, country, retention } = slack.processor
  const { language } = turn.session
  return { processor: name, processorContact: contact, country: country[language], retention: retention[language] }
}
