import type { App } from '@slack/bolt'

import { incidentView } from './actions/incidentView.ts'
import { ticketClaim } from './actions/ticketClaim.ts'
import { ticketNote } from './actions/ticketNote.ts'
import { ticketRelease } from './actions/ticketRelease.ts'
import { ticketReply } from './actions/ticketReply.ts'
import { ticketResolve } from './actions/ticketResolve.ts'
import { ticketView } from './actions/ticketView.ts'
import { INCIDENT_VIEW } from './cards/pageButton.ts'
import { OPEN_LINK_ACTION } from './cards/deskLinkMessage.ts'
import type { DeskParts } from './deskParts.ts'
import { type ActionStep, listenToAction } from './listenToAction.ts'
import { listenToSubmit, type SubmitStep } from './listenToSubmit.ts'
import { tellProblem } from './reaction.ts'
import { say } from './say.ts'
import { submitDraft } from './views/submitDraft.ts'
import { submitNote } from './views/submitNote.ts'
import { submitPreview } from './views/submitPreview.ts'
import { noticeView } from './views/noticeView.ts'
import { answerVoc } from './vocCommand.ts'

/** Gives every payload exactly one listener: two would both answer, and none would leave the person waiting. */
export function listenToAll(app: App, parts: DeskParts): void {
  const actions: Readonly<Record<string, ActionStep>> = {
    ticket_claim: ticketClaim(parts),
    ticket_release: ticketRelease(parts),
    ticket_view: ticketView(parts),
    ticket_reply: ticketReply(parts),
    ticket_note: ticketNote(parts),
    ticket_resolve: ticketResolve(parts),
    [INCIDENT_VIEW]: incidentView(parts),
  }
  const draft = submitDraft(parts)
  const preview = submitPreview(parts)
  const views: Readonly<Record<string, SubmitStep>> = {
    ticket_reply: (submission) => (submission.meta.step === 'send' ? preview(submission) : draft(submission)),
    ticket_note: submitNote(parts),
  }
  for (const [id, step] of Object.entries(actions)) listenToAction(app, id, step, parts)
  for (const [id, step] of Object.entries(views)) listenToSubmit(app, id, step, parts)
  app.command('/voc', ({ ack, command }) => ack({ response_type: 'ephemeral', text: answerVoc(command, parts) }))

  app.action(OPEN_LINK_ACTION, ({ ack }) => ack())
  listenToAction(app, noneOf([...Object.keys(actions), OPEN_LINK_ACTION]), async () => tellProblem('outdated'), parts)
  app.view({ callback_id: noneOf(Object.keys(views)), type: 'view_submission' }, ({ ack }) =>
    ack({ response_action: 'update', view: noticeView(say('desk.problem.outdated')) }),
  )
  app.view({ type: 'view_closed' }, ({ ack }) => ack())
  app.command(noneOf(['/voc']), ({ ack }) => ack({ response_type: 'ephemeral', text: say('desk.voc.unknown') }))
  app.shortcut(/./, ({ ack }) => ack())
  app.options(/./, ({ ack }) => ack({ options: [] }))
}

function noneOf(names: readonly string[]): RegExp {
  return new RegExp(`^(?!(?:${names.join('|')})$)`)
}
