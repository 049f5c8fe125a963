import type { Ticket, TicketState } from './ticket.ts'

/** What staff can do to a ticket, and the states it may be done from. */
export const MAY_BE_DONE_FROM = {
  claim: ['received', 'reopened'],
  release: ['claimed', 'drafted'],
  draft: ['claimed', 'drafted'],
  answer: ['claimed', 'drafted'],
  note: ['received', 'claimed', 'drafted', 'answered', 'reopened'],
  resolve: ['claimed', 'drafted', 'answered'],
} as const satisfies Record<string, readonly TicketState[]>

/**
 * The states a ticket may be closed from. Whoever can be answered must have been: a ticket with a conversation
 * is closed only after its answer, unless it asked for a call, which is answered by phone.
 */
export function mayBeResolvedFrom(
  ticket: Pick<Ticket, 'conversationId' | 'type'>,
  isCallback: boolean,
): readonly TicketState[] {
  const awaitsAnswer = ticket.conversationId !== undefined && ticket.type !== 'compliment' && !isCallback
  return awaitsAnswer ? ['answered'] : MAY_BE_DONE_FROM.resolve
}
