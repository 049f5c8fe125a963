import { endsConversation, type RightsRequest } from '../consent/rightsRequest.ts'
import type { Scrubbed } from '../consent/scrubbed.ts'
import type { DestructionOrder } from '../retention/destruction.ts'
import {
  type DeskDependencies,
  type DeskProblem,
  type DeskRequest,
  type DeskResult,
  type DeskSteps,
  refuse,
} from './deskStep.ts'
import type { TicketTx } from './ports.ts'
import { isOver, isRightsRequest, MAY_BE_DONE_FROM } from './states.ts'
import { takeBack } from './takeBack.ts'
import type { Ticket } from './ticket.ts'

/** How long an answer may wait for somebody to come by, before the conversation they wanted gone goes without it. */
const ANSWER_WAITS_MS = 30 * 24 * 60 * 60_000

/** What the privacy officer decided about a request. */
export type RightsDecision = {
  /** Why, for the access log: as `AuditEntry.reason`. */
  readonly reason: string
  /** The answer as far as it is known; it replaces the draft, and goes out when it is sent as any other. */
  readonly draft: Scrubbed
}

/** Tells whether a request is met by destroying something; any other is met by its answer alone. */
export function isCarriedOut({ right }: Pick<RightsRequest, 'right'>): boolean {
  return right === 'erase' || right === 'withdraw'
}

/** The tickets a request has destroyed: those it names that are still there, of the same conversation. */
export function targetsOf(asked: RightsRequest, ofConversation: readonly Ticket[]): readonly Ticket[] {
  return isCarriedOut(asked) ? ofConversation.filter(({ number }) => asked.tickets.includes(number)) : []
}

/** What the privacy officer does about requests on somebody's own data (개인정보 보호법 §36, §37, §38⑤); see `Desk`. */
export function createRightsDesk({ now }: DeskDependencies, { take, record }: DeskSteps) {
  async function decide(
    request: DeskRequest,
    { reason, draft }: RightsDecision,
    action: 'carried_out' | 'refused',
    work: (tx: TicketTx, ticket: Ticket, asked: RightsRequest | undefined) => Promise<DeskProblem | undefined>,
  ): Promise<DeskResult> {
    return take(request, async (tx, ticket) => {
      if (!request.by.roles.includes('privacy_officer')) return { ok: false, problem: 'not_allowed', ticket }
      const { kind, request: asked } = await tx.readContent(ticket.id)
      if (kind !== 'rights') return { ok: false, problem: 'wrong_state', ticket }
      const decided = await tx.changeTicket({
        id: ticket.id,
        expected: {
          states: MAY_BE_DONE_FROM.answer,
          assignee: request.by.slackUserId,
          ...(request.revision === undefined ? {} : { revision: request.revision }),
        },
        set: { state: 'drafted' },
        at: now(),
      })
      if (!decided) return refuse(ticket, request, MAY_BE_DONE_FROM.answer)
      const problem = await work(tx, ticket, asked)
      if (problem) return { ok: false, problem, ticket }
      await tx.saveDraft(ticket.id, { text: draft, by: request.by.slackUserId }, now())
      await record(tx, request, { before: ticket, after: decided, action, reason })
      return { ok: true, ticket: decided }
    })
  }

  async function destroyTarget(tx: TicketTx, request: DeskRequest, target: Ticket, reason: string, rule: Rule) {
    const actor = { kind: 'staff', slackUserId: request.by.slackUserId } as const
    await takeBack(tx, target.id, now())
    const { state } = (await tx.findTicket(target.number)) ?? target
    await tx.appendHistory(target.id, { at: now(), actor, action: 'erased', from: state, to: state, text: undefined })
    await tx.appendAudit(logged(request, target, { action: 'changed', field: 'erased', reason }))
    await tx.destroyTicket(target.id, orderOf(request, rule))
  }

  function logged(
    { by, desk }: DeskRequest,
    { id, number }: Ticket,
    what: { readonly action: 'changed' | 'withdrawn'; readonly field: string; readonly reason: string },
  ) {
    const whose = { ticketId: id, ticketNumber: number }
    return { at: now(), who: by.slackUserId, surface: 'desk', address: desk?.address, ...whose, ...what } as const
  }

  function orderOf({ by, desk }: DeskRequest, rule: Rule): DestructionOrder {
    return { rule, at: now(), by: 'officer', officer: { slackUserId: by.slackUserId, address: desk?.address } }
  }

  return {
    async carryOut(request: DeskRequest, decision: RightsDecision): Promise<DeskResult> {
      return decide(request, decision, 'carried_out', async (tx, ticket, asked) => {
        const targets = asked ? await findTargets(tx, ticket, asked) : []
        if (!asked || targets.length === 0) return 'nothing_left'
        for (const target of targets) await destroyTarget(tx, request, target, decision.reason, ruleOf(asked))
        if (asked.right === 'withdraw' && asked.purpose === 'collect') {
          const withdrawn = { action: 'withdrawn', field: asked.purpose, reason: decision.reason } as const
          await tx.appendAudit(logged(request, ticket, withdrawn))
        }
        return undefined
      })
    },

    async refuse(request: DeskRequest, decision: RightsDecision): Promise<DeskResult> {
      return decide(request, decision, 'refused', async (tx, ticket, asked) => {
        const isDone = asked && isCarriedOut(asked) && (await findTargets(tx, ticket, asked)).length === 0
        return isDone ? 'nothing_left' : undefined
      })
    },

    /**
     * Ends the conversation of a request that wanted all of it gone, when nothing else is kept under it: what was refused
     * to be destroyed, or was filed since, still needs it.
     */
    async endConversation(
      tx: TicketTx,
      request: DeskRequest,
      ticket: Ticket,
      asked: RightsRequest,
    ): Promise<DeskProblem | undefined> {
      const { conversationId } = ticket
      if (conversationId === undefined || !endsConversation(asked)) return undefined
      const tied = await tx.listByConversation(conversationId)
      if (tied.some((other) => other.id !== ticket.id && !isPastRequest(other))) return undefined
      if (!(await hasArrived(tx, ticket, now()))) return 'not_delivered'
      await tx.destroyConversation(conversationId, orderOf(request, ruleOf(asked)))
      return undefined
    },
  }
}

type Rule = 'consent_withdrawn' | 'deletion_request'

function ruleOf({ right }: RightsRequest): Rule {
  return right === 'withdraw' ? 'consent_withdrawn' : 'deletion_request'
}

async function findTargets(tx: TicketTx, { conversationId }: Ticket, asked: RightsRequest): Promise<readonly Ticket[]> {
  return conversationId === undefined ? [] : targetsOf(asked, await tx.listByConversation(conversationId))
}

function isPastRequest(ticket: Ticket): boolean {
  return isRightsRequest(ticket) && isOver(ticket.state)
}

async function hasArrived(tx: TicketTx, { id, answeredAt }: Ticket, now: Date): Promise<boolean> {
  if (answeredAt !== undefined && now.getTime() - answeredAt.getTime() >= ANSWER_WAITS_MS) return true
  return (await tx.findReplyState(id)) === 'delivered'
}
