import type { SeenChannel } from '../../../rehearsal/slack/state/seen.ts'
import type { EphemeralMessage, SlackMessage } from '../../../rehearsal/slack/state/messageStore.ts'

/** One entry of a channel as one person sees it. */
export type Entry =
  | { readonly kind: 'message'; readonly message: SlackMessage; readonly replies: readonly Entry[] }
  | { readonly kind: 'ephemeral'; readonly message: EphemeralMessage }

/** A channel in the order of time, with what only this person sees among it. Deleted messages are gone. */
export function timelineOf(channel: SeenChannel, ephemerals: readonly EphemeralMessage[]): readonly Entry[] {
  const here = ephemerals.filter((ephemeral) => ephemeral.channel === channel.id)
  const seenIn = (threadTs: string | undefined): readonly Entry[] =>
    here.filter((one) => one.threadTs === threadTs).map((message) => ({ kind: 'ephemeral', message }))
  const messages = channel.messages
    .filter((message) => !message.deleted)
    .map(({ replies, ...message }): Entry => ({
      kind: 'message',
      message,
      replies: inOrder([
        ...replies.filter((reply) => !reply.deleted).map((reply) => messageEntry(reply)),
        ...seenIn(message.ts),
      ]),
    }))
  return inOrder([...messages, ...seenIn(undefined)])
}

/** When a channel last got a message, as a Slack timestamp; empty where it has none. */
export function newestTs(channel: SeenChannel): string {
  return channel.messages.reduce((newest, { ts, replies }) => {
    const last = replies.at(-1)?.ts ?? ts
    return last > newest ? last : newest
  }, '')
}

const messageEntry = (message: SlackMessage): Entry => ({ kind: 'message', message, replies: [] })

const inOrder = (entries: readonly Entry[]): readonly Entry[] =>
  entries.toSorted((one, other) => (one.message.ts < other.message.ts ? -1 : 1))
