import type { DeliveryState } from '../../../src/delivery/delivery.ts'
import type { DeliverySight } from '../../../src/tickets/ports.ts'
import type { Ticket } from '../../../src/tickets/ticket.ts'

/** What became of the answer; `lookup` when nobody can be written to and the filer looks it up. */
export type AnswerDelivery = 'sending' | 'sent' | 'waiting' | 'delivered' | 'failed' | 'lookup'

const SHOWN_AS: Readonly<Record<DeliveryState, AnswerDelivery>> = {
  pending: 'sending',
  unclear: 'sending',
  superseded: 'sending',
  waiting: 'waiting',
  sent: 'sent',
  delivered: 'delivered',
  parked: 'failed',
}

/** What staff are told about the latest answer of a ticket; undefined while it has none. */
export function findAnswerDelivery(
  ticket: Pick<Ticket, 'answeredAt' | 'conversationId'>,
  sights: readonly DeliverySight[],
): AnswerDelivery | undefined {
  if (ticket.answeredAt === undefined) return undefined
  if (ticket.conversationId === undefined) return 'lookup'
  const latest = sights
    .filter((sight) => sight.kind === 'patient_reply' && sight.state !== 'superseded')
    .toSorted((one, other) => other.at.getTime() - one.at.getTime())[0]
  return latest ? SHOWN_AS[latest.state] : 'sending'
}
