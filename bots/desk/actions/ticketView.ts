import { deskLinkMessage } from '../cards/deskLinkMessage.ts'
import type { DeskParts } from '../deskParts.ts'
import { findOpenable } from '../findOpenable.ts'
import type { ActionStep } from '../listenToAction.ts'

type ViewParts = Pick<DeskParts, 'hospital' | 'tickets' | 'createDeskLink' | 'rememberEvent'>

/** Hands the one who pressed a link of their own to the ticket on the desk page: the only place where its words are. */
export function ticketView(parts: ViewParts): ActionStep {
  return async (press) => {
    if (!(await parts.rememberEvent(press.eventKey))) return undefined
    const found = await findOpenable(press, parts)
    if (!found.ok) return found.reaction
    const url = await parts.createDeskLink(press.by.slackUserId, press.number)
    return { kind: 'tell', message: deskLinkMessage(url, 'view') }
  }
}
