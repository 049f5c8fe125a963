import { z } from 'zod'

import { PayloadError } from './payloadError.ts'

const id = z.string().min(1)
const actionSchema = z.object({ action_id: z.string(), action_ts: z.string(), value: z.string().optional() })
// docs.slack.dev/reference/interaction-payloads/block_actions-payload
const pressSchema = z.object({
  user: z.object({ id }),
  team: z.object({ id }).nullish(),
  trigger_id: z.string(),
  channel: z.object({ id }).optional(),
  container: z.object({ message_ts: z.string().optional(), view_id: z.string().optional() }),
  actions: z.tuple([actionSchema], actionSchema),
})
const buttonValueSchema = z.object({ n: z.string(), r: z.number().int() })

/** One press of a button. */
export type Press = {
  readonly slackUserId: string
  /** Absent for a press inside a view. */
  readonly channel: string | undefined
  readonly triggerId: string
  readonly actionId: string
  /** What the button was about; undefined when it is not a button of a card of this version. */
  readonly ticket: { readonly number: string; readonly revision: number } | undefined
  /** The same for every copy of this payload, and for no other. */
  readonly eventKey: string
}

/**
 * Reads a `block_actions` payload.
 *
 * @throws {PayloadError} naming the fields that are not as documented
 */
export function parsePress(body: unknown): Press {
  const parsed = pressSchema.safeParse(body)
  if (!parsed.success) throw new PayloadError(parsed.error.issues.map((issue) => issue.path.join('.')))
  const { user, team, trigger_id, channel, container, actions } = parsed.data
  const action = actions[0]
  const place = container.message_ts ?? container.view_id
  return {
    slackUserId: user.id,
    channel: channel?.id,
    triggerId: trigger_id,
    actionId: action.action_id,
    ticket: findTicketOf(action.value),
    eventKey: ['slack', team?.id, user.id, place, action.action_id, action.action_ts].join(':'),
  }
}

function findTicketOf(value: string | undefined): Press['ticket'] {
  try {
    const { success, data } = buttonValueSchema.safeParse(JSON.parse(value ?? ''))
    return success ? { number: data.n, revision: data.r } : undefined
  } catch {
    return undefined
  }
}
