import type { ConsentActor, ConsentPurpose, ConsentReceipt, ReceiptPurpose } from '../src/consent/consent.ts'
import { fillNotice, hashNotice, type Notice } from '../src/consent/notice.ts'
import { noticeValuesOf } from '../src/consent/processorsAbroad.ts'
import type { Channel, Language } from '../src/tickets/ticket.ts'
import type { DialogPorts, Turn } from './turn.ts'

/** What notices are made of. */
export type NoticePorts = Pick<DialogPorts, 'hospital' | 'notices' | 'processorsAbroad' | 'now'>

/** The notice that holds now, with the hospital's details filled in. */
export function currentNotice<P extends ReceiptPurpose>(ports: NoticePorts, purpose: P, language: Language): Notice<P> {
  const { hospital, notices, processorsAbroad, now } = ports
  const values = noticeValuesOf(hospital, processorsAbroad, language)
  return fillNotice(notices.current(purpose, language, now()), { purpose, language, values })
}

/** Tells whether a receipt is for the very text, with the same recipients, that would be shown today. */
export function isAsShownNow(ports: NoticePorts, { purpose, language, noticeHash }: ConsentReceipt): boolean {
  return hashNotice(currentNotice(ports, purpose, language)) === noticeHash
}

/** The notice of a purpose in the person's language. */
export function noticeFor(turn: Turn, purpose: ConsentPurpose): Notice {
  return currentNotice(turn.ports, purpose, turn.session.language)
}

/** One answer, and how it was given. */
export type ConsentAnswer<P extends ReceiptPurpose = ConsentPurpose> = {
  readonly purpose: P
  readonly granted: boolean
  readonly language: Language
  readonly actor: ConsentActor
  readonly shownAs: ConsentReceipt['shownAs']
}

/** Proof of an answer: which text, in which language, by whom, when (the text itself by its version and hash). */
export function writeReceipt(turn: Turn, answer: ConsentAnswer): ConsentReceipt {
  return makeReceipt(turn.ports, turn.session.channel, answer)
}

/** As `writeReceipt`, for an answer that was not given in a turn. */
export function makeReceipt(
  ports: NoticePorts & Pick<DialogPorts, 'newId'>,
  channel: Channel,
  answer: ConsentAnswer<ReceiptPurpose>,
): ConsentReceipt {
  const notice = currentNotice(ports, answer.purpose, answer.language)
  return {
    ...answer,
    id: ports.newId(),
    noticeVersion: notice.version,
    noticeHash: hashNotice(notice),
    channel,
    answeredAt: ports.now(),
  }
}
