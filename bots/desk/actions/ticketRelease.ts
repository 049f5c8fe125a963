import type { DeskParts } from '../deskParts.ts'
import { deskReaction } from '../deskReaction.ts'
import type { ActionStep } from '../listenToAction.ts'
import { toDeskRequest } from '../toDeskRequest.ts'

/** Gives the ticket back to the department. */
export function ticketRelease({ desk }: Pick<DeskParts, 'desk'>): ActionStep {
  return async (press) => deskReaction(await desk.release(toDeskRequest(press)))
}
