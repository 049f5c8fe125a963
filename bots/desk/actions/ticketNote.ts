import { MAY_BE_DONE_FROM } from '../../../src/tickets/states.ts'
import { deskLinkMessage } from '../cards/deskLinkMessage.ts'
import type { DeskParts } from '../deskParts.ts'
import { findOpenable } from '../findOpenable.ts'
import { includesState } from '../includesState.ts'
import type { ActionStep } from '../listenToAction.ts'
import { mention, problemText } from '../problemText.ts'
import { tell } from '../reaction.ts'
import { textModal } from '../views/textModal.ts'

type NoteParts = Pick<DeskParts, 'hospital' | 'tickets' | 'createDeskLink' | 'rememberEvent'>

/** Opens the modal for a note to colleagues, or leads to the desk page where Slack may not carry it. */
export function ticketNote(parts: NoteParts): ActionStep {
  return async (press) => {
    if (!(await parts.rememberEvent(press.eventKey))) return undefined
    const found = await findOpenable(press, parts)
    if (!found.ok) return found.reaction
    const { ticket } = found
    if (!includesState(MAY_BE_DONE_FROM.note, ticket.state)) return tell(problemText('wrong_state', ticket, mention))
    if (!ticket.slackCovered) {
      const url = await parts.createDeskLink(press.by.slackUserId, ticket.number)
      return { kind: 'tell', message: deskLinkMessage(url, 'write') }
    }
    return { kind: 'open', view: textModal('note', { n: ticket.number, r: ticket.revision, c: press.channel }) }
  }
}
