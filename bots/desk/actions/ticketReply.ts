import { MAY_BE_DONE_FROM } from '../../../src/tickets/states.ts'
import type { Ticket } from '../../../src/tickets/ticket.ts'
import { deskLinkMessage } from '../cards/deskLinkMessage.ts'
import type { DeskParts } from '../deskParts.ts'
import { findOpenable } from '../findOpenable.ts'
import { includesState } from '../includesState.ts'
import type { ActionStep, TicketPress } from '../listenToAction.ts'
import { mention, problemText } from '../problemText.ts'
import { tell } from '../reaction.ts'
import { INPUT_LIMIT, textModal } from '../views/textModal.ts'

type ReplyParts = Pick<DeskParts, 'hospital' | 'tickets' | 'audit' | 'createDeskLink' | 'rememberEvent' | 'now'>

/**
 * Opens the modal for an answer, with the draft so far. Where Slack may not carry the words, or they are too long for
 * it, leads to the desk page instead.
 */
export function ticketReply(parts: ReplyParts): ActionStep {
  return async (press) => {
    if (!(await parts.rememberEvent(press.eventKey))) return undefined
    const found = await findOpenable(press, parts)
    if (!found.ok) return found.reaction
    const { ticket } = found
    const problem = findProblem(ticket, press)
    if (problem) return tell(problemText(problem, ticket, mention))
    const draft = ticket.slackCovered ? await readDraft(ticket, press, parts) : ''
    if (!ticket.slackCovered || draft.length > INPUT_LIMIT) {
      const url = await parts.createDeskLink(press.by.slackUserId, ticket.number)
      return { kind: 'tell', message: deskLinkMessage(url, 'write') }
    }
    return { kind: 'open', view: textModal('reply', { n: ticket.number, r: ticket.revision, c: press.channel }, draft) }
  }
}

function findProblem(ticket: Ticket, { by }: TicketPress): 'not_yours' | 'wrong_state' | undefined {
  if (includesState(['answered', 'closed'], ticket.state)) return 'wrong_state'
  if (ticket.assignee !== by.slackUserId) return 'not_yours'
  return includesState(MAY_BE_DONE_FROM.answer, ticket.state) ? undefined : 'wrong_state'
}

async function readDraft(ticket: Ticket, { by }: TicketPress, { tickets, audit, now }: ReplyParts): Promise<string> {
  const draft = await tickets.findDraft(ticket.id)
  if (!draft) return ''
  await audit.append({
    at: now(),
    who: by.slackUserId,
    surface: 'slack',
    address: undefined,
    ticketId: ticket.id,
    ticketNumber: ticket.number,
    action: 'seen',
    field: 'draft',
    reason: undefined,
  })
  return draft.text
}
