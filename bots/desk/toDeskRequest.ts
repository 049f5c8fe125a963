import type { DeskRequest } from '../../src/tickets/deskStep.ts'
import type { TicketPress } from './listenToAction.ts'

/** A press as the desk takes it. */
export function toDeskRequest({ number, by, channel, eventKey }: TicketPress): DeskRequest {
  return { number, by, eventKey, fromChannel: channel }
}
