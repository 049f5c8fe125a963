import { CONSENT_PURPOSES, type ConsentPurpose } from '../../src/consent/consent.ts'
import { findTicketNumber } from '../../src/tickets/ticketNumber.ts'
import { findSecret } from '../filing.ts'
import type { Offer, QuestionSpec } from '../question.ts'
import { normalise, readLabel, readYesNo } from '../reading.ts'
import { holdingsOf } from '../rights/holdings.ts'
import { describeOrder } from '../rights/order.ts'
import { say, type Turn } from '../turn.ts'

/** What can be done with the data held; a secret opens what was filed without a name. */
export type RightsChoice = (typeof CHOICES)[number] | { readonly secret: string }

const CHOICES = ['copy', 'correct', 'erase', 'withdraw', 'other', 'stop'] as const
/** An order is confirmed on the day it was given; after that a conversation may no longer count as in use. */
const ORDER_HOLDS_MS = 20 * 60 * 60_000
/** How many numbers are offered to tap; any other can be typed. */
export const TICKETS_OFFERED = 5

/** What to do with what is held. */
export const rightsMenu: QuestionSpec<RightsChoice> = {
  id: 'rights.menu',
  ask: (turn) => ({ text: say(turn)('rights.ask'), offers: menuOffers(turn) }),
  read(turn, choice) {
    const value = choice ?? readLabel(turn.reply.text, menuOffers(turn)) ?? readTyped(turn.reply.text)
    const chosen = CHOICES.find((known) => known === value)
    if (chosen) return { ok: true, value: chosen }
    const secret = findSecret(turn.reply.heard)
    return secret ? { ok: true, value: { secret } } : { ok: false, problem: 'rights.retry' }
  },
}

/** Where nothing is held in the conversation: the secret of something filed without a name, or nothing. */
export const rightsSecret: QuestionSpec<RightsChoice> = {
  id: 'rights.secret',
  ask: (turn) => ({ text: say(turn)('rights.nothing'), offers: [stopOffer(turn)] }),
  read(turn, choice) {
    if (choice === 'stop' || readLabel(turn.reply.text, [stopOffer(turn)])) return { ok: true, value: 'stop' }
    const secret = findSecret(turn.reply.heard)
    return secret ? { ok: true, value: { secret } } : { ok: false, problem: 'rights.secretRetry' }
  },
}

/** Which ticket is to be deleted: its number, `all`, or `stop`. */
export const rightsTicket: QuestionSpec<string> = {
  id: 'rights.ticket',
  ask: (turn) => ({ text: say(turn)('rights.which'), offers: ticketOffers(turn) }),
  read: (turn, choice) => readTicket(turn, choice, ticketOffers(turn)),
}

/** Which consent is to be taken back. */
export const rightsConsent: QuestionSpec<ConsentPurpose | 'stop'> = {
  id: 'rights.consent',
  ask: (turn) => ({ text: say(turn)('rights.whichConsent'), offers: consentOffers(turn) }),
  read(turn, choice) {
    const value = choice ?? readLabel(turn.reply.text, consentOffers(turn))
    if (value === 'stop') return { ok: true, value }
    const purpose = givenConsents(turn).find((known) => known === value)
    return purpose ? { ok: true, value: purpose } : { ok: false, problem: 'rights.chooseRetry' }
  },
}

/** Says what will happen and asks for a yes. Binding, and never answered by a yes meant for something else. */
export const withdrawConfirm: QuestionSpec<boolean> = {
  id: 'withdraw.confirm',
  isBinding: true,
  ask(turn) {
    const { order } = turn.draft
    const t = say(turn)
    const effect = order ? describeOrder(turn, order) : ''
    return { text: `${effect}\n${t('rights.sure')}`.trim(), offers: confirmOffers(turn) }
  },
  read(turn, choice) {
    const value = choice ?? readLabel(turn.reply.text, confirmOffers(turn))
    const answer = value === undefined ? readYesNo(turn.reply.text) : value === 'yes'
    if (answer === undefined) return { ok: false, problem: 'rights.sureRetry' }
    const askedMs = turn.session.prompt?.askedAt ?? 0
    const isTooOld = turn.ports.now().getTime() - askedMs > ORDER_HOLDS_MS
    return answer && isTooOld ? { ok: false, problem: 'rights.tooOld' } : { ok: true, value: answer }
  },
}

/** The consents that were given and can be taken back. */
export function givenConsents({ session }: Turn): readonly ConsentPurpose[] {
  return CONSENT_PURPOSES.filter((purpose) => session.consents[purpose] === true)
}

/** Reads which of the person's own tickets is meant: a choice, or a number as printed. */
export function readTicket(turn: Turn, choice: string | undefined, offers: readonly Offer[]) {
  const value = choice ?? readLabel(turn.reply.text, offers) ?? findTicketNumber(turn.reply.heard)
  const isKnown = offers.some((offer) => offer.value === value) || isOwn(turn, value)
  return value !== undefined && isKnown
    ? ({ ok: true, value } as const)
    : ({ ok: false, problem: 'rights.whichRetry' } as const)
}

function isOwn(turn: Turn, number: string | undefined): boolean {
  return holdingsOf(turn).tickets.some(({ ticket }) => ticket.number === number)
}

function menuOffers(turn: Turn): readonly Offer[] {
  const t = say(turn)
  return CHOICES.map((value) => ({ value, label: t(`rights.${value}`) }))
}

function ticketOffers(turn: Turn): readonly Offer[] {
  const numbers = holdingsOf(turn).tickets.map(({ ticket }) => ticket.number)
  return [
    ...numbers.slice(0, TICKETS_OFFERED).map((number) => ({ value: number, label: number })),
    { value: 'all', label: say(turn)('rights.all') },
    stopOffer(turn),
  ]
}

function consentOffers(turn: Turn): readonly Offer[] {
  const t = say(turn)
  return [...givenConsents(turn).map((value) => ({ value, label: t(`rights.consentLabel.${value}`) })), stopOffer(turn)]
}

function confirmOffers(turn: Turn): readonly Offer[] {
  const t = say(turn)
  return [
    { value: 'yes', label: t('rights.yes') },
    { value: 'no', label: t('rights.no') },
  ]
}

/** Leaves everything as it is. */
export function stopOffer(turn: Turn): Offer {
  return { value: 'stop', label: say(turn)('rights.stop') }
}

// "사본 보여 주세요", "지워 주세요", "동의를 철회할게요", "delete everything".
function readTyped(text: string): string | undefined {
  const said = normalise(text)
  if (/사본|열람|copy|showme/.test(said)) return 'copy'
  if (/철회|거두|거둘|withdraw|takeback/.test(said)) return 'withdraw'
  if (/정정|고쳐|고치|수정|바꿔|바꾸|correct|change/.test(said)) return 'correct'
  if (/삭제|지워|지우|파기|delete|erase|remove/.test(said)) return 'erase'
  return readYesNo(text) === false ? 'stop' : undefined
}
