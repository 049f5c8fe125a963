import { createSecretKey, randomBytes, randomInt, randomUUID } from 'node:crypto'

import { RateLimiterMemory } from 'rate-limiter-flexible'

import { askedPurposes } from '../../../dialogs/consentState.ts'
import { guardianReceipts } from '../../../dialogs/guardianReceipts.ts'
import { currentNotice } from '../../../dialogs/notice.ts'
import type { DialogPorts } from '../../../dialogs/turn.ts'
import { publishedNotices } from '../../../locales/notices.ts'
import { createOneTimeCodes } from '../../../src/codes/oneTimeCodes.ts'
import { createNoticeBook, type PublishedNotices } from '../../../src/consent/noticeBook.ts'
import { findProcessorsAbroad } from '../../../src/consent/processorsAbroad.ts'
import { guardianToken, guardianTokenHash } from '../../../src/guardian/guardianLink.ts'
import { GUARDIAN_WAITS_MS, type GuardianContact, type GuardianRequest } from '../../../src/guardian/guardianRequest.ts'
import { readHospitalFile, SAMPLE_HOSPITAL_FILE } from '../../../src/hospital/readHospitalFile.ts'
import { createServer } from '../../../src/http/createServer.ts'
import { createGuardianConsents } from '../../../src/http/guardian/guardianConsents.ts'
import { createGuardianMessages } from '../../../src/http/guardian/guardianMessages.ts'
import { addGuardianRoutes } from '../../../src/http/guardian/guardianRoutes.ts'
import { SmsError } from '../../../src/http/sms.ts'
import { createRateLimit } from '../../../src/live/rateLimit.ts'
import { createLookupHash } from '../../../src/store/encryption/lookupHash.ts'
import type { TestStores } from '../../store/testStores.ts'

/** The guardian's page on a real server over a real database, with a phone to look into and a clock that tests move. */
export async function startGuardianServer(stores: TestStores, notices: PublishedNotices = publishedNotices) {
  const { now } = stores
  const hospital = readHospitalFile(SAMPLE_HOSPITAL_FILE)
  const hash = createLookupHash(createSecretKey(randomBytes(32)))
  const sent: { readonly to: string; readonly text: string }[] = []
  const logged: string[] = []
  const log = (fields: object): void => void logged.push(JSON.stringify(fields))
  const answered: GuardianRequest[] = []
  const trouble = { isSmsAway: false }
  const rate = createRateLimit((options) => new RateLimiterMemory(options))

  const ports = {
    hospital,
    notices: createNoticeBook(notices),
    processorsAbroad: findProcessorsAbroad(hospital, undefined),
    now,
    newId: () => randomUUID(),
  } as DialogPorts
  const messages = createGuardianMessages({
    hospital,
    sendMail: async ({ to, text }) => void sent.push({ to, text }),
    sendSms: async (sms) => {
      if (trouble.isSmsAway) throw new SmsError('sms_not_taken', 'away')
      sent.push(sms)
    },
  })
  const consents = createGuardianConsents({
    guardians: stores.guardians,
    codes: createOneTimeCodes({ store: stores.codes, hash, randomInt: (below) => randomInt(below), now }),
    messages,
    hash,
    now,
    makeReceipts: (request, answers, language) => guardianReceipts(ports, { request, answers, language }),
    onAnswered: async (request) => void answered.push(request),
  })
  const server = createServer({ info: log, error: log })
  addGuardianRoutes(server, {
    hospital,
    consents,
    noticesNow: (language) => askedPurposes(ports).map((purpose) => currentNotice(ports, purpose, language)),
    statementNow: (language) => currentNotice(ports, 'guardian', language),
    rateLimit: rate,
    clientAddress: (request) => request.socket.remoteAddress ?? '',
    log: { info: log, error: log },
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const url = `http://127.0.0.1:${server.address().port}`

  return {
    url,
    hospital,
    stores,
    sent,
    logged,
    answered,
    trouble,
    hash,
    later: (minutes: number) => stores.setNow(new Date(now().getTime() + minutes * 60_000)),
    /** A child asks. @returns the path of the guardian's page */
    async ask(
      contact: GuardianContact = { kind: 'phone', value: '01000001234' },
      conversationId: string = randomUUID(),
    ) {
      const id = randomUUID()
      const token = guardianToken(hash, id)
      await stores.conversations.transact((tx) =>
        tx.insertGuardianRequest({
          id,
          tokenHash: guardianTokenHash(hash, token),
          conversationId,
          channel: 'web',
          language: 'ko',
          createdAt: now(),
          expiresAt: new Date(now().getTime() + GUARDIAN_WAITS_MS),
          details: { v: 1, name: '김보호', contact },
        }),
      )
      return `/guardian/${token}`
    },
    /** Calls the page as a browser without scripts does. */
    async call(method: string, path: string, form?: Readonly<Record<string, string>>) {
      const response = await fetch(url + path, {
        method,
        ...(form ? { body: new URLSearchParams(form) } : {}),
      })
      return { status: response.status, headers: response.headers, text: await response.text() }
    },
    lastCode: () => /\d{6}/.exec(sent.at(-1)?.text ?? '')?.[0] ?? 'none',
    rows: () => stores.database.db.selectFrom('guardian_requests').selectAll().execute(),
    receipts: () => stores.database.db.selectFrom('receipts').selectAll().execute(),
    keys: () => stores.database.db.selectFrom('keyring.data_keys').selectAll().execute(),
    async close() {
      server.server.closeAllConnections()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
      })
    },
  }
}

export type GuardianServer = Awaited<ReturnType<typeof startGuardianServer>>

/** The proof that a page carries in its form. */
export function proofIn(html: string): string {
  return /name="proof" value="([^"]+)"/.exec(html)?.[1] ?? 'no proof'
}

/** Gets a code and types it. @returns the proof */
export async function prove(server: GuardianServer, path: string): Promise<string> {
  await server.call('POST', `${path}/code`)
  const { text } = await server.call('POST', `${path}/check`, { code: server.lastCode() })
  return proofIn(text)
}
