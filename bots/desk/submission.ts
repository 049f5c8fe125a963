import { z } from 'zod'

import { PayloadError } from './payloadError.ts'
import { TEXT_INPUT } from './views/textModal.ts'
import { findViewMeta, type ViewMeta } from './views/viewMeta.ts'

const id = z.string().min(1)
// docs.slack.dev/reference/interaction-payloads/view-interactions-payload
const submissionSchema = z.object({
  user: z.object({ id }),
  view: z.object({
    id,
    hash: z.string(),
    private_metadata: z.string(),
    state: z.object({
      values: z.record(z.string(), z.record(z.string(), z.object({ value: z.string().nullish() }))),
    }),
  }),
})

/** One submitted view. */
export type SubmittedView = {
  readonly slackUserId: string
  /** Undefined when the view is not of this version. */
  readonly meta: ViewMeta | undefined
  /** What was typed, without the space around it; undefined when the view has no input. */
  readonly text: string | undefined
  /** The same for every copy of this payload. */
  readonly eventKey: string
}

/**
 * Reads a `view_submission` payload.
 *
 * @throws {PayloadError} naming the fields that are not as documented
 */
export function parseSubmission(body: unknown): SubmittedView {
  const parsed = submissionSchema.safeParse(body)
  if (!parsed.success) throw new PayloadError(parsed.error.issues.map((issue) => issue.path.join('.')))
  const { user, view } = parsed.data
  const input = view.state.values[TEXT_INPUT]?.[TEXT_INPUT]
  return {
    slackUserId: user.id,
    meta: findViewMeta(view.private_metadata),
    text: input && (input.value ?? '').trim(),
    eventKey: ['slack', view.id, view.hash].join(':'),
  }
}
