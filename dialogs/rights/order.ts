import {
  planErasure,
  planErasureOfAll,
  planWithdrawal,
  type RightsPlan,
  type TicketRef,
} from '../../src/consent/rights.ts'
import type { RightsOrder } from '../../src/consent/rightsOrder.ts'
import { say, type Turn } from '../turn.ts'
import { holdingsOf } from './holdings.ts'

/** What an order comes to, as things stand now. One without a name is looked up when it is carried out. */
export function planOf(turn: Turn, order: Exclude<RightsOrder, { kind: 'erase_nameless' }>): RightsPlan {
  const { hospital } = turn.ports
  const holdings = holdingsOf(turn)
  if (order.kind === 'withdraw') {
    const isSlackAbroad = hospital.slack.processing === 'overseas'
    return planWithdrawal(order.purpose, holdings, { publicBody: hospital.publicBody, isSlackAbroad })
  }
  if (order.kind === 'erase_all') return planErasureOfAll(holdings, hospital)
  const tickets = holdings.tickets.map(({ ticket }) => ticket).filter(({ number }) => number === order.number)
  return planErasure(tickets, hospital)
}

/** Says what an order does before anybody agrees to it. */
export function describeOrder(turn: Turn, order: RightsOrder): string {
  const t = say(turn)
  if (order.kind === 'erase_nameless') return t('rights.confirmErase', { numbers: t('rights.thisOne') })
  const plan = planOf(turn, order)
  return [
    ...(order.kind === 'withdraw' ? [t(WITHDRAWAL[order.purpose])] : []),
    ...(plan.destroy.length > 0 ? [t('rights.confirmErase', { numbers: someOf(plan.destroy.map(numberOf)) })] : []),
    ...(plan.conversation === 'goes' ? [t('rights.confirmEraseAll')] : []),
    ...describeKept(turn, plan),
  ].join('\n')
}

/** Numbers in a row, the first few of them by name. */
export function someOf(numbers: readonly string[]): string {
  const named = numbers.slice(0, NAMED_AT_MOST).join(', ')
  return numbers.length > NAMED_AT_MOST ? `${named} …(${numbers.length})` : named
}

const NAMED_AT_MOST = 3

const WITHDRAWAL = {
  collect: 'rights.confirmCollect',
  health: 'rights.confirmHealth',
  overseas: 'rights.confirmOverseas',
  contact: 'rights.confirmContact',
} as const

function describeKept(turn: Turn, { keep }: RightsPlan): readonly string[] {
  const [first] = keep
  if (!first) return []
  const t = say(turn)
  const why = t(`rights.because.${first.because}`)
  return [
    t('rights.confirmKeep', { numbers: someOf(keep.map(numberOf)), why, days: turn.ports.hospital.rightsWithinDays }),
  ]
}

const numberOf = ({ number }: TicketRef): string => number
