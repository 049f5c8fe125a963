import type { Block } from '../blocks/blockKit.ts'
import type { SlackChanges } from './changes.ts'
import type { SlackIds } from './slackIds.ts'

export type MessageMetadata = {
  readonly event_type: string
  readonly event_payload: Readonly<Record<string, unknown>>
}

/** A message as the cloud keeps it. */
export type SlackMessage = {
  readonly ts: string
  /** Who wrote it; the app's own user for the app. */
  readonly user: string
  readonly text: string
  readonly blocks?: readonly Block[] | undefined
  readonly metadata?: MessageMetadata | undefined
  /** The message it answers; absent at the top level. */
  readonly threadTs?: string | undefined
  /** A thread reply that is shown in the channel as well. */
  readonly isBroadcast: boolean
  /** Carries the “edited” mark: its text was changed without blocks. */
  readonly isEdited: boolean
  readonly deleted: boolean
}

/** What only one person sees, gone when they reload: never in a channel's history. */
export type EphemeralMessage = {
  readonly ts: string
  readonly channel: string
  readonly text: string
  readonly blocks?: readonly Block[] | undefined
  readonly threadTs?: string | undefined
}

type MessageDraft = Omit<SlackMessage, 'ts' | 'deleted' | 'isEdited' | 'isBroadcast'> & {
  readonly isBroadcast?: boolean
}

/** Every message of the workspace. */
export type MessageStore = {
  readonly add: (channel: string, draft: MessageDraft) => SlackMessage
  /** Oldest first, replies and deleted ones included. */
  readonly all: (channel: string) => readonly SlackMessage[]
  /** Undefined where there is none or it was deleted. */
  readonly find: (channel: string, ts: string) => SlackMessage | undefined
  readonly replace: (channel: string, message: SlackMessage) => void
  readonly addEphemeral: (userId: string, draft: Omit<EphemeralMessage, 'ts'>) => EphemeralMessage
  readonly ephemerals: (userId: string) => readonly EphemeralMessage[]
  readonly findEphemeral: (userId: string, ts: string) => EphemeralMessage | undefined
  readonly replaceEphemeral: (userId: string, message: EphemeralMessage) => void
  readonly removeEphemeral: (userId: string, ts: string) => void
}

export const createMessageStore = (ids: SlackIds, changes: SlackChanges): MessageStore => {
  const channels = createShelves<SlackMessage>((id) => changes.tell({ kind: 'channel', id }))
  const people = createShelves<EphemeralMessage>((id) => changes.tell({ kind: 'person', id }))
  const kept = (message: SlackMessage | undefined) => (message?.deleted === false ? message : undefined)
  return {
    add: (channel, draft) =>
      channels.put(channel, { isBroadcast: false, ...draft, ts: ids.ts(), isEdited: false, deleted: false }),
    all: channels.all,
    find: (channel, ts) => kept(channels.find(channel, ts)),
    replace: channels.put,
    addEphemeral: (userId, draft) => people.put(userId, { ...draft, ts: ids.ts() }),
    ephemerals: people.all,
    findEphemeral: people.find,
    replaceEphemeral: people.put,
    removeEphemeral: people.remove,
  }
}

/** Messages by owner and timestamp, in the order they came. */
const createShelves = <Message extends { readonly ts: string }>(tell: (owner: string) => void) => {
  const shelves = new Map<string, Map<string, Message>>()
  return {
    put: (owner: string, message: Message): Message => {
      const shelf = shelves.get(owner) ?? new Map<string, Message>()
      shelves.set(owner, shelf.set(message.ts, message))
      tell(owner)
      return message
    },
    remove: (owner: string, ts: string): void => {
      if (shelves.get(owner)?.delete(ts)) tell(owner)
    },
    find: (owner: string, ts: string): Message | undefined => shelves.get(owner)?.get(ts),
    all: (owner: string): readonly Message[] => [...(shelves.get(owner)?.values() ?? [])],
  }
}
