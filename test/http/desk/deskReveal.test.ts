import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'

import type { ConsentReceipt } from '../../../src/consent/consent.ts'
import type { Scrubbed } from '../../../src/consent/scrubbed.ts'
import { createTestDatabase, type TestDatabase } from '../../support/testDatabase.ts'
import { signInByLink } from './deskBrowser.ts'
import { type DeskServer, type FiledTicket, startDeskServer } from './deskServer.ts'

/** 원무과, like the sample ticket. */
const [DOYUN, SEOYEON] = ['U0DOYUN00', 'U0SEOYEON'] as const
/** 간호부. */
const MINSEO = 'U0MINSEO0'

let database: TestDatabase
let server: DeskServer

beforeAll(async () => {
  database = await createTestDatabase()
  server = await startDeskServer({ connectionString: database.connectionString })
})
afterAll(async () => {
  await server.close()
  await database.drop()
})

const content = {
  story: '[이름1] 간호사에게 물었습니다.' as Scrubbed,
  vault: [{ token: '[이름1]', type: 'name', value: '김나비' }],
} as const

async function open(slackUserId: string, filed: FiledTicket = { content }) {
  const number = await server.file(filed)
  const browser = await signInByLink(server, slackUserId)
  const path = `/desk/api/tickets/${number}`
  return { number, browser, path, reveal: async (body: object) => browser.post(`${path}/reveal`, body) }
}

describe('revealing', () => {
  it.each([
    ['name', '홍길동'],
    ['phone', '010-1234-5678'],
    ['[이름1]', '김나비'],
  ])('gives out %s alone, and says in the log who saw it and why', async (field, value) => {
    const { reveal, number } = await open(DOYUN)
    const { status, text, headers } = await reveal({ field, reason: 'identity' })
    expect([status, JSON.parse(text)]).toEqual([200, { value }])
    expect(headers.get('cache-control')).toBe('no-store')
    expect((await server.audited()).at(-1)).toMatchObject({
      who: DOYUN,
      action: 'revealed',
      field,
      reason: 'identity',
      ticket_number: number,
      surface: 'desk',
      address: '127.0.0.1',
    })
  })

  it('keeps a reason in words, with whoever it names masked', async () => {
    const { reveal } = await open(SEOYEON)
    const note = '홍길동 님 010-1234-5678 통화, 900101-1234567'
    expect((await reveal({ field: 'phone', reason: 'other', note })).status).toBe(200)
    const { reason } = (await server.audited()).at(-1) ?? {}
    expect(reason).toMatch(/^other: .*통화/)
    expect(reason).not.toMatch(/홍길동|1234-5678|900101/)
  })

  it('gives nothing out when the log cannot be written', async () => {
    const { reveal } = await open(DOYUN)
    jest.spyOn(server.stores.audit, 'append').mockRejectedValueOnce(new Error('The log is full.'))
    const { status, text } = await reveal({ field: 'name', reason: 'answer' })
    expect(server.logged.splice(0)).toEqual(['Error: The log is full.'])
    expect([status, text.includes('홍길동')]).toEqual([500, false])
  })

  it.each([
    ['an unknown token', { field: '[이름9]', reason: 'answer' }, 404],
    ['a field that is not masked', { field: 'story', reason: 'answer' }, 404],
    ['a name of every object', { field: '__proto__', reason: 'answer' }, 404],
    ['no reason', { field: 'name' }, 400],
    ['another reason', { field: 'name', reason: 'curiosity' }, 400],
    ['no words where words are asked', { field: 'name', reason: 'other' }, 400],
    ['blank words', { field: 'name', reason: 'other', note: ' ' }, 400],
    ['too many words', { field: 'name', reason: 'other', note: '가'.repeat(101) }, 400],
    ['several fields', { field: ['name', 'phone'], reason: 'answer' }, 400],
    ['something more', { field: 'name', reason: 'answer', all: true }, 400],
  ])('refuses %s, and logs no sight', async (_what, body, status) => {
    const { reveal } = await open(DOYUN)
    const before = (await server.audited()).length
    const answer = await reveal(body)
    expect([answer.status, answer.text.includes('홍길동')]).toEqual([status, false])
    expect(await server.audited()).toHaveLength(before)
  })

  it('is for those who may read the ticket', async () => {
    const { path } = await open(DOYUN)
    const stranger = await signInByLink(server, MINSEO)
    const before = (await server.audited()).length
    expect((await stranger.post(`${path}/reveal`, { field: 'name', reason: 'answer' })).status).toBe(403)
    expect(
      (
        await stranger.post(
          `${path}/reveal`,
          { field: 'name', reason: 'answer' },
          { headers: { 'x-sori-desk': undefined } },
        )
      ).status,
    ).toBe(403)
    expect(await server.audited()).toHaveLength(before)
  })
})

describe('what is over', () => {
  const receipt = (purpose: ConsentReceipt['purpose'], at: string): ConsentReceipt => ({
    id: randomUUID(),
    purpose,
    granted: true,
    noticeVersion: '1',
    noticeHash: 'x',
    language: 'ko',
    actor: 'self',
    channel: 'web',
    shownAs: 'chat',
    answeredAt: new Date(at),
  })

  it('shows a destroyed ticket as such, with nothing to see or do', async () => {
    const { number, browser, path, reveal } = await open(DOYUN)
    const { id } = (await server.stores.tickets.findTicket(number)) ?? {}
    await server.stores.transact((tx) =>
      tx.destroyTicket(id ?? '', { rule: 'deletion_request', at: server.clock.at, by: 'person' }),
    )
    const { status, body } = await browser.get(path)
    expect([status, body.content, body.destroyedAt]).toEqual([200, undefined, server.clock.at.toISOString()])
    expect(Object.values(body.may)).not.toContain(true)
    expect((await reveal({ field: 'name', reason: 'answer' })).status).toBe(404)
  })

  it('tells of a consent that was taken back, and not of one that was given again', async () => {
    const receipts = [receipt('contact', '2026-11-20T01:00:00Z'), receipt('health', '2026-11-22T01:00:00Z')]
    const { browser, path, number } = await open(DOYUN, { receipts })
    const { id } = (await server.stores.tickets.findTicket(number)) ?? {}
    for (const field of ['contact', 'health', 'something'])
      await server.stores.audit.append({
        at: new Date('2026-11-21T01:00:00Z'),
        who: 'person',
        surface: 'chat',
        address: undefined,
        ticketId: id,
        ticketNumber: number,
        action: 'withdrawn',
        field,
        reason: undefined,
      })
    expect((await browser.get(path)).body.withdrawn).toEqual([{ purpose: 'contact', at: '2026-11-21T01:00:00.000Z' }])
  })
})
