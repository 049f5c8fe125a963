import { chatMethods } from './chatMethods.ts'
import { conversationMethods } from './conversationMethods.ts'
import { slackApp } from '../state/directory.ts'
import type { MetFault } from '../faults.ts'
import { answer, rateLimited, refusalBody, underFault, type Outcome } from '../outcome.ts'
import type { PostingRate } from './postingRate.ts'
import { parseCall, type CallRequest } from './parseCall.ts'
import { SlackRefusal } from '../state/slackRefusal.ts'
import { userMethods } from './userMethods.ts'
import { viewMethods } from './viewMethods.ts'
import type { WebApiArgs, WebApiMethod } from './webApiMethod.ts'
import type { Workspace } from '../state/workspace.ts'

/** One Web API call as it arrived, whatever became of it. `args` has no token. */
export type SlackCall = { readonly method: string; readonly args: WebApiArgs; readonly at: number }

export type WebApiOptions = {
  readonly workspace: Workspace
  readonly botToken: string
  /** Absent: the app is not in Socket Mode and `apps.connections.open` refuses every token. */
  readonly appToken?: string | undefined
  /** A fresh address for one WebSocket. */
  readonly socketUrl: () => string
  /** Absent: nobody is slowed down. */
  readonly postingRate?: PostingRate | undefined
  readonly record: (call: SlackCall) => void
}

/** Answers `POST /api/<method>`. */
export type WebApi = (method: string, request: CallRequest, fault: MetFault | undefined) => Outcome

const socketMethod = 'apps.connections.open'

export const createWebApi = (options: WebApiOptions): WebApi => {
  const methods: Readonly<Record<string, WebApiMethod>> = {
    ...chatMethods,
    ...conversationMethods,
    ...userMethods,
    ...viewMethods,
    'auth.test': (_args, { team }) => whoAmI(team),
    [socketMethod]: () => ({ url: options.socketUrl() }),
  }
  const run = (method: string, token: string | undefined, args: WebApiArgs): Outcome => {
    const known = Object.hasOwn(methods, method) ? methods[method] : undefined
    if (known === undefined) throw new SlackRefusal('unknown_method')
    checkToken(token, method === socketMethod ? options.appToken : options.botToken)
    if (method === 'chat.postMessage' && options.postingRate?.take(String(args['channel'])) === false)
      return rateLimited(1)
    return answer(200, { ok: true, ...known(args, options.workspace) })
  }
  return (method, request, fault) =>
    refusing(() => {
      const { token, args } = parseCall(request)
      options.record({ method, args, at: options.workspace.now() })
      return underFault(fault, () => refusing(() => run(method, token, args)))
    })
}

const refusing = (run: () => Outcome): Outcome => {
  try {
    return run()
  } catch (error) {
    return answer(200, refusalBody(error))
  }
}

const checkToken = (given: string | undefined, expected: string | undefined): void => {
  if (given === undefined || given === '') throw new SlackRefusal('not_authed')
  if (given !== expected) throw new SlackRefusal('invalid_auth')
}

const whoAmI = (team: Workspace['team']) => ({
  url: `https://${team.domain}.slack.com/`,
  team: team.name,
  team_id: team.id,
  user: slackApp.name,
  user_id: slackApp.userId,
  bot_id: slackApp.botId,
  is_enterprise_install: false,
})
