import { mayOpenIncident } from '../../../src/incidents/mayOpenIncident.ts'
import { deskLinkMessage } from '../cards/deskLinkMessage.ts'
import type { DeskParts } from '../deskParts.ts'
import type { ActionStep } from '../listenToAction.ts'
import { tell } from '../reaction.ts'
import { say } from '../say.ts'

type ViewParts = Pick<DeskParts, 'hospital' | 'createDeskLink' | 'rememberEvent'>

/** Hands one on duty a link of their own to a danger on the desk page: Slack does not know what it is about. */
export function incidentView({ hospital, createDeskLink, rememberEvent }: ViewParts): ActionStep {
  return async ({ by, number, eventKey }) => {
    if (!(await rememberEvent(eventKey))) return undefined
    if (!mayOpenIncident(hospital, by)) return tell(say('desk.page.notOnDuty'))
    return { kind: 'tell', message: deskLinkMessage(await createDeskLink(by.slackUserId, number), 'view') }
  }
}
