import { randomBytes, randomInt, randomUUID } from 'node:crypto'

import { WebClient } from '@slack/web-api'
import { createEventApi } from 'kakao-chatbot-skill-sdk'
import { sql } from 'kysely'
import type { Logger } from 'pino'

import { createDeskBot } from '../bots/desk/createDeskBot.ts'
import { createSlackClient, slackClientOptions } from '../bots/desk/slackClient.ts'
import { createSlackLogger } from '../bots/desk/slackLogger.ts'
import { createSlackSender } from '../bots/desk/slackSender.ts'
import { createBotFrameworkDoor } from '../bots/intake/botFrameworkDoor.ts'
import { createDirectLineAccess } from '../bots/intake/directline/directLineAccess.ts'
import { createDirectLineApi } from '../bots/intake/directline/directLineApi.ts'
import { createDirectLineStream } from '../bots/intake/directline/directLineStream.ts'
import { createDirectLineTokens } from '../bots/intake/directline/directLineTokens.ts'
import { createKakaoDoor } from '../bots/intake/kakaoDoor.ts'
import { createPatientSender } from '../bots/intake/patientSender.ts'
import { createRunTurn } from '../bots/intake/runTurn.ts'
import { createTranscript } from '../bots/intake/transcript.ts'
import type { DialogPorts } from '../dialogs/turn.ts'
import { createAlarm } from './alarm.ts'
import type { Config } from './config.ts'
import type { Sender } from './delivery/delivery.ts'
import { createOutboxWorker } from './delivery/outboxWorker.ts'
import { readHospitalFile } from './hospital/readHospitalFile.ts'
import { createDeskSignIn } from './http/desk/deskSignIn.ts'
import { createMailer } from './http/mail.ts'
import { createInProcessLive } from './live/inProcessLive.ts'
import type { Live } from './live/live.ts'
import { createRedisLive } from './live/redisLive.ts'
import { createMetrics } from './metrics.ts'
import { createStores } from './store/createStores.ts'
import { type DatabaseAddress, openDatabase } from './store/database.ts'
import { startEmbeddedPostgres } from './store/embedded/startEmbeddedPostgres.ts'
import { deriveDataKey } from './store/encryption/deriveDataKey.ts'
import { createEnvelope } from './store/encryption/envelope.ts'
import { createKeyFile } from './store/encryption/keyFile.ts'
import { parseEncryptionKeys, parseLookupKey } from './store/encryption/keys.ts'
import { createLookupHash } from './store/encryption/lookupHash.ts'
import { createHeldConversations } from './store/heldConversations.ts'
import { createJobs } from './store/jobs.ts'
import { migrate } from './store/migrate.ts'
import { createDesk } from './tickets/desk.ts'

const SLACK_AWAY_RETRY_MS = 60_000
const STATUS_TRIES = { points: 5, perSeconds: 600 }

/** Builds every part and joins them. The only place that knows how; nothing listens and no worker runs yet. */
export async function createDependencies(config: Config, publicUrl: string, log: Logger) {
  const hospital = readHospitalFile(config.HOSPITAL_FILE)
  const keys = await readKeys(config)
  const { address, stop: stopDatabase } = await openAddress(config, log)
  const database = openDatabase(address)
  const now = (): Date => new Date()
  const newId = (): string => randomUUID()
  const hash = createLookupHash(keys.lookup)

  await bringUpToDate(address)
  const live = await openLive(config, deriveDataKey(keys.master[0], 'hold'), log)
  const stores = createStores({
    database,
    envelope: createEnvelope(keys.master),
    now,
    newId,
    onEnqueued: () => void live.wakeUps.publish('outbox'),
  })
  const { conversations, tickets, transact } = stores
  const held = createHeldConversations(live.hold)

  const ports: DialogPorts = {
    hospital,
    now,
    newId,
    randomInt: (below) => randomInt(below),
    hash,
    findOwnTickets: (conversationId) => tickets.listByConversation(conversationId),
    findTicketBySecret: (secretHash) => tickets.findBySecretHash(secretHash),
    findAnswer: (ticketId) => tickets.findAnswer(ticketId),
    takeTry: async (key) => (await live.rateLimit.take(key, STATUS_TRIES)).allowed,
  }
  const runTurn = createRunTurn({ hospital, conversations, held, locks: live.locks, wakeUps: live.wakeUps, ports, log })
  const transcript = createTranscript({ conversations, held, wakeUps: live.wakeUps, now })

  const tokens = createDirectLineTokens({
    secret: Buffer.from(hash('direct_line_tokens', 'v1'), 'base64url'),
    now: () => now().getTime(),
  })
  const directLine = {
    api: createDirectLineApi({
      runTurn,
      transcript,
      tokens,
      access: createDirectLineAccess({
        transcript,
        tokens,
        rateLimit: live.rateLimit,
        secret: config.DIRECTLINE_SECRET,
      }),
      randomId: () => randomBytes(18).toString('base64url'),
    }),
    stream: createDirectLineStream({ transcript, tokens, now: () => now().getTime() }),
  }
  const kakao = createKakaoDoor({
    runTurn,
    hospital,
    secrets: config.KAKAO_SKILL_SECRET === undefined ? [] : [config.KAKAO_SKILL_SECRET],
    botId: config.KAKAO_BOT_ID,
    hash,
    log,
  })
  const botFramework = openBotFramework(config, runTurn, hash)

  const desk = createDesk({ hospital, transact, now, newId })
  const sendMail = createMailer({ smtpUrl: config.SMTP_URL, from: config.MAIL_FROM ?? '' })
  const signIn = createDeskSignIn({
    access: stores.deskAccess,
    hospital,
    now,
    randomToken: () => randomBytes(32).toString('base64url'),
    randomInt: (below) => randomInt(below),
    hash,
    sendMail,
    publicUrl,
  })
  const slackLogger = createSlackLogger(log)
  const slackClient =
    config.SLACK_BOT_TOKEN === undefined
      ? new WebClient(undefined, slackClientOptions(config.SLACK_API_URL, slackLogger))
      : createSlackClient(config.SLACK_BOT_TOKEN, config.SLACK_API_URL, slackLogger)
  const slackConnection = slackConnectionOf(config)
  const deskBot =
    slackConnection &&
    createDeskBot({
      hospital,
      desk,
      tickets,
      client: slackClient,
      createDeskLink: (slackUserId, ticketNumber) => signIn.createLink(slackUserId, ticketNumber),
      rememberEvent: (key) => transact((tx) => tx.rememberEvent(key, now())),
      now,
      log,
      connection: slackConnection,
    })

  const slackSender: Sender = deskBot
    ? createSlackSender({ client: slackClient, tickets, deskUrl: new URL('/desk', publicUrl).href })
    : slackAway
  const alarm = createAlarm({ hospital, transact, tickets, newId, sendMail, log })
  const worker = createOutboxWorker({
    outbox: stores.outbox,
    senders: {
      slack_card: slackSender,
      slack_note: slackSender,
      slack_page: slackSender,
      slack_alarm: slackSender,
      patient_reply: createPatientSender({
        runTurn,
        conversations,
        kakao: kakaoEvents(config),
        botFramework: botFramework?.door,
      }),
    },
    wakeUps: live.wakeUps,
    now,
    random: Math.random,
    owner: newId(),
    log,
    onParked: alarm.parked,
    onStuck: alarm.stuck,
  })
  const jobs = createJobs(
    address,
    [
      {
        name: 'drop-expired',
        cron: '*/10 * * * *',
        run: async () => {
          const dropped = await conversations.dropExpired(now())
          if (dropped > 0) log.info({ dropped }, 'unfinished drafts past their time were dropped')
        },
      },
    ],
    log,
  )

  return {
    hospital,
    now,
    database,
    live,
    tickets,
    desk,
    signIn,
    directLine,
    kakao,
    botFramework,
    deskBot,
    worker,
    jobs,
    metrics: createMetrics(stores.outbox),
    /** @throws when the database does not answer */
    async isDatabaseReady(): Promise<boolean> {
      await sql`select 1 from tickets limit 1`.execute(database.db)
      return true
    },
    /** Closes what was opened, in the order that lets each finish. */
    async close(): Promise<void> {
      await live.close()
      await database.close()
      await stopDatabase()
    },
  }
}

async function readKeys(config: Config) {
  const { ENCRYPTION_KEYS, LOOKUP_KEY } = config
  const given =
    ENCRYPTION_KEYS !== undefined && LOOKUP_KEY !== undefined
      ? { ENCRYPTION_KEYS, LOOKUP_KEY }
      : await createKeyFile(config.dataDir)
  return { master: parseEncryptionKeys(given.ENCRYPTION_KEYS), lookup: parseLookupKey(given.LOOKUP_KEY) }
}

async function openAddress(
  config: Config,
  log: Logger,
): Promise<{ address: DatabaseAddress; stop: () => Promise<void> }> {
  if (config.DATABASE_URL !== undefined)
    return { address: { connectionString: config.DATABASE_URL }, stop: async () => {} }
  const postgres = await startEmbeddedPostgres({ dataDir: config.dataDir, log })
  return { address: postgres.connection, stop: () => postgres.stop() }
}

/** A migration, or the wait for another instance's, takes what it takes. */
async function bringUpToDate(address: DatabaseAddress): Promise<void> {
  const database = openDatabase(address, { maxConnections: 1, statementTimeoutMs: 0 })
  try {
    await migrate(database.db)
  } finally {
    await database.close()
  }
}

async function openLive(config: Config, holdKey: ReturnType<typeof deriveDataKey>, log: Logger): Promise<Live> {
  return config.REDIS_URL === undefined
    ? createInProcessLive({ holdKey, log })
    : createRedisLive({ url: config.REDIS_URL, holdKey, log })
}

function slackConnectionOf(config: Config) {
  const { SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET } = config
  if (SLACK_BOT_TOKEN === undefined) return undefined
  if (SLACK_APP_TOKEN !== undefined) return { kind: 'socket', appToken: SLACK_APP_TOKEN } as const
  return SLACK_SIGNING_SECRET === undefined
    ? undefined
    : ({ kind: 'http', signingSecret: SLACK_SIGNING_SECRET } as const)
}

function kakaoEvents(config: Config) {
  const { KAKAO_REST_API_KEY: restApiKey, KAKAO_EVENT_NAME: eventName, KAKAO_API_URL: baseUrl } = config
  if (restApiKey === undefined || eventName === undefined) return undefined
  return { eventName, eventApiFor: (botId: string) => createEventApi({ baseUrl, restApiKey, botId }) }
}

function openBotFramework(
  config: Config,
  runTurn: ReturnType<typeof createRunTurn>,
  hash: (purpose: string, value: string) => string,
) {
  const { MICROSOFT_APP_ID: appId, MICROSOFT_APP_PASSWORD: password, MICROSOFT_APP_TENANT_ID: tenantId } = config
  const credentials = appId !== undefined && password !== undefined ? { appId, password, tenantId } : undefined
  if (!credentials && !config.OPEN_BOT_ENDPOINT) return undefined
  return { door: createBotFrameworkDoor({ runTurn, hash, credentials }), isOpen: credentials === undefined }
}

// Without Slack the cards wait in the outbox; staff read and answer on the desk page.
const slackAway: Sender = {
  send: async () => ({ kind: 'retry', afterMs: SLACK_AWAY_RETRY_MS, code: 'slack_not_configured' }),
  settle: async () => ({ kind: 'absent' }),
}
