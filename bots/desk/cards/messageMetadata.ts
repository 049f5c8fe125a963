import type { types as slack } from '@slack/bolt'

/** The event type every message of the desk carries. */
const MESSAGE_EVENT_TYPE = 'complaint_ticket'

/** What a message tells programs, so that a post whose answer was lost can be found again. Never personal data. */
export function messageMetadata(payload: {
  readonly delivery: string
  readonly number?: string | undefined
  readonly revision?: number | undefined
}): slack.MessageMetadata {
  const { delivery, number, revision } = payload
  return {
    event_type: MESSAGE_EVENT_TYPE,
    event_payload: {
      ...(number === undefined ? {} : { number }),
      ...(revision === undefined ? {} : { revision }),
      delivery,
    },
  }
}
