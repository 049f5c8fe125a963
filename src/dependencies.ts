import { randomBytes, randomInt, randomUUID } from 'node:crypto'

import { sql } from 'kysely'
import type { Logger } from 'pino'

import { publishedNotices } from '../locales/notices.ts'
import { createConsentPage } from '../bots/intake/consentPage.ts'
import { createDangerBudget } from '../bots/intake/dangerBudget.ts'
import { createGuardianArrival } from '../bots/intake/guardianArrival.ts'
import { createPatientSender } from '../bots/intake/patientSender.ts'
import { createRunTurn } from '../bots/intake/runTurn.ts'
import { createReadStory } from '../bots/intake/readStory.ts'
import { askedPurposes } from '../dialogs/consentState.ts'
import { guardianReceipts } from '../dialogs/guardianReceipts.ts'
import { currentNotice, isAsShownNow, type NoticePorts } from '../dialogs/notice.ts'
import type { DialogPorts } from '../dialogs/turn.ts'
import { createAlarm } from './alarm.ts'
import { createOneTimeCodes } from './codes/oneTimeCodes.ts'
import type { Config } from './config.ts'
import type { ConsentReceipt } from './consent/consent.ts'
import { createConsentLinks } from './consent/consentLinks.ts'
import { createFindHoldings } from './consent/findHoldings.ts'
import { createNoticeBook } from './consent/noticeBook.ts'
import { findProcessorsAbroad } from './consent/processorsAbroad.ts'
import { createOutboxWorker } from './delivery/outboxWorker.ts'
import { staleHelplines } from './hospital/helplines.ts'
import { readHospitalFile } from './hospital/readHospitalFile.ts'
import { createDeskSignIn } from './http/desk/deskSignIn.ts'
import { createWritingHelp } from './http/desk/writingHelp.ts'
import { createGuardianConsents } from './http/guardian/guardianConsents.ts'
import { createGuardianLinkSender } from './http/guardian/guardianLinkSender.ts'
import { createGuardianMessages } from './http/guardian/guardianMessages.ts'
import { createMailer } from './http/mail.ts'
import { createMyDataLinks } from './http/myData/myDataLinks.ts'
import { createSmsSender } from './http/sms.ts'
import { createFetchPhoto } from './http/photos/fetchPhoto.ts'
import { createPhotoSender } from './http/photos/createPhotoSender.ts'
import { photoOrigins } from './http/photos/photoOrigins.ts'
import { createMetrics } from './metrics.ts'
import { openLanguageModel } from './openLanguageModel.ts'
import { createDesk } from './tickets/desk.ts'
import type { Language } from './tickets/ticket.ts'
import { openDoors } from './wiring/openDoors.ts'
import { openJobs } from './wiring/openJobs.ts'
import { openSlack } from './wiring/openSlack.ts'
import { openStorage } from './wiring/openStorage.ts'

const STATUS_TRIES = { points: 5, perSeconds: 600 }
const GUARDIAN_MESSAGES = { points: 3, perSeconds: 24 * 60 * 60 }
/** Two points are taken for each message: nobody has a hospital write to a whole telephone book. */
const GUARDIAN_MESSAGES_OF_HOUSE = { points: 400, perSeconds: 24 * 60 * 60 }

/** Builds every part and joins them. The only place that knows how; nothing listens and no worker runs yet. */
export async function createDependencies(config: Config, publicUrl: string, log: Logger) {
  const hospital = readHospitalFile(config.HOSPITAL_FILE)
  const now = (): Date => new Date()
  const newId = (): string => randomUUID()
  const storage = await openStorage({ config, now, newId, log })
  const { live, stores, held, hash, database } = storage
  const { conversations, tickets, transact } = stores
  const metrics = createMetrics(stores.outbox, () => staleHelplines(hospital, now()).length)
  const model = openLanguageModel(config, metrics.countModelCall, log)
  // Loading the library takes a moment that nobody in a chat should wait for.
  void model?.warmUp()

  const consentLinks = createConsentLinks({
    secret: Buffer.from(hash('consent_links', 'v1'), 'base64url'),
    now,
    newId,
  })
  const sendMail = createMailer({ smtpUrl: config.SMTP_URL, from: config.MAIL_FROM ?? '' })
  const guardianMessages = createGuardianMessages({ hospital, sendMail, sendSms: smsSender(config, now) })
  const myDataLinks = createMyDataLinks({
    secret: Buffer.from(hash('my_data_links', 'v1'), 'base64url'),
    now,
    newId,
  })
  const notices: NoticePorts = {
    hospital,
    notices: createNoticeBook(publishedNotices),
    processorsAbroad: findProcessorsAbroad(hospital, config.LLM_REGION),
    now,
  }
  const isShownNow = (receipt: ConsentReceipt): boolean => isAsShownNow(notices, receipt)
  const ports: DialogPorts = {
    ...notices,
    readStory: model && createReadStory({ model, conversations, isAsShownNow: isShownNow, now }),
    consentPageUrl: (grant, language) => `${publicUrl}/consent/${consentLinks.issue(grant)}?lang=${language}`,
    newId,
    randomInt: (below) => randomInt(below),
    hash,
    findOwnTickets: (conversationId) => tickets.listByConversation(conversationId),
    findTicketBySecret: (secretHash) => tickets.findBySecretHash(secretHash),
    findAnswer: (ticketId) => tickets.findAnswer(ticketId),
    findHoldings: createFindHoldings({ tickets, conversations }),
    myDataUrl: (conversationId, language) =>
      `${publicUrl}/my-data/${myDataLinks.issue({ conversationId })}?lang=${language}`,
    listPhotos: (ids) => stores.photos.list(ids),
    takeTry: async (key) => (await live.rateLimit.take(key, STATUS_TRIES)).allowed,
    guardianContacts: guardianMessages.kinds,
    findGuardianRequest: (conversationId) => stores.guardians.findByConversation(conversationId, now()),
    findGuardianDetails: (requestId) => stores.guardians.findDetails(requestId, now()),
    takeGuardianMessage: async (key) =>
      (await live.rateLimit.take(`guardian:${key}`, GUARDIAN_MESSAGES)).allowed &&
      (await live.rateLimit.take('guardian:house', GUARDIAN_MESSAGES_OF_HOUSE)).allowed,
    takeDangerPage: createDangerBudget(live.rateLimit, log),
  }
  const runTurn = createRunTurn({ hospital, conversations, held, locks: live.locks, wakeUps: live.wakeUps, ports, log })
  const { directLine, kakao, botFramework, speakers } = openDoors({ config, hospital, storage, runTurn, now, log })

  const arriving = { conversations, held, runTurn, ports, ...speakers, log }
  const consentPage = createConsentPage({ links: consentLinks, ...arriving })

  const codes = createOneTimeCodes({ store: stores.codes, hash, randomInt: ports.randomInt, now })
  const tellChild = createGuardianArrival(arriving)
  const guardian = createGuardianConsents({
    guardians: stores.guardians,
    codes,
    messages: guardianMessages,
    hash,
    now,
    makeReceipts: (request, answers, language) => guardianReceipts(ports, { request, answers, language }),
    onAnswered: tellChild,
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
  const slack = openSlack({ config, hospital, stores, desk, signIn, publicUrl, now, log })
  const alarm = createAlarm({ hospital, transact, tickets, newId, sendMail, log })
  const worker = createOutboxWorker({
    outbox: stores.outbox,
    senders: {
      slack_card: slack.sender,
      slack_note: slack.sender,
      slack_page: slack.sender,
      slack_alarm: slack.sender,
      guardian_link: createGuardianLinkSender({
        guardians: stores.guardians,
        messages: guardianMessages,
        hash,
        publicUrl,
        now,
        async onRefused(request) {
          await conversations.transact((tx) => tx.deleteGuardianRequest(request.id))
          await tellChild(request)
        },
      }),
      photo_fetch: createPhotoSender({
        photos: stores.photos,
        fetchPhoto: createFetchPhoto(photoOrigins(config.KAKAO_API_URL)),
        now,
        log,
      }),
      patient_reply: createPatientSender({ runTurn, conversations, ...speakers }),
    },
    wakeUps: live.wakeUps,
    now,
    random: Math.random,
    owner: newId(),
    log,
    onParked: alarm.parked,
    onStuck: alarm.stuck,
  })

  return {
    hospital,
    now,
    myData: { links: myDataLinks, tickets, conversations, audit: stores.audit },
    database,
    live,
    tickets,
    writing: createWritingHelp({ hospital, tickets, isAsShownNow: isShownNow, model }),
    incidents: stores.incidents,
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
    deskBot: slack.deskBot,
    worker,
    jobs: openJobs({ config, hospital, storage, sendMail, now, newId, log }),
    metrics,
    /** @throws when the database does not answer */
    async isDatabaseReady(): Promise<boolean> {
      await sql`select 1 from tickets limit 1`.execute(database.db)
      return true
    },
    close: () => storage.close(),
  }
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
