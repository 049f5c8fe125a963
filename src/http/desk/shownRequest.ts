import { type KeptBecause, keptBecause } from '../../consent/rights.ts'
import type { RightsRequest } from '../../consent/rightsRequest.ts'
import type { Hospital, StaffMember } from '../../hospital/hospital.ts'
import { isCarriedOut, targetsOf } from '../../tickets/rightsDesk.ts'
import { MAY_BE_DONE_FROM } from '../../tickets/states.ts'
import type { Ticket, TicketState } from '../../tickets/ticket.ts'

/** A request about somebody's own data as the page shows it. */
export type ShownRequest = {
  readonly right: RightsRequest['right']
  /** The tickets it would have destroyed that are still there, and why that was not done at once. */
  readonly targets: readonly (Pick<Ticket, 'number' | 'state'> & { readonly because: KeptBecause | undefined })[]
}

/** Builds it. @param ofConversation tickets of the request's conversation */
export function showRequest(asked: RightsRequest, ofConversation: readonly Ticket[], hospital: Hospital): ShownRequest {
  const targets = targetsOf(asked, ofConversation).map((ticket) => {
    const { number, state } = ticket
    return { number, state, because: keptBecause(ticket, hospital) }
  })
  return { right: asked.right, targets }
}

/** What the person looking may decide about a request; `request` is absent on one that was filed before requests said what they ask. */
export function mayDecide(
  { state, assignee }: Pick<Ticket, 'state' | 'assignee'>,
  person: StaffMember,
  request: ShownRequest | undefined,
): { readonly carryOut: boolean; readonly refuse: boolean } {
  const states: readonly TicketState[] = MAY_BE_DONE_FROM.answer
  const isTheirs = person.roles.includes('privacy_officer') && assignee === person.slackUserId && states.includes(state)
  const hasTargets = request !== undefined && request.targets.length > 0
  const isToldAlone = request === undefined || !isCarriedOut(request)
  return { carryOut: isTheirs && hasTargets, refuse: isTheirs && (hasTargets || isToldAlone) }
}
