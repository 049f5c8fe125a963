import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import { join } from 'node:path'

import { WebClient } from '@slack/web-api'
import { createEventApi } from 'kakao-chatbot-skill-sdk'
import { sql } from 'kysely'
import type { Logger } from 'pino'

import { createDeskBot } from '../bots/desk/createDeskBot.ts'
import { createSlackClient, slackClientOptions } from '../bots/desk/slackClient.ts'
import { createSlackLogger } from '../bots/desk/slackLogger.ts'
import { createSlackSender } from '../bots/desk/slackSender.ts'
import { publishedNotices } from '../locales/notices.ts'
import { createBotFrameworkDoor } from '../bots/intake/botFrameworkDoor.ts'
import { createConsentPage } from '../bots/intake/consentPage.ts'
import { createDirectLineAccess } from '../bots/intake/directline/directLineAccess.ts'
import { createDirectLineApi } from '../bots/intake/directline/directLineApi.ts'
import { createDirectLineStream } from '../bots/intake/directline/directLineStream.ts'
import { createDirectLineTokens } from '../bots/intake/directline/directLineTokens.ts'
import { createGuardianArrival } from '../bots/intake/guardianArrival.ts'
import { createKakaoDoor } from '../bots/intake/kakaoDoor.ts'
import { createPatientSender } from '../bots/intake/patientSender.ts'
import { createRunTurn } from '../bots/intake/runTurn.ts'
import { createTranscript } from '../bots/intake/transcript.ts'
import { askedPurposes } from '../dialogs/consentState.ts'
import { guardianReceipts } from '../dialogs/guardianReceipts.ts'
import { currentNotice } from '../dialogs/notice.ts'
import type { DialogPorts } from '../dialogs/turn.ts'
import { createAlarm } from './alarm.ts'
import { createAnchorAudit } from './anchorAudit.ts'
import { createOneTimeCodes } from './codes/oneTimeCodes.ts'
import type { Config } from './config.ts'
import { createConsentLinks } from './consent/consentLinks.ts'
import { createFindHoldings } from './consent/findHoldings.ts'
import { createNoticeBook } from './consent/noticeBook.ts'
import { findProcessorsAbroad } from './consent/processorsAbroad.ts'
import type { Sender } from './delivery/delivery.ts'
import { createOutboxWorker } from './delivery/outboxWorker.ts'
import { readHospitalFile } from './hospital/readHospitalFile.ts'
import { createDeskSignIn } from './http/desk/deskSignIn.ts'
import { createGuardianConsents } from './http/guardian/guardianConsents.ts'
import { createGuardianLinkSender } from './http/guardian/guardianLinkSender.ts'
import { createGuardianMessages } from './http/guardian/guardianMessages.ts'
import { createMailer } from './http/mail.ts'
import { createMyDataLinks } from './http/myData/myDataLinks.ts'
import { createSmsSender } from './http/sms.ts'
import { createInProcessLive } from './live/inProcessLive.ts'
import type { Live } from './live/live.ts'
import { createRedisLive } from './live/redisLive.ts'
import { createMetrics } from './metrics.ts'
import { createRetention } from './retention/createRetention.ts'
import { periodsOf } from './retention/periods.ts'
import { createRetentionJob } from './retentionJob.ts'
import { pruneAudit } from './store/audit/pruneAudit.ts'
import { createStores } from './store/createStores.ts'
import { type DatabaseAddress, openDatabase } from './store/database.ts'
import { DESTRUCTIONS_FILE, listDestructions } from './store/destroy/destructionList.ts'
import { startEmbeddedPostgres } from './store/embedded/startEmbeddedPostgres.ts'
import { deriveDataKey } from './store/encryption/deriveDataKey.ts'
import { createEnvelope } from './store/encryption/envelope.ts'
import { createLookupHash } from './store/encryption/lookupHash.ts'
import { readKeys } from './store/encryption/readKeys.ts'
import { createHeldConversations } from './store/heldConversations.ts'
import { createJobs } from './store/jobs.ts'
import { migrate } from './store/migrate.ts'
import { createDesk } from './tickets/desk.ts'
import type { Language } from './tickets/ticket.ts'

const SLACK_AWAY_RETRY_MS = 60_000
const STATUS_TRIES = { points: 5, perSeconds: 600 }
const GUARDIAN_MESSAGES = { points: 3, perSeconds: 24 * 60 * 60 }

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

  const consentLinks = createConsentLinks({
    secret: Buffer.from(hash('consent_links', 'v1'), 'base64url'),
    now,
    newId,
  })
  const sendMail = createMailer({ smtpUrl: config.SMTP_URL, from: config.MAIL_FROM ?? '' })
  const guardianMessages = createGuardianMessages({ hospital, sendMail, sendSms: smsSender(config, now) })
  const myDataLinks = createMyDataLinks({ secret: Buffer.from(hash('my_data_links', 'v1'), 'base64url'), now })
  const ports: DialogPorts = {
    hospital,
    notices: createNoticeBook(publishedNotices),
    processorsAbroad: findProcessorsAbroad(hospital, config.LLM_REGION),
    consentPageUrl: (grant, language) => `${publicUrl}/consent/${consentLinks.issue(grant)}?lang=${language}`,
    now,
    newId,
    randomInt: (below) => randomInt(below),
    hash,
    findOwnTickets: (conversationId) => tickets.listByConversation(conversationId),
    findTicketBySecret: (secretHash) => tickets.findBySecretHash(secretHash),
    findAnswer: (ticketId) => tickets.findAnswer(ticketId),
    findHoldings: createFindHoldings({ tickets, conversations }),
    myDataUrl: async (conversationId, language) =>
      `${publicUrl}/my-data/${await myDataLinks.issue(conversationId)}?lang=${language}`,
    takeTry: async (key) => (await live.rateLimit.take(key, STATUS_TRIES)).allowed,
    guardianContacts: guardianMessages.kinds,
    findGuardianRequest: (conversationId) => stores.guardians.findByConversation(conversationId, now()),
    findGuardianDetails: (requestId) => stores.guardians.findDetails(requestId, now()),
    takeGuardianMessage: async (key) => (await live.rateLimit.take(`guardian:${key}`, GUARDIAN_MESSAGES)).allowed,
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

  const consentPage = createConsentPage({
    links: consentLinks,
    conversations,
    held,
    runTurn,
    ports,
    kakao: kakaoEvents(config),
    botFramework: botFramework?.door,
    log,
  })

  const codes = createOneTimeCodes({ store: stores.codes, hash, randomInt: ports.randomInt, now })
  const guardian = createGuardianConsents({
    guardians: stores.guardians,
    codes,
    messages: guardianMessages,
    hash,
    now,
    makeReceipts: (request, answers, language) => guardianReceipts(ports, { request, answers, language }),
    onAnswered: createGuardianArrival({
      conversations,
      held,
      runTurn,
      ports,
      kakao: kakaoEvents(config),
      botFramework: botFramework?.door,
      log,
    }),
  })

  const desk = createDesk({ hospital, transact, now, newId })
  const signIn = createDeskSignIn({
    access: stores.deskAccess,
    hospital,
    now,
    randomToken: () => randomBytes(32).toString('base64url'),
    codes,
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
      audit: stores.audit,
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
      guardian_link: createGuardianLinkSender({
        guardians: stores.guardians,
        messages: guardianMessages,
        hash,
        publicUrl,
        now,
      }),
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
  const anchorAudit = createAnchorAudit({
    hospital,
    audit: stores.audit,
    transact,
    sendMail,
    keyedHash: hash,
    dataDir: config.dataDir,
    now,
    newId,
    log,
  })
  const retentionJob = createRetentionJob({
    retention: createRetention({
      store: stores.retention,
      transact,
      periods: periodsOf(hospital.retention),
      now,
      log,
    }),
    address,
    dataDir: config.dataDir,
    now,
    log,
  })
  const jobs = createJobs(
    address,
    [
      {
        name: 'drop-expired',
        cron: '*/10 * * * *',
        run: async () => {
          const dropped = await conversations.dropExpired(now())
          await stores.guardians.dropExpired(now())
          if (dropped > 0) log.info({ dropped }, 'unfinished drafts past their time were dropped')
          await listDestructions(database.db, join(config.dataDir, DESTRUCTIONS_FILE), now())
        },
      },
      { name: 'retention', cron: '20 4 * * *', run: retentionJob },
      { name: 'audit-anchor', cron: '10 0 * * *', run: anchorAudit },
      {
        name: 'audit-prune',
        cron: '40 3 * * *',
        run: async () => {
          const pruned = await pruneAudit(database.db, now())
          if (pruned > 0) log.info({ pruned }, 'entries of the access log past two years were deleted')
        },
      },
    ],
    log,
  )

  return {
    hospital,
    now,
    myData: { links: myDataLinks, tickets, conversations, audit: stores.audit },
    database,
    live,
    tickets,
    audit: stores.audit,
    desk,
    signIn,
    directLine,
    consentPage,
    guardian: {
      consents: guardian,
      noticesNow: (language: Language) =>
        askedPurposes(ports).map((purpose) => currentNotice(ports, purpose, language)),
      statementNow: (language: Language) => currentNotice(ports, 'guardian', language),
    },
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

function smsSender(config: Config, now: () => Date) {
  return createSmsSender({
    apiUrl: config.SOLAPI_API_URL,
    apiKey: config.SOLAPI_API_KEY,
    apiSecret: config.SOLAPI_API_SECRET,
    sender: config.SOLAPI_SENDER,
    now,
  })
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
