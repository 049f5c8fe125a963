import { createAppLink, type AppLink } from './link/appLink.ts'
import type { SlackChanges } from './state/changes.ts'
import { createControl } from './control.ts'
import type { SlackChannel, SlackTeam, SlackUser } from './state/directory.ts'
import { createFaults, type Faults } from './faults.ts'
import { underFault } from './outcome.ts'
import { createPerson, type Person } from './people/person.ts'
import { createPostingRate } from './webApi/postingRate.ts'
import { createSeen, type Seen } from './state/seen.ts'
import { CannotAct } from './people/cannotAct.ts'
import { createSlackServer } from './slackServer.ts'
import { createSocketMode, type SocketMode } from './link/socketMode.ts'
import { takeResponse } from './webApi/takeResponse.ts'
import { createWebApi, type SlackCall } from './webApi/webApi.ts'
import { createWorkspace, type Workspace } from './state/workspace.ts'

export type SlackStandInOptions = {
  /** Where the app takes events and interactions; a function where its port is not known yet. Unused in Socket Mode. */
  readonly eventsUrl: string | (() => string)
  readonly signingSecret: string
  readonly botToken: string
  /** Given: the app is in Socket Mode, and people's acts go through the sockets it opens. */
  readonly appToken?: string
  readonly team?: SlackTeam
  readonly users: readonly SlackUser[]
  readonly channels: readonly SlackChannel[]
  /** Milliseconds since 1970; absent: the computer's clock. */
  readonly now?: () => number
  /** Whether posting faster than Slack allows gets 429; absent: no. */
  readonly enforceRates?: boolean
  /** Whether the app hears what people say; absent: no, as for an app without the scope. */
  readonly sendMessageEvents?: boolean
  /** How long Slack waits for an answer; absent: its three seconds. */
  readonly answerTimeoutMs?: number
}

type StandInAddress = { readonly url: string; readonly apiUrl: string }

/** A local Slack for one workspace and one app: the Web API it calls, and the people who press its buttons. */
export type SlackStandIn = Seen &
  Omit<AppLink, 'send'> & {
    /** Listens on loopback, on any free port, unless told otherwise. */
    readonly start: (at?: { readonly host?: string; readonly port?: number }) => Promise<StandInAddress>
    readonly stop: () => Promise<void>
    /** Every Web API call that arrived, oldest first. */
    readonly calls: readonly SlackCall[]
    /** Tells of every change of what people see. @returns the function that stops the listening */
    readonly onChange: SlackChanges['listen']
    /** @throws CannotAct for someone who is not in the workspace */
    readonly as: (userId: string) => Person
    readonly faults: Faults
    /** The sockets of an app in Socket Mode. */
    readonly socket: Pick<SocketMode, 'connections' | 'refresh' | 'drop'>
  }

const rehearsalTeam: SlackTeam = { id: 'T0REHEARSAL', name: 'Rehearsal', domain: 'rehearsal' }

export const createSlackStandIn = (options: SlackStandInOptions): SlackStandIn => {
  const { now = Date.now, answerTimeoutMs = 3000, team = rehearsalTeam } = options
  const workspace = createWorkspace({ ...options, team, now })
  const socket = createSocketMode(workspace.ids, answerTimeoutMs)
  const link = createLink(options, { now, answerTimeoutMs, socket })
  const { meet, ...faults } = createFaults(now, () => socket.drop())
  const calls: SlackCall[] = []
  let baseUrl = ''
  const as = peopleOf(workspace, link, options.sendMessageEvents ?? false, () => baseUrl)
  const server = createSlackServer({
    webApi: createWebApi({
      workspace,
      botToken: options.botToken,
      appToken: options.appToken,
      socketUrl: () => `${baseUrl.replace(/^http/, 'ws')}/socket?ticket=${socket.issueTicket()}`,
      postingRate: options.enforceRates === true ? createPostingRate(now) : undefined,
      record: (call) => calls.push(call),
    }),
    responseUrl: (id, body, fault) => underFault(fault, () => takeResponse(id, body, workspace)),
    control: createControl({ workspace, faults, as }),
    socket,
    changes: workspace.changes,
    meetFault: meet,
  })
  return {
    ...createSeen(workspace),
    start: async ({ host = '127.0.0.1', port = 0 } = {}) => {
      baseUrl = await server.start(host, port)
      return { url: baseUrl, apiUrl: `${baseUrl}/api/` }
    },
    stop: server.stop,
    calls,
    onChange: workspace.changes.listen,
    as,
    sent: link.sent,
    replay: link.replay,
    signedRequest: link.signedRequest,
    faults,
    socket,
  }
}

const createLink = (
  { eventsUrl, signingSecret, appToken }: SlackStandInOptions,
  { socket, ...timing }: { readonly now: () => number; readonly answerTimeoutMs: number; readonly socket: SocketMode },
): AppLink => {
  const url = typeof eventsUrl === 'string' ? () => eventsUrl : eventsUrl
  return createAppLink({ eventsUrl: url, signingSecret, ...timing }, appToken === undefined ? undefined : socket)
}

const peopleOf =
  (workspace: Workspace, { send }: AppLink, sendMessageEvents: boolean, baseUrl: () => string) =>
  (userId: string): Person => {
    const user = workspace.directory.findUser(userId)
    if (user === undefined) throw new CannotAct(`${userId} is not in the workspace`)
    const responseUrl = (id: string): string => `${baseUrl()}/response/${id}`
    return createPerson(user, { workspace, send, responseUrl, sendMessageEvents })
  }
