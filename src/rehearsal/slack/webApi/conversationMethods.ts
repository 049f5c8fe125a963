import { z } from 'zod'
import { slackApp, type Conversation } from '../state/directory.ts'
import type { SlackMessage } from '../state/messageStore.ts'
import { reachableConversation } from './reachableConversation.ts'
import { microsOf } from '../state/slackIds.ts'
import { SlackRefusal } from '../state/slackRefusal.ts'
import { flag, method, type WebApiMethod } from './webApiMethod.ts'
import { threadSummary, tombstone, wireMessage, type WireMessage } from './wireMessage.ts'
import type { Workspace } from '../state/workspace.ts'

const paging = { cursor: z.string().default(''), limit: z.coerce.number().int().min(0).max(1000).default(100) }
const reading = z.object({
  ...paging,
  channel: z.string(),
  oldest: z.string().optional(),
  latest: z.string().optional(),
  inclusive: flag,
  include_all_metadata: flag,
})
type Reading = z.output<typeof reading>

/** `conversations.*`: see docs.slack.dev/reference/methods. */
export const conversationMethods: Readonly<Record<string, WebApiMethod>> = {
  'conversations.history': method(reading, (args, workspace) => {
    const channel = reachableConversation(args.channel, workspace)
    const all = workspace.messages.all(channel.id)
    const shown = all.filter(
      (message) => (message.threadTs === undefined || message.isBroadcast) && isWithin(message, args),
    )
    const wire = shown.flatMap((message) => historyLine(message, all, args, workspace)).reverse()
    return { ...messagePage(wire, args), pin_count: 0 }
  }),

  'conversations.replies': method(reading.extend({ ts: z.string() }), (args, workspace) => {
    const channel = reachableConversation(args.channel, workspace)
    const all = workspace.messages.all(channel.id)
    const asked = all.find((message) => message.ts === args.ts)
    const parent = all.find((message) => message.ts === (asked?.threadTs ?? args.ts))
    const replies = parent === undefined ? [] : repliesTo(parent, all)
    if (parent === undefined || (parent.deleted && replies.length === 0)) throw new SlackRefusal('thread_not_found')
    const lines = replies.filter((reply) => isWithin(reply, args)).map((reply) => toWire(reply, args, workspace))
    return messagePage([...historyLine(parent, all, args, workspace), ...lines], args)
  }),

  'conversations.info': method(z.object({ channel: z.string(), include_num_members: flag }), (args, workspace) => {
    const channel = workspace.directory.findConversation(args.channel)
    if (channel === undefined || (channel.isPrivate && !channel.hasBot)) throw new SlackRefusal('channel_not_found')
    const count = args.include_num_members ? { num_members: membersOf(channel).length } : {}
    return { channel: { ...describe(channel), ...count } }
  }),

  'conversations.members': method(z.object({ ...paging, channel: z.string() }), (args, workspace) => {
    const page = pageOf(membersOf(reachableConversation(args.channel, workspace)), args)
    return { members: page.items, response_metadata: { next_cursor: page.nextCursor } }
  }),

  'conversations.open': method(z.object({ users: z.string() }), (args, { directory }) => {
    const dm = directory.openDm(args.users)
    if (dm === undefined) throw new SlackRefusal('user_not_found')
    return { channel: { id: dm.id } }
  }),
}

const isWithin = ({ ts }: SlackMessage, { oldest = '0', latest, inclusive }: Reading): boolean => {
  const at = microsOf(ts)
  const newest = latest === undefined ? Infinity : microsOf(latest)
  return inclusive ? at >= microsOf(oldest) && at <= newest : at > microsOf(oldest) && at < newest
}

const repliesTo = (parent: SlackMessage, all: readonly SlackMessage[]): readonly SlackMessage[] =>
  all.filter((message) => message.threadTs === parent.ts && !message.deleted)

const toWire = (message: SlackMessage, args: Reading, { team }: Workspace): WireMessage =>
  wireMessage(message, team.id, args.include_all_metadata ? 'whole' : 'withheld')

/** One line of history: the message with its thread, its tombstone where only the replies are left, or nothing. */
const historyLine = (
  message: SlackMessage,
  all: readonly SlackMessage[],
  args: Reading,
  workspace: Workspace,
): readonly WireMessage[] => {
  const replies = repliesTo(message, all)
  if (message.deleted)
    return replies.length === 0 ? [] : [{ ...tombstone(message), ...threadSummary(message, replies) }]
  return [{ ...toWire(message, args, workspace), ...threadSummary(message, replies) }]
}

const messagePage = (messages: readonly WireMessage[], args: Reading) => {
  const page = pageOf(messages, args)
  const next = page.nextCursor === '' ? {} : { response_metadata: { next_cursor: page.nextCursor } }
  return { messages: page.items, has_more: page.nextCursor !== '', ...next }
}

const pageOf = <Item>(
  items: readonly Item[],
  { cursor, limit }: { readonly cursor: string; readonly limit: number },
) => {
  const start = cursor === '' ? 0 : Number(Buffer.from(cursor, 'base64').toString())
  if (!Number.isSafeInteger(start) || start < 0) throw new SlackRefusal('invalid_cursor')
  const end = start + (limit === 0 ? 100 : limit)
  return {
    items: items.slice(start, end),
    nextCursor: end < items.length ? Buffer.from(`${end}`).toString('base64') : '',
  }
}

const membersOf = (channel: Conversation): readonly string[] =>
  channel.hasBot ? [...channel.members, slackApp.userId] : channel.members

const describe = (channel: Conversation) => ({
  id: channel.id,
  ...(channel.kind === 'dm' ? { user: channel.members[0] } : { name: channel.name, name_normalized: channel.name }),
  is_channel: channel.kind === 'channel' && !channel.isPrivate,
  is_group: channel.kind === 'channel' && channel.isPrivate,
  is_im: channel.kind === 'dm',
  is_private: channel.isPrivate,
  is_member: channel.hasBot,
  is_archived: false,
  is_shared: false,
  is_ext_shared: false,
})
