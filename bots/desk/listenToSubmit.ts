import type { App, types as slack, ViewResponseAction } from '@slack/bolt'

import { findStaffBySlackUser, type StaffMember } from '../../src/hospital/hospital.ts'
import type { DeskParts } from './deskParts.ts'
import { errorCode } from './errorCode.ts'
import { say } from './say.ts'
import { parseSubmission, type SubmittedView } from './submission.ts'
import { noticeView } from './views/noticeView.ts'
import { TEXT_INPUT } from './views/textModal.ts'
import type { ViewMeta } from './views/viewMeta.ts'

/** A view submitted by a member of staff. */
type Submission = {
  readonly by: StaffMember
  readonly meta: ViewMeta
  /** What was typed; empty when the view has no input. */
  readonly text: string
  readonly eventKey: string
}

/** What becomes of a submitted view: all views close, another lies on it, or it says what stands in the way. */
export type SubmitAnswer =
  | { readonly kind: 'done' }
  | { readonly kind: 'push'; readonly view: slack.ModalView }
  | { readonly kind: 'problem'; readonly text: string }

/** Does what a view is for. */
export type SubmitStep = (submission: Submission) => Promise<SubmitAnswer>

/**
 * Listens to the submits of one view. Strangers are refused, and a step that throws is logged once by its code and said
 * in the view, which keeps what was typed.
 */
export function listenToSubmit(
  app: App,
  callbackId: string,
  step: SubmitStep,
  parts: Pick<DeskParts, 'hospital' | 'log'>,
): void {
  app.view({ callback_id: callbackId, type: 'view_submission' }, async ({ ack, body }) => {
    const submitted = parseSubmission(body)
    const answer = await decide(submitted, step, parts, callbackId)
    await ack(toResponse(answer, submitted))
  })
}

async function decide(
  { slackUserId, meta, text, eventKey }: SubmittedView,
  step: SubmitStep,
  { hospital, log }: Pick<DeskParts, 'hospital' | 'log'>,
  view: string,
): Promise<SubmitAnswer> {
  const by = findStaffBySlackUser(hospital, slackUserId)
  if (!by) return { kind: 'problem', text: say('desk.problem.stranger') }
  if (!meta) return { kind: 'problem', text: say('desk.problem.outdated') }
  try {
    return await step({ by, meta, text: text ?? '', eventKey })
  } catch (error) {
    log.error({ code: errorCode(error), view }, 'a submit failed')
    return { kind: 'problem', text: say('desk.problem.failed') }
  }
}

/** Slack shows errors beside inputs only; a view without one is replaced by a notice. */
function toResponse(answer: SubmitAnswer, { text }: SubmittedView): ViewResponseAction {
  if (answer.kind === 'done') return { response_action: 'clear' }
  if (answer.kind === 'push') return { response_action: 'push', view: answer.view }
  if (text === undefined) return { response_action: 'update', view: noticeView(answer.text) }
  return { response_action: 'errors', errors: { [TEXT_INPUT]: answer.text } }
}
