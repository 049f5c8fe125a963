import type { DeskParts } from '../deskParts.ts'
import { deskReaction } from '../deskReaction.ts'
import type { ActionStep } from '../listenToAction.ts'
import { toDeskRequest } from '../toDeskRequest.ts'

/** Closes the ticket. */
export function ticketResolve({ desk }: Pick<DeskParts, 'desk'>): ActionStep {
  return async (press) => deskReaction(await desk.resolve(toDeskRequest(press)))
}
