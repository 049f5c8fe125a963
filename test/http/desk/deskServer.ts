import { createSecretKey, randomBytes, randomInt, randomUUID } from 'node:crypto'

import { sql } from 'kysely'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import restify, { type Response } from 'restify'

import type { ConsentReceipt } from '../../../src/consent/consent.ts'
import { createOneTimeCodes } from '../../../src/codes/oneTimeCodes.ts'
import type { Scrubbed } from '../../../src/consent/scrubbed.ts'
import type { NewDelivery } from '../../../src/delivery/delivery.ts'
import { readHospitalFile, SAMPLE_HOSPITAL_FILE } from '../../../src/hospital/readHospitalFile.ts'
import { addDeskRoutes } from '../../../src/http/desk/deskRoutes.ts'
import { createDeskSignIn } from '../../../src/http/desk/deskSignIn.ts'
import { createWritingHelp } from '../../../src/http/desk/writingHelp.ts'
import type { LanguageModel } from '../../../skills/languageModel/languageModel.ts'
import type { Mail } from '../../../src/http/mail.ts'
import { createRateLimit } from '../../../src/live/rateLimit.ts'
import { createStores } from '../../../src/store/createStores.ts'
import { openDatabase } from '../../../src/store/database.ts'
import { createEnvelope } from '../../../src/store/encryption/envelope.ts'
import { createLookupHash } from '../../../src/store/encryption/lookupHash.ts'
import { migrate } from '../../../src/store/migrate.ts'
import { createDesk } from '../../../src/tickets/desk.ts'
import type { NewTicket, TicketContent } from '../../../src/tickets/ticket.ts'
import { createTicketNumber } from '../../../src/tickets/ticketNumber.ts'
import { covered } from '../../store/examples.ts'

const MINUTE_MS = 60_000

export type DeskServerOptions = {
  readonly connectionString: string
  readonly hasMail?: boolean
  readonly port?: number
  readonly startAt?: Date
  /** Helps with writing; absent: none is configured. */
  readonly model?: LanguageModel
}

export type FiledTicket = Partial<Omit<NewTicket, 'content'>> & {
  readonly content?: Partial<TicketContent>
  readonly receipts?: readonly ConsentReceipt[]
}

/** The desk on a real server over a real database, with a mailbox to look into and a clock that tests move. */
export async function startDeskServer({
  connectionString,
  hasMail = true,
  port = 0,
  startAt,
  model,
}: DeskServerOptions) {
  const clock = { at: startAt ?? new Date('2026-11-23T02:00:00Z') }
  const now = () => clock.at
  const hospital = readHospitalFile(SAMPLE_HOSPITAL_FILE)
  const database = openDatabase({ connectionString }, { maxConnections: 4 })
  await migrate(database.db)
  const newId = () => randomUUID()
  const envelope = createEnvelope([{ id: 'test', secret: createSecretKey(randomBytes(32)) }])
  const stores = createStores({ database, envelope, now, newId, onEnqueued: () => undefined })
  const desk = createDesk({ hospital, transact: stores.transact, now, newId })

  const mails: Mail[] = []
  const logged: string[] = []
  const server = restify.createServer()
  server.on(
    'restifyError',
    (_request, response: Response, error: Error & { statusCode?: number }, done: () => void) => {
      if (error.statusCode === undefined) logged.push(`${error.name}: ${error.message}`)
      response.send(error.statusCode ?? 500, { error: { code: 'other', message: 'Something went wrong.' } })
      done()
    },
  )
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve)
  })
  const url = `http://127.0.0.1:${server.address().port}`

  const hash = createLookupHash(createSecretKey(randomBytes(32)))
  const signIn = createDeskSignIn({
    access: stores.deskAccess,
    hospital,
    now,
    randomToken: () => randomBytes(32).toString('base64url'),
    codes: createOneTimeCodes({ store: stores.codes, hash, randomInt: (below) => randomInt(below), now }),
    hash,
    ...(hasMail ? { sendMail: async (mail: Mail) => void mails.push(mail) } : {}),
    publicUrl: url,
  })
  addDeskRoutes(server, {
    hospital,
    signIn,
    desk,
    tickets: stores.tickets,
    incidents: stores.incidents,
    writing: createWritingHelp({ hospital, tickets: stores.tickets, isAsShownNow: () => true, model }),
    audit: stores.audit,
    rateLimit: createRateLimit((options) => new RateLimiterMemory(options)),
    publicUrl: url,
    now,
    clientAddress: (request) => request.socket.remoteAddress ?? '',
    log: { error: (fields) => void logged.push(JSON.stringify(fields)) },
  })

  async function file({ content, receipts = [], ...ticket }: FiledTicket = {}): Promise<string> {
    const number = createTicketNumber(now(), (below) => randomInt(below))
    await stores.transact(async (tx) => {
      const filed = await tx.insertTicket(
        covered({ ...sampleTicket(number, now()), ...ticket, content: { ...sampleContent, ...content } }),
        receipts,
      )
      const { id, state } = filed.ticket
      await tx.appendHistory(id, {
        at: now(),
        actor: { kind: 'patient' },
        action: 'filed',
        from: undefined,
        to: state,
        text: undefined,
      })
    })
    return number
  }

  return {
    url,
    hospital,
    clock,
    later: (minutes: number) => {
      clock.at = new Date(clock.at.getTime() + minutes * MINUTE_MS)
    },
    mails,
    /** The code of the latest mail, which goes out after its request was answered. */
    async codeFromMail(): Promise<string> {
      for (let tries = 0; tries < 200 && mails.length === 0; tries += 1)
        await new Promise((done) => setTimeout(done, 10))
      return /\d{6}/.exec(mails.at(-1)?.text ?? '')?.[0] ?? 'no mail came'
    },
    logged,
    signIn,
    desk,
    stores,
    file,
    /** Every route, in the order in which they were added. */
    routes: (): readonly { readonly method: string; readonly path: string }[] => {
      const { routes }: { readonly routes: readonly { method: string; path: string }[] } = server.getDebugInfo()
      return routes.map(({ method, path }) => ({ method: method.toUpperCase(), path }))
    },
    /** From now on nothing can be added to the access log. */
    failAudit: () => sql`alter table audit rename to audit_away`.execute(database.db),
    /** The access log so far. */
    audited: () => database.db.selectFrom('audit').selectAll().orderBy('sequence').execute(),
    enqueue: (delivery: NewDelivery) => stores.transact((tx) => tx.enqueue(delivery)),
    setReplyState: (state: 'waiting' | 'sent' | 'delivered' | 'parked') =>
      database.db.updateTable('outbox').set({ state }).where('kind', '=', 'patient_reply').execute(),
    async close() {
      server.server.closeAllConnections()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
      })
      await database.close()
    },
  }
}

export type DeskServer = Awaited<ReturnType<typeof startDeskServer>>

const sampleContent: TicketContent = {
  v: 1,
  kind: 'story',
  story: '월요일 아침에 예약하고 갔는데 한 시간 넘게 기다렸습니다.' as Scrubbed,
  gist: '예약 시간보다 한 시간 넘게 기다림',
  when: { date: '2026-11-23', text: '월요일 아침' },
  where: '본관 2층 접수',
  wish: '기다리는 시간을 알려 주세요.',
  health: false,
  vault: [],
  name: '홍길동',
  phone: '010-1234-5678',
}

function sampleTicket(number: string, at: Date): Omit<NewTicket, 'content'> {
  return {
    id: randomUUID(),
    number,
    type: 'complaint',
    category: 'waiting',
    department: '원무과',
    deskDepartment: '원무과',
    urgency: 'normal',
    crisis: undefined,
    channel: 'web',
    language: 'ko',
    conversationId: `web-${randomUUID()}`,
    slackCovered: false,
    createdAt: at,
    dueAt: new Date(at.getTime() + 7 * 24 * 60 * MINUTE_MS),
    filingKey: randomUUID(),
    secretHash: undefined,
  }
}
