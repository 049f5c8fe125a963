import type { TicketTx } from './ports.ts'
import { isOver } from './states.ts'
import { TICKET_STATES, type TicketState } from './ticket.ts'

/** A complaint that has its answer is not taken back by destroying it. */
const WORKED_ON: readonly TicketState[] = TICKET_STATES.filter((state) => !isOver(state) && state !== 'answered')

/** Takes a ticket back that is still being worked on, because its person wants it destroyed. One that is over stays as it is. */
export async function takeBack(
  tx: Pick<TicketTx, 'changeTicket' | 'appendHistory'>,
  ticketId: string,
  at: Date,
): Promise<void> {
  const expected = { states: WORKED_ON }
  const withdrawn = await tx.changeTicket({ id: ticketId, expected, set: { state: 'withdrawn' }, at })
  if (!withdrawn) return
  const line = { action: 'withdrawn', from: undefined, to: withdrawn.state, text: undefined } as const
  await tx.appendHistory(ticketId, { at, actor: { kind: 'patient' }, ...line })
}
