import type { AddressInfo } from 'node:net'
import { App, HTTPReceiver, LogLevel } from '@slack/bolt'
import { WebClient } from '@slack/web-api'
import {
  createSlackStandIn,
  type SlackStandIn,
  type SlackStandInOptions,
} from '../../../src/rehearsal/slack/createSlackStandIn.ts'

export const botToken = 'xoxb-rehearsal'
export const appToken = 'xapp-rehearsal'
const signingSecret = 'a signing secret of no consequence'

const people = [
  { id: 'U1', name: 'nurse.kim', email: 'Kim@hospital.example' },
  { id: 'U2', name: 'desk.lee' },
]
const channels = [
  { id: 'C1', name: 'nursing', isPrivate: true },
  { id: 'C2', name: 'lobby', isPrivate: false, hasBot: false },
  { id: 'C3', name: 'facility', isPrivate: true, hasBot: false },
  { id: 'C4', name: 'rights', isPrivate: true, members: ['U2'] },
]

export type SlackBench = {
  readonly slack: SlackStandIn
  readonly url: string
  readonly apiUrl: string
  readonly client: WebClient
  readonly stop: () => Promise<void>
}

/** Keeps Slack's packages from printing the failures the tests make. */
export const quiet = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
}
const clientOptions = { retryConfig: { retries: 0 }, rejectRateLimitedCalls: true, timeout: 2000, logger: quiet }

/** A stand-in, the real client, and a real Bolt app: over HTTP, or in Socket Mode where `appToken` is given. */
export const startSlackBench = async (
  wire: (app: App) => void = () => {},
  options: Partial<SlackStandInOptions> = {},
): Promise<SlackBench> => {
  let eventsUrl = ''
  const slack = createSlackStandIn({
    eventsUrl: () => eventsUrl,
    signingSecret,
    botToken,
    users: people,
    channels,
    ...options,
  })
  const { url, apiUrl } = await slack.start()
  const appClient = { ...clientOptions, slackApiUrl: apiUrl }
  const mode =
    options.appToken === undefined
      ? { receiver: new HTTPReceiver({ signingSecret, logger: quiet }) }
      : { socketMode: true, appToken: options.appToken }
  const app = new App({ ...mode, token: botToken, deferInitialization: true, logger: quiet, clientOptions: appClient })
  wire(app)
  await app.init()
  const server = await app.start(0)
  if (options.appToken === undefined) eventsUrl = `http://127.0.0.1:${portOf(server)}/slack/events`
  const client = new WebClient(botToken, { ...clientOptions, slackApiUrl: apiUrl })
  const stop = async (): Promise<void> => {
    await app.stop()
    await slack.stop()
  }
  return { slack, url, apiUrl, client, stop }
}

const portOf = (server: unknown): number => {
  const { address } = server as { address: () => AddressInfo }
  return address.call(server).port
}

/** Waits until what people see fits, looking again at every change. */
export const until = <Found>(slack: SlackStandIn, look: () => Found | undefined, timeoutMs = 5000): Promise<Found> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => end(() => reject(new Error('nothing of the kind came to be seen'))), timeoutMs)
    const end = (finish: () => void): void => {
      clearTimeout(timer)
      stop()
      finish()
    }
    const check = (): void => {
      const found = look()
      if (found !== undefined) end(() => resolve(found))
    }
    const stop = slack.onChange(check)
    check()
  })
