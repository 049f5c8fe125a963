import { z } from 'zod'
import type { Block } from '../blocks/blockKit.ts'
import { slackApp, type Conversation } from '../state/directory.ts'
import { checkLength, parseBlocks, parseMetadata } from './messageContent.ts'
import type { MessageMetadata, SlackMessage } from '../state/messageStore.ts'
import { reachableConversation } from './reachableConversation.ts'
import { SlackRefusal } from '../state/slackRefusal.ts'
import { flag, method, type WebApiMethod } from './webApiMethod.ts'
import { wireMessage } from './wireMessage.ts'
import type { Workspace } from '../state/workspace.ts'

const content = {
  channel: z.string(),
  text: z.string().optional(),
  blocks: z.unknown().optional(),
  metadata: z.unknown().optional(),
}
const longestPost = 40_000
const longestUpdate = 4000

/** `chat.*`: see docs.slack.dev/reference/methods. */
export const chatMethods: Readonly<Record<string, WebApiMethod>> = {
  'chat.postMessage': method(
    z.object({ ...content, thread_ts: z.string().optional(), reply_broadcast: flag }),
    (args, workspace) => {
      // A person's id posts to the direct message with them.
      const dm = workspace.directory.openDm(args.channel)
      const channel = dm ?? reachableConversation(args.channel, workspace)
      const { text, blocks } = parseContent(args, longestPost, workspace)
      const metadata = parseMetadata(args.metadata)
      const threadTs = args.thread_ts === undefined ? undefined : threadOf(args.thread_ts, channel, workspace)
      const message = workspace.messages.add(channel.id, {
        user: slackApp.userId,
        text,
        blocks,
        metadata: metadata === 'remove' ? undefined : metadata,
        threadTs,
        isBroadcast: threadTs !== undefined && args.reply_broadcast,
      })
      return { channel: channel.id, ts: message.ts, message: wireMessage(message, workspace.team.id) }
    },
  ),

  'chat.update': method(z.object({ ...content, ts: z.string() }), (args, workspace) => {
    const message = ownMessage(args, 'cant_update_message', workspace)
    const blocks = parseBlocks(args.blocks, workspace)
    checkLength(args.text ?? '', longestUpdate)
    const changed = changedMessage(message, args.text, blocks, parseMetadata(args.metadata))
    workspace.messages.replace(args.channel, changed)
    const wire = wireMessage(changed, workspace.team.id)
    return { channel: args.channel, ts: changed.ts, text: changed.text, message: wire }
  }),

  'chat.delete': method(z.object({ channel: z.string(), ts: z.string() }), (args, workspace) => {
    const message = ownMessage(args, 'cant_delete_message', workspace)
    workspace.messages.replace(args.channel, { ...message, deleted: true })
    return { channel: args.channel, ts: args.ts }
  }),

  'chat.postEphemeral': method(
    z.object({ ...content, user: z.string(), thread_ts: z.string().optional() }),
    (args, workspace) => {
      const channel = reachableConversation(args.channel, workspace)
      if (!channel.members.includes(args.user)) throw new SlackRefusal('user_not_in_channel')
      const { text, blocks } = parseContent(args, longestPost, workspace)
      const message = workspace.messages.addEphemeral(args.user, {
        channel: channel.id,
        text,
        blocks,
        threadTs: args.thread_ts,
      })
      return { message_ts: message.ts }
    },
  ),
}

const parseContent = (
  args: { readonly text?: string | undefined; readonly blocks?: unknown },
  maxCharacters: number,
  workspace: Workspace,
) => {
  const blocks = parseBlocks(args.blocks, workspace)
  const text = args.text ?? ''
  if (text === '' && (blocks === undefined || blocks.length === 0)) throw new SlackRefusal('no_text')
  checkLength(text, maxCharacters)
  return { text, blocks }
}

const threadOf = (ts: string, channel: Conversation, { messages }: Workspace): string => {
  const parent = messages.find(channel.id, ts)
  if (parent === undefined) throw new SlackRefusal('thread_not_found')
  return parent.threadTs ?? parent.ts
}

const ownMessage = (at: { readonly channel: string; readonly ts: string }, refusal: string, workspace: Workspace) => {
  const channel = reachableConversation(at.channel, workspace)
  const message = workspace.messages.find(channel.id, at.ts)
  if (message === undefined) throw new SlackRefusal('message_not_found')
  if (message.user !== slackApp.userId) throw new SlackRefusal(refusal)
  return message
}

/** Text without blocks takes the blocks away; neither keeps both; absent metadata stays, an empty object removes it. */
const changedMessage = (
  message: SlackMessage,
  text: string | undefined,
  blocks: readonly Block[] | undefined,
  metadata: MessageMetadata | 'remove' | undefined,
): SlackMessage => ({
  ...message,
  text: text ?? message.text,
  blocks: blocks ?? (text === undefined ? message.blocks : undefined),
  metadata: metadata === 'remove' ? undefined : (metadata ?? message.metadata),
  isEdited: message.isEdited || (text !== undefined && blocks === undefined),
})
