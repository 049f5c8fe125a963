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

/** States nothing more is done in. */
export const OVER_STATES: readonly TicketState[] = ['closed', 'withdrawn', 'merged']

/** Tells whether a ticket in this state has come to its end. */
export function isOver(state: TicketState): boolean {
  return OVER_STATES.includes(state)
}

/** Tells whether a ticket is about the person's own data, so that it has ten days and is the privacy officer's. */
export function isRightsRequest({ type, category }: Pick<Ticket, 'type' | 'category'>): boolean {
  return type === 'inquiry' && category === 'privacy'
}

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
