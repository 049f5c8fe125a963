import { slackApp, type Conversation, type SlackTeam, type SlackUser } from './directory.ts'
import type { EphemeralMessage, SlackMessage } from './messageStore.ts'
import type { SlackView } from './viewStore.ts'
import { CannotAct } from '../people/cannotAct.ts'
import type { Workspace } from './workspace.ts'

/** A message with its thread. */
type SeenMessage = SlackMessage & { readonly replies: readonly SlackMessage[] }
/** A channel as those in it see it: messages oldest first, deleted ones marked. */
export type SeenChannel = Conversation & { readonly messages: readonly SeenMessage[] }
/** What one person sees alone. */
export type SeenPerson = SlackUser & {
  readonly ephemerals: readonly EphemeralMessage[]
  /** The direct message with the app; absent until one was opened. */
  readonly dm?: SeenChannel
  /** Open modals, bottom first. */
  readonly views: readonly SlackView[]
  readonly home?: SlackView
}
/** Everything anybody sees. */
export type SeenWorkspace = {
  readonly team: SlackTeam
  /** The app itself: what it writes carries its `userId`. */
  readonly app: typeof slackApp
  readonly users: readonly SeenPerson[]
  readonly channels: readonly SeenChannel[]
}

/** Reading what people see. Each throws CannotAct for a channel or person that is not there. */
export type Seen = {
  readonly channel: (id: string) => SeenChannel
  readonly ephemerals: (userId: string) => readonly EphemeralMessage[]
  readonly dms: (userId: string) => readonly SeenMessage[]
  /** Open modals, bottom first. */
  readonly views: (userId: string) => readonly SlackView[]
  readonly home: (userId: string) => SlackView | undefined
}

export const createSeen = (workspace: Workspace): Seen => {
  const { directory } = workspace
  const person = (id: string) => seenPerson(there(directory.findUser(id), id), workspace)
  return {
    channel: (id) => seenChannel(there(directory.findConversation(id), id), workspace),
    ephemerals: (id) => person(id).ephemerals,
    dms: (id) => person(id).dm?.messages ?? [],
    views: (id) => person(id).views,
    home: (id) => person(id).home,
  }
}

const there = <Thing>(thing: Thing | undefined, id: string): Thing => {
  if (thing === undefined) throw new CannotAct(`${id} is not in the workspace`)
  return thing
}

const seenChannel = (channel: Conversation, { messages }: Workspace): SeenChannel => {
  const all = messages.all(channel.id)
  const repliesTo = ({ ts }: SlackMessage) => all.filter((message) => message.threadTs === ts)
  const top = all.filter((message) => message.threadTs === undefined)
  return { ...channel, messages: top.map((message) => ({ ...message, replies: repliesTo(message) })) }
}

const seenPerson = (user: SlackUser, workspace: Workspace): SeenPerson => {
  const dm = workspace.directory.findDm(user.id)
  const home = workspace.views.home(user.id)
  return {
    ...user,
    ephemerals: workspace.messages.ephemerals(user.id),
    ...(dm === undefined ? {} : { dm: seenChannel(dm, workspace) }),
    views: workspace.views.stack(user.id),
    ...(home === undefined ? {} : { home }),
  }
}

export const seenWorkspace = (workspace: Workspace): SeenWorkspace => ({
  team: workspace.team,
  app: slackApp,
  users: workspace.directory.users.map((user) => seenPerson(user, workspace)),
  channels: workspace.directory.channels.map((channel) => seenChannel(channel, workspace)),
})
