import type { Answer } from '../link/delivery.ts'
import type { SlackUser } from '../state/directory.ts'
import { viewClosedPayload, viewSubmissionPayload } from './payloads.ts'
import { notSent, type PersonParts } from './personParts.ts'
import { modalBefore } from './sight.ts'
import { applySubmission, clientErrors, enteredValues, type FormValues, type SubmitAnswer } from './submission.ts'

/** Submitting and closing modals. */
export type Forms = {
  /** Submits the topmost modal, or another open one by its id. What was selected before stays entered. */
  readonly submit: (entries?: FormValues, which?: { readonly viewId?: string | undefined }) => Promise<SubmitAnswer>
  /** Closes the topmost modal; the app hears of it only where the view asked to (`notify_on_close`). */
  readonly closeView: () => Promise<Answer>
}

export const createForms = (user: SlackUser, { workspace, send }: PersonParts): Forms => {
  const { team, triggers, views } = workspace
  return {
    submit: async (entries = {}, { viewId } = {}) => {
      const shown = modalBefore(user.id, viewId, workspace)
      const values = enteredValues(shown, entries)
      const view = views.fill(shown, values)
      const errors = clientErrors(view, values)
      if (Object.keys(errors).length > 0) return { ...notSent, ok: false, errors }
      const answer = await send('interactive', viewSubmissionPayload(user, team, view, triggers.issue(user.id)))
      return applySubmission(user.id, view, answer, workspace)
    },
    closeView: async () => {
      const view = modalBefore(user.id, undefined, workspace)
      if (view.clear_on_close) views.clear(user.id)
      else views.close(user.id, view)
      if (!view.notify_on_close) return notSent
      return send('interactive', viewClosedPayload(user, team, view, view.clear_on_close))
    },
  }
}
