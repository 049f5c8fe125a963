import type { Scrubbed } from '../consent/scrubbed.ts'
import { noteDelivery, replyDelivery } from './deliveries.ts'
import { createDeskSteps, type DeskDependencies, type DeskRequest, type DeskResult, refuse } from './deskStep.ts'
import { createRightsDesk, type RightsDecision } from './rightsDesk.ts'
import { MAY_BE_DONE_FROM, mayBeResolvedFrom } from './states.ts'
import type { Ticket } from './ticket.ts'

/** Everything staff do to tickets, whichever surface they do it from. Each step is one transaction and acts once. */
export type Desk = ReturnType<typeof createDesk>

/** Builds the desk. */
export function createDesk(dependencies: DeskDependencies) {
  const { hospital, now, newId } = dependencies
  const steps = createDeskSteps(dependencies)
  const { take, record } = steps
  const rights = createRightsDesk(dependencies, steps)

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
        await record(tx, request, { before: ticket, after: claimed, action: 'claimed' })
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
        await record(tx, request, { before: ticket, after: released, action: 'released' })
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
        await record(tx, request, { before: ticket, after: noted, action: 'noted', text })
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
        await record(tx, request, { before: ticket, after: drafted, action: 'drafted' })
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
        await record(tx, request, { before: ticket, after: answered, action: 'answered', text })
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

    /** Destroys what a request about somebody's own data asks (`nothing_left`), and has the answer begin with that. */
    async carryOut(request: DeskRequest, decision: RightsDecision): Promise<DeskResult> {
      return rights.carryOut(request, decision)
    },

    /** Will not do what such a request asks, and has the answer begin with why and where to object. */
    async refuseRight(request: DeskRequest, decision: RightsDecision): Promise<DeskResult> {
      return rights.refuse(request, decision)
    },

    /**
     * Closes the ticket. A person who can be answered must have been answered first (`not_answered`); a conversation that
     * the person wanted gone goes with the request to that, once its answer has arrived (`not_delivered`).
     */
    async resolve(request: DeskRequest): Promise<DeskResult> {
      return take(request, async (tx, ticket) => {
        const { kind, request: asked } = await tx.readContent(ticket.id)
        const states = mayBeResolvedFrom(ticket, kind === 'callback')
        const resolved = await tx.changeTicket({
          id: ticket.id,
          expected: { states, assignee: request.by.slackUserId },
          set: { state: 'closed' },
          at: now(),
        })
        if (!resolved) return refuse(ticket, request, states)
        await record(tx, request, { before: ticket, after: resolved, action: 'resolved' })
        const problem = asked && (await rights.endConversation(tx, request, ticket, asked))
        if (problem) return { ok: false, problem, ticket }
        return { ok: true, ticket: resolved }
      })
    },
  }
}

function refuseClaim(current: Ticket | undefined, request: DeskRequest): DeskResult {
  if (!current) return { ok: false, problem: 'not_found' }
  if (current.assignee === request.by.slackUserId) return { ok: true, ticket: current }
  return { ok: false, problem: current.assignee === undefined ? 'wrong_state' : 'taken', ticket: current }
}
