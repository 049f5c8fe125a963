import { slackApp } from '../state/directory.ts'
import type { MessageMetadata, SlackMessage } from '../state/messageStore.ts'

export type WireMessage = Readonly<Record<string, unknown>> & { readonly ts: string }

/**
 * A message as Slack tells it to an app.
 * @param metadata `withheld` unless the app asks for it: its type is told, its payload is not (`include_all_metadata`)
 */
export const wireMessage = (
  message: SlackMessage,
  teamId: string,
  metadata: 'whole' | 'withheld' | 'absent' = 'absent',
): WireMessage => ({
  type: 'message',
  subtype: message.isBroadcast ? 'thread_broadcast' : undefined,
  user: message.user,
  ...(message.user === slackApp.userId ? { bot_id: slackApp.botId, app_id: slackApp.appId } : {}),
  ts: message.ts,
  text: message.text,
  team: teamId,
  blocks: message.blocks,
  thread_ts: message.threadTs,
  edited: message.isEdited ? { user: message.user, ts: message.ts } : undefined,
  metadata: toldMetadata(message.metadata, metadata),
})

const toldMetadata = (metadata: MessageMetadata | undefined, how: 'whole' | 'withheld' | 'absent') => {
  if (metadata === undefined || how === 'absent') return undefined
  return how === 'whole' ? metadata : { event_type: metadata.event_type }
}

/** What the first message of a thread tells of it; nothing where nobody has answered. */
export const threadSummary = (parent: SlackMessage, replies: readonly SlackMessage[]) => {
  const users = [...new Set(replies.map((reply) => reply.user))]
  const latest = replies.at(-1)
  if (latest === undefined) return {}
  return {
    thread_ts: parent.ts,
    reply_count: replies.length,
    reply_users_count: users.length,
    reply_users: users,
    latest_reply: latest.ts,
  }
}

/** What stands where a message with replies was deleted. */
export const tombstone = (message: SlackMessage): WireMessage => ({
  type: 'message',
  subtype: 'tombstone',
  user: 'USLACKBOT',
  text: 'This message was deleted.',
  hidden: true,
  ts: message.ts,
  thread_ts: message.ts,
})
