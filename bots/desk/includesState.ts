import type { TicketState } from '../../src/tickets/ticket.ts'

/** Tells whether a state is one of those a step may be taken from. */
export function includesState(states: readonly TicketState[], state: TicketState): boolean {
  return states.includes(state)
}
