import type { DeskParts } from '../deskParts.ts'
import { deskReaction } from '../deskReaction.ts'
import type { ActionStep } from '../listenToAction.ts'
import { toDeskRequest } from '../toDeskRequest.ts'

/** Takes the ticket. Of all who press at once one gets it; the others are told who. */
export function ticketClaim({ desk }: Pick<DeskParts, 'desk'>): ActionStep {
  return async (press) => deskReaction(await desk.claim(toDeskRequest(press)))
}
