import type { Scrubbed } from '../consent/scrubbed.ts'
import { departmentOrCoordinator, type Hospital, mayHandle, type StaffMember } from '../hospital/hospital.ts'
import { cardDelivery } from './deliveries.ts'
import type { TicketTx, Transact } from './ports.ts'
import type { Ticket, TicketAction } from './ticket.ts'

/** Why a step was not taken. `taken` and `not_yours` come with the one who holds the ticket. */
export type DeskProblem =
  | 'not_found'
  | 'not_allowed'
  | 'taken'
  | 'not_yours'
  | 'stale'
  | 'wrong_state'
  | 'not_answered'
  | 'repeated'
  | 'destroyed'
  /** Nothing is left of what was asked to be destroyed. */
  | 'nothing_left'
  /** Closing would end the conversation before its answer has arrived. */
  | 'not_delivered'

/** What came of a step: the ticket as it now is, or why nothing changed. */
export type DeskResult =
  | { readonly ok: true; readonly ticket: Ticket }
  | { readonly ok: false; readonly problem: DeskProblem; readonly ticket?: Ticket | undefined }

/** Who takes which step on which ticket. `eventKey` names the press: the same key acts once. */
export type DeskRequest = {
  readonly number: string
  readonly by: StaffMember
  readonly eventKey?: string | undefined
  /** Slack channel the press came from: whoever presses a card in its department's own channel belongs there. */
  readonly fromChannel?: string | undefined
  /** The revision the person was looking at; absent: whatever it is now. */
  readonly revision?: number | undefined
  /** Where the request came from; absent: from Slack, which tells no address. */
  readonly desk?: { readonly address: string | undefined } | undefined
}

export type DeskDependencies = {
  readonly hospital: Hospital
  readonly transact: Transact
  readonly now: () => Date
  readonly newId: () => string
}

/** A step that was taken, as its history, the access log and the card tell of it. */
type StepDone = {
  readonly before: Ticket
  readonly after: Ticket
  readonly action: TicketAction
  readonly text?: Scrubbed
  /** Why, for the access log: as `AuditEntry.reason`. */
  readonly reason?: string
}

/** What every step at the desk is made of. */
export type DeskSteps = ReturnType<typeof createDeskSteps>

/** Builds it. */
export function createDeskSteps({ hospital, transact, now, newId }: DeskDependencies) {
  /** Runs one step in a transaction of its own, if the person may touch the ticket and there is something left to do it to. */
  async function take(
    request: DeskRequest,
    work: (tx: TicketTx, ticket: Ticket) => Promise<DeskResult>,
  ): Promise<DeskResult> {
    const check = async (tx: TicketTx): Promise<DeskResult> => {
      const ticket = await tx.findTicket(request.number)
      if (!ticket) return { ok: false, problem: 'not_found' }
      if (!mayTouch(hospital, request, ticket)) return { ok: false, problem: 'not_allowed', ticket }
      if (ticket.destroyedAt) return { ok: false, problem: 'destroyed', ticket }
      if (request.eventKey !== undefined && !(await tx.rememberEvent(request.eventKey, now()))) {
        return { ok: false, problem: 'repeated', ticket }
      }
      return work(tx, ticket)
    }
    try {
      return await transact(async (tx) => orRollBack(await check(tx)))
    } catch (error) {
      if (error instanceof Refusal) return error.result
      throw error
    }
  }

  /** Says in history, access log and card what was done. */
  async function record(tx: TicketTx, request: DeskRequest, { before, after, action, text, reason }: StepDone) {
    await tx.appendHistory(after.id, {
      at: now(),
      actor: { kind: 'staff', slackUserId: request.by.slackUserId },
      action,
      from: before.state,
      to: after.state,
      text,
    })
    await tx.appendAudit({
      at: now(),
      who: request.by.slackUserId,
      surface: request.desk ? 'desk' : 'slack',
      address: request.desk?.address,
      ticketId: after.id,
      ticketNumber: after.number,
      action: 'changed',
      field: action,
      reason,
    })
    await tx.enqueue(cardDelivery(hospital, after, newId))
  }

  return { take, record }
}

/** Carries a refusal out of its transaction, so that nothing of it stays, the memory of the press included. */
class Refusal extends Error {
  readonly result: DeskResult

  constructor(result: DeskResult) {
    super('A step was refused.')
    this.result = result
  }
}

function orRollBack(result: DeskResult): DeskResult {
  if (result.ok) return result
  throw new Refusal(result)
}

/** Tells whether a member of staff may see and work on a ticket: by role, by department, by channel, or by holding it. */
export function mayTouch(
  hospital: Hospital,
  request: Pick<DeskRequest, 'by' | 'fromChannel'>,
  ticket: Pick<Ticket, 'assignee' | 'deskDepartment'>,
): boolean {
  if (ticket.assignee === request.by.slackUserId) return true
  if (mayHandle(hospital, request.by, ticket.deskDepartment)) return true
  return request.fromChannel === departmentOrCoordinator(hospital, ticket.deskDepartment).slackChannel
}

/** Why a conditional change did not happen to a ticket that only its holder may change, from these states. */
export function refuse(ticket: Ticket, request: DeskRequest, states: readonly Ticket['state'][]): DeskResult {
  if (ticket.assignee !== request.by.slackUserId) return { ok: false, problem: 'not_yours', ticket }
  if (states.includes(ticket.state)) return { ok: false, problem: 'stale', ticket }
  const isUnanswered = states.length === 1 && states[0] === 'answered'
  return { ok: false, problem: isUnanswered && ticket.state !== 'closed' ? 'not_answered' : 'wrong_state', ticket }
}
