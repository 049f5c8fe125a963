import type { Scrubbed } from '../consent/scrubbed.ts'
import { departmentOrCoordinator, type Hospital, mayHandle, type StaffMember } from '../hospital/hospital.ts'
import { cardDelivery, noteDelivery, replyDelivery } from './deliveries.ts'
import type { TicketTx, Transact } from './ports.ts'
import { MAY_BE_DONE_FROM, mayBeResolvedFrom } from './states.ts'
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

/** Everything staff do to tickets, whichever surface they do it from. Each step is one transaction and acts once. */
export type Desk = ReturnType<typeof createDesk>

/** Builds the desk. */
export function createDesk({ hospital, transact, now, newId }: DeskDependencies) {
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

  async function record(
    tx: TicketTx,
    request: DeskRequest,
    before: Ticket,
    after: Ticket,
    action: TicketAction,
    text?: string,
  ) {
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
      reason: undefined,
    })
    await tx.enqueue(cardDelivery(hospital, after, newId))
  }

  return {
    /** Takes the ticket. Of any number of presses one wins; the others learn who has it (`taken`). */
    async claim(request: DeskRequest): Promise<DeskResult> {
      return take(request, async (tx, ticket) => {
        if (ticket.assignee === request.by.slackUserId) return { ok: true, ticket }
        const claimed = await tx.changeTicket({
          id: ticket.id,
          expected: { states: MAY_BE_DONE_FROM.claim, assignee: null },
          set: { state: 'claimed', assignee: request.by.slackUserId },
          at: now(),
        })
        if (!claimed) return refuseClaim(await tx.findTicket(request.number), request)
        await record(tx, request, ticket, claimed, 'claimed')
        return { ok: true, ticket: claimed }
      })
    },

    /** Gives the ticket back to the department. */
    async release(request: DeskRequest): Promise<DeskResult> {
      return take(request, async (tx, ticket) => {
        const released = await tx.changeTicket({
          id: ticket.id,
          expected: { states: MAY_BE_DONE_FROM.release, assignee: request.by.slackUserId },
          set: { state: 'received', assignee: null },
          at: now(),
        })
        if (!released) return refuse(ticket, request, MAY_BE_DONE_FROM.release)
        await record(tx, request, ticket, released, 'released')
        return { ok: true, ticket: released }
      })
    },

    /** Keeps a note for colleagues. It never reaches the person who complained. */
    async note(request: DeskRequest, text: Scrubbed): Promise<DeskResult> {
      return take(request, async (tx, ticket) => {
        const noted = await tx.changeTicket({
          id: ticket.id,
          expected: { states: MAY_BE_DONE_FROM.note },
          set: {},
          at: now(),
        })
        if (!noted) return { ok: false, problem: 'wrong_state', ticket }
        await record(tx, request, ticket, noted, 'noted', text)
        await tx.enqueue(
          noteDelivery(hospital, noted, newId, { key: 'desk.thread.noted', values: { by: request.by.slackUserId } }),
        )
        return { ok: true, ticket: noted }
      })
    },

    /** Keeps the answer being written. Does not change who sees what: nothing is sent. */
    async saveDraft(request: DeskRequest, text: Scrubbed): Promise<DeskResult> {
      return take(request, async (tx, ticket) => {
        const states: readonly Ticket['state'][] = MAY_BE_DONE_FROM.draft
        if (ticket.assignee !== request.by.slackUserId || !states.includes(ticket.state))
          return refuse(ticket, request, states)
        await tx.saveDraft(ticket.id, { text, by: request.by.slackUserId }, now())
        if (ticket.state !== 'claimed') return { ok: true, ticket }
        const drafted = await tx.changeTicket({
          id: ticket.id,
          expected: { states: ['claimed'], assignee: request.by.slackUserId },
          set: { state: 'drafted' },
          at: now(),
        })
        if (!drafted) return refuse(ticket, request, MAY_BE_DONE_FROM.draft)
        await record(tx, request, ticket, drafted, 'drafted')
        return { ok: true, ticket: drafted }
      })
    },

    /** Answers the person: once, by the one who holds the ticket, with exactly this text. */
    async answer(request: DeskRequest, text: Scrubbed): Promise<DeskResult> {
      return take(request, async (tx, ticket) => {
        const answered = await tx.changeTicket({
          id: ticket.id,
          expected: {
            states: MAY_BE_DONE_FROM.answer,
            assignee: request.by.slackUserId,
            ...(request.revision === undefined ? {} : { revision: request.revision }),
          },
          set: { state: 'answered', answeredAt: now() },
          at: now(),
        })
        if (!answered) return refuse(ticket, request, MAY_BE_DONE_FROM.answer)
        await tx.saveDraft(ticket.id, null, now())
        await record(tx, request, ticket, answered, 'answered', text)
        await tx.enqueue(
          noteDelivery(hospital, answered, newId, {
            key: 'desk.thread.answered',
            values: { by: request.by.slackUserId },
          }),
        )
        const reply = replyDelivery(answered, newId)
        if (reply) await tx.enqueue(reply)
        return { ok: true, ticket: answered }
      })
    },

    /** Closes the ticket. A person who can be answered must have been answered first (`not_answered`). */
    async resolve(request: DeskRequest): Promise<DeskResult> {
      return take(request, async (tx, ticket) => {
        const isCallback = (await tx.readContent(ticket.id)).kind === 'callback'
        const states = mayBeResolvedFrom(ticket, isCallback)
        const resolved = await tx.changeTicket({
          id: ticket.id,
          expected: { states, assignee: request.by.slackUserId },
          set: { state: 'closed' },
          at: now(),
        })
        if (!resolved) return refuse(ticket, request, states)
        await record(tx, request, ticket, resolved, 'resolved')
        return { ok: true, ticket: resolved }
      })
    },
  }
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

function refuseClaim(current: Ticket | undefined, request: DeskRequest): DeskResult {
  if (!current) return { ok: false, problem: 'not_found' }
  if (current.assignee === request.by.slackUserId) return { ok: true, ticket: current }
  return { ok: false, problem: current.assignee === undefined ? 'wrong_state' : 'taken', ticket: current }
}

function refuse(ticket: Ticket, request: DeskRequest, states: readonly Ticket['state'][]): DeskResult {
  if (ticket.assignee !== request.by.slackUserId) return { ok: false, problem: 'not_yours', ticket }
  if (states.includes(ticket.state)) return { ok: false, problem: 'stale', ticket }
  const isUnanswered = states.length === 1 && states[0] === 'answered'
  return { ok: false, problem: isUnanswered && ticket.state !== 'closed' ? 'not_answered' : 'wrong_state', ticket }
}
