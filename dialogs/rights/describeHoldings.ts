import { maskName, maskPhone } from '../../skills/privacy/mask.ts'
import { CONSENT_PURPOSES } from '../../src/consent/consent.ts'
import type { HeldTicket } from '../../src/consent/rights.ts'
import { caseRule } from '../../src/retention/findDue.ts'
import { periodsOf } from '../../src/retention/periods.ts'
import { formatDay } from '../format.ts'
import { say, type Turn } from '../turn.ts'
import { holdingsOf } from './holdings.ts'

const SHOWN_AT_MOST = 3

/** What is held, in a few plain lines: consents and when, tickets and for how long, contact masked. */
export function describeHoldings(turn: Turn): string {
  const t = say(turn)
  const { tickets } = holdingsOf(turn)
  const more = tickets.length - SHOWN_AT_MOST
  return [
    t('rights.held'),
    ...consentLine(turn),
    ...tickets.slice(0, SHOWN_AT_MOST).map((held) => ticketLine(turn, held)),
    ...(more > 0 ? [t('rights.more', { count: more })] : []),
    ...contactLines(turn),
    t(tickets.length > 0 ? 'rights.words' : 'rights.wordsOnly'),
  ].join('\n')
}

function consentLine(turn: Turn): readonly string[] {
  const t = say(turn)
  const { language, consents } = turn.session
  const given = CONSENT_PURPOSES.filter((purpose) => consents[purpose] === true).map((purpose) => {
    const receipt = holdingsOf(turn).receipts.findLast((one) => one.purpose === purpose && one.granted)
    const name = t(`rights.purpose.${purpose}`)
    if (!receipt) return name
    return t('rights.consent', { purpose: name, day: formatDay(language, receipt.answeredAt, turn.ports.now()) })
  })
  return given.length > 0 ? [t('rights.consents', { list: given.join(', ') })] : []
}

function ticketLine(turn: Turn, { ticket }: HeldTicket): string {
  const t = say(turn)
  const period = periodsOf(turn.ports.hospital.retention)[caseRule(ticket)]
  const kept =
    'years' in period
      ? t('rights.period.years', { count: period.years })
      : t('rights.period.days', { count: 'days' in period ? period.days : 1 })
  return t('rights.ticket', { number: ticket.number, state: t(`status.state.${ticket.state}`), period: kept })
}

function contactLines(turn: Turn): readonly string[] {
  const t = say(turn)
  const { tickets } = holdingsOf(turn)
  const distinct = (values: readonly (string | undefined)[]): readonly string[] => [
    ...new Set(values.filter((value) => value !== undefined)),
  ]
  return [
    ...distinct(tickets.map(({ name }) => name)).map((name) => t('rights.name', { value: maskName(name) })),
    ...distinct(tickets.map(({ phone }) => phone)).map((phone) => t('rights.phone', { value: maskPhone(phone) })),
  ]
}
