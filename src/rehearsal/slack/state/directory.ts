import type { SlackIds } from './slackIds.ts'

export type SlackTeam = { readonly id: string; readonly name: string; readonly domain: string }
export type SlackUser = { readonly id: string; readonly name: string; readonly email?: string }
export type SlackChannel = {
  readonly id: string
  readonly name: string
  readonly isPrivate: boolean
  /** User ids; absent: everyone. */
  readonly members?: readonly string[]
  /** Whether the app was invited; absent: it was. */
  readonly hasBot?: boolean
}

/** A channel, or the direct message between the app and one person. */
export type Conversation = {
  readonly kind: 'channel' | 'dm'
  readonly id: string
  readonly name: string
  readonly isPrivate: boolean
  readonly members: readonly string[]
  readonly hasBot: boolean
}

/** The app as the workspace knows it. */
export const slackApp = { appId: 'A0REHEARSAL', botId: 'B0REHEARSAL', userId: 'U0REHEARSAL', name: 'sori' } as const

/** Who and what is in the workspace. */
export type SlackDirectory = {
  readonly users: readonly SlackUser[]
  /** The channels, without direct messages. */
  readonly channels: readonly Conversation[]
  readonly findUser: (id: string) => SlackUser | undefined
  readonly findConversation: (id: string) => Conversation | undefined
  /** The direct message with a person; undefined until it was opened. */
  readonly findDm: (userId: string) => Conversation | undefined
  /** The direct message with a person, opened when first asked for; undefined where there is no such person. */
  readonly openDm: (userId: string) => Conversation | undefined
}

export const createDirectory = (
  people: readonly SlackUser[],
  channels: readonly SlackChannel[],
  ids: SlackIds,
): SlackDirectory => {
  const users = new Map(people.map((user) => [user.id, user]))
  const everyone = [...users.keys()]
  const rooms = channels.map((channel) => roomOf(channel, everyone))
  const conversations = new Map(rooms.map((room) => [room.id, room]))
  const dms = new Map<string, Conversation>()
  const open = (userId: string): Conversation => {
    const dm = dmWith(userId, ids.next('D'))
    dms.set(userId, dm)
    conversations.set(dm.id, dm)
    return dm
  }
  return {
    users: people,
    channels: rooms,
    findUser: (id) => users.get(id),
    findConversation: (id) => conversations.get(id),
    findDm: (userId) => dms.get(userId),
    openDm: (userId) => dms.get(userId) ?? (users.has(userId) ? open(userId) : undefined),
  }
}

const roomOf = (channel: SlackChannel, everyone: readonly string[]): Conversation => ({
  kind: 'channel',
  id: channel.id,
  name: channel.name,
  isPrivate: channel.isPrivate,
  members: channel.members ?? everyone,
  hasBot: channel.hasBot ?? true,
})

const dmWith = (userId: string, id: string): Conversation => ({
  kind: 'dm',
  id,
  name: 'directmessage',
  isPrivate: true,
  members: [userId],
  hasBot: true,
})
