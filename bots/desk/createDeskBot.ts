import { App, type Logger, type Receiver, SocketModeReceiver } from '@slack/bolt'

import type { DeskLog, DeskParts } from './deskParts.ts'
import { errorCode } from './errorCode.ts'
import { createHttpReceiver, type HttpReceiver } from './httpReceiver.ts'
import { createInFlight } from './inFlight.ts'
import { listenToAll } from './listenToAll.ts'
import { slackClientOptions } from './slackClient.ts'
import { createSlackLogger } from './slackLogger.ts'
import { createSocketConnection } from './socketConnection.ts'

/** How Slack reaches the bot: by calling the product, or through a socket the bot opens. */
export type SlackConnection =
  { readonly kind: 'http'; readonly signingSecret: string } | { readonly kind: 'socket'; readonly appToken: string }

export type DeskBot = {
  readonly app: App
  readonly receiver: Receiver
  /** Handles `POST /slack/events`, whose body nothing may have read; undefined in Socket Mode, which has no route. */
  readonly handleSlackRequest: HttpReceiver['handle'] | undefined
  /** Begins to listen. Never waits for Slack and never fails: a bot whose Slack is away keeps trying. */
  readonly start: () => void
  /** Stops taking payloads and waits for those in hand. */
  readonly stop: () => Promise<void>
}

/** The staff's bot: what happens when somebody presses a card, submits a modal or types `/voc`. Threads are never read. */
export function createDeskBot(parts: DeskParts & { readonly connection: SlackConnection }): DeskBot {
  const { client, log, now } = parts
  const logger = createSlackLogger(log)
  const door = openDoor(parts.connection, { now, log, logger, slackApiUrl: client.slackApiUrl })
  const inFlight = createInFlight()
  const app = new App({
    receiver: door.receiver,
    socketMode: parts.connection.kind === 'socket',
    // Slack is asked nothing to let a payload in, so a wrong token or an absent Slack stops no press.
    authorize: async () => (client.token === undefined ? {} : { botToken: client.token }),
    clientOptions: slackClientOptions(client.slackApiUrl, logger),
    logger,
    convoStore: false,
  })
  app.use(({ next }) => inFlight.track(next()))
  app.error(async (error) => log.error({ code: errorCode(error) }, 'a Slack payload could not be handled'))
  listenToAll(app, parts)

  return {
    app,
    receiver: door.receiver,
    handleSlackRequest: door.handle,
    start: door.start,
    stop: async () => {
      await door.stop()
      await inFlight.settled()
    },
  }
}

type Door = {
  readonly receiver: Receiver
  readonly handle: HttpReceiver['handle'] | undefined
  readonly start: () => void
  readonly stop: () => Promise<void>
}

function openDoor(
  connection: SlackConnection,
  parts: {
    readonly now: () => Date
    readonly log: DeskLog
    readonly logger: Logger
    readonly slackApiUrl: string
  },
): Door {
  const { now, log, logger, slackApiUrl } = parts
  if (connection.kind === 'http') {
    const receiver = createHttpReceiver({ signingSecret: connection.signingSecret, now, log })
    return { receiver, handle: receiver.handle, start: () => {}, stop: async () => {} }
  }
  const receiver = new SocketModeReceiver({
    appToken: connection.appToken,
    autoReconnectEnabled: false,
    logger,
    // Not the app's own options: the library would put the bot's token in the place of the app's.
    installerOptions: { clientOptions: slackClientOptions(slackApiUrl, logger) },
  })
  return { receiver, handle: undefined, ...createSocketConnection(receiver.client, { now, log }) }
}
