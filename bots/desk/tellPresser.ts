import type { RespondFn, types as slack } from '@slack/bolt'
import type { WebClient } from '@slack/web-api'

/** What only the person who pressed sees. */
export type PrivateMessage = { readonly text: string; readonly blocks?: slack.KnownBlock[] }

/**
 * Shows a message to one person, by the payload's response URL and, where that fails, as an ephemeral message.
 *
 * @throws what Slack answered when neither way works
 */
export async function tellPresser(
  to: {
    readonly respond: RespondFn | undefined
    readonly client: WebClient
    readonly channel: string | undefined
    readonly slackUserId: string
  },
  message: PrivateMessage,
): Promise<void> {
  if (to.respond && (await isAnswered(to.respond, message))) return
  if (to.channel === undefined) return
  await to.client.chat.postEphemeral({ channel: to.channel, user: to.slackUserId, ...message })
}

async function isAnswered(respond: RespondFn, message: PrivateMessage): Promise<boolean> {
  try {
    await respond({ response_type: 'ephemeral', replace_original: false, ...message })
    return true
  } catch {
    return false
  }
}
