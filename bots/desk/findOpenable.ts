import { mayTouch } from '../../src/tickets/deskStep.ts'
import type { Ticket } from '../../src/tickets/ticket.ts'
import type { DeskParts } from './deskParts.ts'
import type { TicketPress } from './listenToAction.ts'
import { mention, problemText } from './problemText.ts'
import { type Reaction, tell } from './reaction.ts'

/** Finds the ticket a person wants to open, or what to tell one who may not. */
export async function findOpenable(
  press: TicketPress,
  { hospital, tickets }: Pick<DeskParts, 'hospital' | 'tickets'>,
): Promise<{ readonly ok: true; readonly ticket: Ticket } | { readonly ok: false; readonly reaction: Reaction }> {
  const ticket = await tickets.findTicket(press.number)
  if (!ticket) return { ok: false, reaction: tell(problemText('not_found', undefined, mention)) }
  const mayOpen = mayTouch(hospital, { by: press.by, fromChannel: press.channel }, ticket)
  if (!mayOpen) return { ok: false, reaction: tell(problemText('not_allowed', ticket, mention)) }
  if (ticket.destroyedAt) return { ok: false, reaction: tell(problemText('destroyed', ticket, mention)) }
  return { ok: true, ticket }
}
