import { WebClient } from '@slack/web-api'
import type { Logger } from 'pino'

import { createDeskBot } from '../../bots/desk/createDeskBot.ts'
import { createSlackClient, slackClientOptions } from '../../bots/desk/slackClient.ts'
import { createSlackLogger } from '../../bots/desk/slackLogger.ts'
import { createSlackSender } from '../../bots/desk/slackSender.ts'
import type { Config } from '../config.ts'
import type { Sender } from '../delivery/delivery.ts'
import type { Hospital } from '../hospital/hospital.ts'
import type { DeskSignIn } from '../http/desk/deskSignIn.ts'
import type { Desk } from '../tickets/desk.ts'
import type { Storage } from './openStorage.ts'

const SLACK_AWAY_RETRY_MS = 60_000

type Parts = {
  readonly config: Config
  readonly hospital: Hospital
  readonly stores: Storage['stores']
  readonly desk: Desk
  readonly signIn: DeskSignIn
  readonly publicUrl: string
  readonly now: () => Date
  readonly log: Logger
}

/** The staff's bot, absent where no Slack is configured, and what brings cards to it. */
export function openSlack({ config, hospital, stores, desk, signIn, publicUrl, now, log }: Parts) {
  const { tickets, audit, transact } = stores
  const logger = createSlackLogger(log)
  const client =
    config.SLACK_BOT_TOKEN === undefined
      ? new WebClient(undefined, slackClientOptions(config.SLACK_API_URL, logger))
      : createSlackClient(config.SLACK_BOT_TOKEN, config.SLACK_API_URL, logger)
  const connection = slackConnectionOf(config)
  const deskBot =
    connection &&
    createDeskBot({
      hospital,
      desk,
      tickets,
      audit,
      client,
      createDeskLink: (slackUserId, ticketNumber) => signIn.createLink(slackUserId, ticketNumber),
      rememberEvent: (key) => transact((tx) => tx.rememberEvent(key, now())),
      now,
      log,
      connection,
    })
  const sender = deskBot ? createSlackSender({ client, tickets, deskUrl: new URL('/desk', publicUrl).href }) : slackAway
  return { deskBot, sender }
}

function slackConnectionOf(config: Config) {
  const { SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET } = config
  if (SLACK_BOT_TOKEN === undefined) return undefined
  if (SLACK_APP_TOKEN !== undefined) return { kind: 'socket', appToken: SLACK_APP_TOKEN } as const
  return SLACK_SIGNING_SECRET === undefined
    ? undefined
    : ({ kind: 'http', signingSecret: SLACK_SIGNING_SECRET } as const)
}

// Without Slack the cards wait in the outbox; staff read and answer on the desk page.
const slackAway: Sender = {
  send: async () => ({ kind: 'retry', afterMs: SLACK_AWAY_RETRY_MS, code: 'slack_not_configured' }),
  settle: async () => ({ kind: 'absent' }),
}
