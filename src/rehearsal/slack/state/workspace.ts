import { createChanges, type SlackChanges } from './changes.ts'
import { createDirectory, type SlackChannel, type SlackDirectory, type SlackTeam, type SlackUser } from './directory.ts'
import { createMessageStore, type MessageStore } from './messageStore.ts'
import { createResponseUrls, type ResponseUrls } from './responseUrls.ts'
import { createSlackIds, type SlackIds } from './slackIds.ts'
import { createTriggers, type Triggers } from './triggers.ts'
import { createViewStore, type ViewStore } from './viewStore.ts'

export type WorkspaceOptions = {
  readonly team: SlackTeam
  readonly users: readonly SlackUser[]
  readonly channels: readonly SlackChannel[]
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** Everything the stand-in remembers: what Slack would keep for one workspace and one app. */
export type Workspace = {
  readonly team: SlackTeam
  readonly now: () => number
  readonly ids: SlackIds
  readonly directory: SlackDirectory
  readonly messages: MessageStore
  readonly views: ViewStore
  readonly triggers: Triggers
  readonly responseUrls: ResponseUrls
  readonly changes: SlackChanges
}

export const createWorkspace = ({ team, users, channels, now }: WorkspaceOptions): Workspace => {
  const ids = createSlackIds(now)
  const changes = createChanges()
  return {
    team,
    now,
    ids,
    directory: createDirectory(users, channels, ids),
    messages: createMessageStore(ids, changes),
    views: createViewStore(team.id, ids, changes),
    triggers: createTriggers(now),
    responseUrls: createResponseUrls(now),
    changes,
  }
}
