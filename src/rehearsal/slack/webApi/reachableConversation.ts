import type { Conversation } from '../state/directory.ts'
import { SlackRefusal } from '../state/slackRefusal.ts'
import type { Workspace } from '../state/workspace.ts'

/**
 * The conversation an app may use by that id.
 * @throws SlackRefusal `channel_not_found`, also for a private channel the app was not invited to, whose existence Slack
 * does not give away; `not_in_channel` for a public one
 */
export const reachableConversation = (id: string, { directory }: Workspace): Conversation => {
  const conversation = directory.findConversation(id)
  if (conversation === undefined || (conversation.isPrivate && !conversation.hasBot))
    throw new SlackRefusal('channel_not_found')
  if (!conversation.hasBot) throw new SlackRefusal('not_in_channel')
  return conversation
}
