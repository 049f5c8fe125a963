import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import type { RightsRequest } from '../../../src/consent/rightsRequest.ts'
import type { Scrubbed } from '../../../src/consent/scrubbed.ts'
import { exampleActivity, exampleReceipt, exampleSession, exampleTurn } from '../../store/examples.ts'
import { createTestDatabase, type TestDatabase } from '../../support/testDatabase.ts'
import { signInByLink } from './deskBrowser.ts'
import { type DeskServer, type FiledTicket, startDeskServer } from './deskServer.ts'

/** Privacy officer. */
const TAEO = 'U0TAEO000'
/** Coordinator, who may handle every ticket. */
const HANEUL = 'U0HANEUL0'
/** 원무과, like the sample ticket. */
const DOYUN = 'U0DOYUN00'

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

type Right = (numbers: readonly string[]) => RightsRequest | undefined
const erase: Right = (tickets) => ({ right: 'erase', tickets, everything: false })
const eraseAll: Right = (tickets) => ({ right: 'erase', tickets, everything: true })
const withdraw: Right = (tickets) => ({ right: 'withdraw', tickets, purpose: 'collect' })

const OFFICERS_DESK = {
  type: 'inquiry',
  category: 'privacy',
  department: '개인정보보호담당',
  deskDepartment: '개인정보보호담당',
} as const

async function fileRequest(conversationId: string, request: RightsRequest | undefined): Promise<string> {
  const story = '개인정보 요청.' as Scrubbed
  return server.file({ ...OFFICERS_DESK, conversationId, content: { kind: 'rights', story, request } })
}

/** A conversation with a grave ticket and a request about it, which somebody has claimed. */
async function open(right: Right, { by = TAEO, target = {} }: { by?: string; target?: FiledTicket } = {}) {
  const session = exampleSession()
  const { conversationId } = session
  await server.stores.conversations.transact(async (tx) => {
    const activities = [exampleActivity(session.nextSequence, '수술이 잘못됐습니다')]
    await tx.writeTurn(exampleTurn(session, { activities, receipts: [exampleReceipt()] }))
  })
  const grave = await server.file({ conversationId, category: 'medical_accident', ...target })
  const number = await fileRequest(conversationId, right([grave]))
  const browser = await signInByLink(server, by)
  const path = `/desk/api/tickets/${number}`
  await browser.post(`${path}/claim`)
  const page = async () => (await browser.get(path)).body
  const { revision } = await page()
  return { conversationId, grave, number, browser, path, page, revision }
}

const find = async (number: string) => server.stores.tickets.findTicket(number)

async function historyOf(number: string) {
  const { id = '' } = (await find(number)) ?? {}
  return (await server.stores.tickets.readHistory(id)).map(({ action, to, actor }) => [action, to, actor.kind])
}

const changesSince = async (before: number) =>
  (await server.audited())
    .slice(before)
    .filter(({ action }) => action !== 'seen')
    .map(({ who, action, field, reason, ticket_number }) => [who, action, field, reason, ticket_number])

describe('a request carried out', () => {
  it('destroys the ticket it names, says so on both, and has the answer begin with it', async () => {
    const { grave, number, browser, path, page, revision } = await open(erase)
    const doyun = await signInByLink(server, DOYUN)
    await doyun.post(`/desk/api/tickets/${grave}/claim`)
    expect((await page()).request).toEqual({
      right: 'erase',
      targets: [{ number: grave, state: 'claimed', because: 'grave' }],
    })
    expect((await page()).may).toMatchObject({ carryOut: true, refuse: true })

    const before = (await server.audited()).length
    const { status, body } = await browser.post(`${path}/carry-out`, { revision, reason: 'no_duty' })
    expect([status, body.ticket.state]).toEqual([200, 'drafted'])
    const destroyed = await find(grave)
    expect(destroyed).toMatchObject({ state: 'withdrawn', destroyedAt: server.clock.at, assignee: undefined })
    await expect(server.stores.tickets.readContent(destroyed?.id ?? '')).rejects.toMatchObject({
      code: 'data_key_missing',
    })
    expect(await historyOf(grave)).toEqual([
      ['filed', 'received', 'patient'],
      ['claimed', 'claimed', 'staff'],
      ['withdrawn', 'withdrawn', 'patient'],
      ['erased', 'withdrawn', 'staff'],
    ])
    expect((await historyOf(number)).at(-1)).toEqual(['carried_out', 'drafted', 'staff'])
    expect(await changesSince(before)).toEqual([
      [TAEO, 'changed', 'erased', 'no_duty', grave],
      [TAEO, 'destroyed', null, 'deletion_request', grave],
      [TAEO, 'changed', 'carried_out', 'no_duty', number],
    ])
    expect((await server.audited()).slice(before).map(({ address }) => address)).toContain('127.0.0.1')

    const after = await page()
    expect(after.draft.text).toBe(`요청하신 대로 ${grave}에 적으신 내용과 연락처, 답변을 지웠습니다.`)
    expect([after.request.targets, after.may.carryOut, after.may.refuse]).toEqual([[], false, false])
    expect((await server.stores.tickets.listDeliveries(destroyed?.id ?? '')).map(({ kind }) => kind)).toEqual([])
  })

  it('tells the person by the ordinary answer', async () => {
    const { conversationId, browser, path, page, revision } = await open(erase)
    await browser.post(`${path}/carry-out`, { revision, reason: 'other', note: '홍길동 님 확인' })
    const { draft, revision: drafted } = await page()
    expect((await browser.post(`${path}/answer`, { text: draft.text, revision: drafted })).status).toBe(200)
    expect(await server.stores.conversations.listWaitingReplies(conversationId)).toMatchObject([{ text: draft.text }])
    const reasons = (await server.audited()).flatMap(({ reason }) => (reason?.startsWith('other') ? [reason] : []))
    expect(reasons).toHaveLength(2)
    expect(reasons.join()).not.toContain('홍길동')
  })

  it('keeps what was drafted before, behind it', async () => {
    const { browser, path, page } = await open(erase)
    await browser.put(`${path}/draft`, { text: '덧붙입니다.' })
    const { revision } = await page()
    await browser.post(`${path}/carry-out`, { revision, reason: 'no_duty' })
    expect((await page()).draft.text).toMatch(/지웠습니다\.\n\n덧붙입니다\.$/)
  })

  it.each([
    ['is refused when the ticket changed meanwhile', { revision: 1, reason: 'no_duty' }, 'stale'],
    ['is refused when the draft leaves no room', { revision: 3, reason: 'no_duty' }, 'draft_too_long'],
  ])('%s, and nothing is destroyed', async (_title, body, code) => {
    const { grave, browser, path } = await open(erase)
    if (code === 'draft_too_long') await browser.put(`${path}/draft`, { text: '가'.repeat(3_000) })
    const before = (await server.audited()).length
    const answer = await browser.post(`${path}/carry-out`, body)
    expect([answer.status, answer.body.error.code]).toEqual([409, code])
    expect(await find(grave)).toMatchObject({ state: 'received', destroyedAt: undefined })
    expect(await server.audited()).toHaveLength(before)
  })

  it('is carried out once, though it was pressed twice at once', async () => {
    const { number, browser, path, revision } = await open(erase)
    const press = async () => (await browser.post(`${path}/carry-out`, { revision, reason: 'no_duty' })).status
    expect((await Promise.all([press(), press()])).toSorted()).toEqual([200, 409])
    expect((await historyOf(number)).filter(([action]) => action === 'carried_out')).toHaveLength(1)
  })

  it.each<[string, (others: string) => Right]>([
    ['a ticket of somebody else', (others) => () => erase([others])],
    ['a ticket and destroys none', () => (tickets) => ({ right: 'correct', tickets })],
    ['nothing, as those filed earlier did', () => () => undefined],
  ])('destroys nothing when it names %s', async (_what, rightFor) => {
    const others = await server.file({ category: 'medical_accident' })
    const { grave, browser, path, page, revision } = await open(rightFor(others))
    expect((await page()).may.carryOut).toBe(false)
    const { status, body } = await browser.post(`${path}/carry-out`, { revision, reason: 'no_duty' })
    expect([status, body.error.code]).toEqual([409, 'nothing_left'])
    for (const number of [others, grave]) expect((await find(number))?.destroyedAt).toBeUndefined()
  })
})

describe('a request refused', () => {
  it('leaves everything, and has the answer begin with why and where to object', async () => {
    const { grave, number, browser, path, page, revision } = await open(erase)
    const before = (await server.audited()).length
    expect((await browser.post(`${path}/refuse`, { revision, reason: 'law' })).status).toBe(200)
    expect((await page()).draft.text).toMatch(
      /해 드릴 수 없습니다\.\n이유: 법에 따라[^]*신고센터 118, 개인정보 분쟁조정위원회 1833-6972에 문의/,
    )
    expect((await find(grave))?.destroyedAt).toBeUndefined()
    expect(await changesSince(before)).toEqual([[TAEO, 'changed', 'refused', 'law', number]])
    expect((await page()).may).toMatchObject({ carryOut: true, refuse: true })
  })

  it('says a reason in words with whoever it names masked', async () => {
    const { browser, path, page, revision } = await open(() => ({ right: 'other', tickets: [] }))
    const note = '010-1234-5678 요청과 같은 건'
    expect((await browser.post(`${path}/refuse`, { revision, reason: 'other', note })).status).toBe(200)
    const { draft } = await page()
    expect(draft.text).toMatch(/이유: .*요청과 같은 건\n/)
    expect(draft.text).not.toContain('1234-5678')
  })

  it.each([
    ['no reason', { revision: 2 }],
    ['the reason of the other decision', { revision: 2, reason: 'no_duty' }],
    ['words that say nothing', { revision: 2, reason: 'other', note: ' ' }],
    ['words where a choice was made', { revision: 2, reason: 'law', note: '법' }],
    ['no revision', { reason: 'law' }],
    ['something more', { revision: 2, reason: 'law', destroy: true }],
  ])('is not taken with %s', async (_what, body) => {
    const { browser, path } = await open(erase)
    expect((await browser.post(`${path}/refuse`, body)).status).toBe(400)
  })
})

describe('deciding', () => {
  it.each(['carry-out', 'refuse'])('is for the privacy officer alone: %s', async (decision) => {
    const { grave, browser, path, page, revision } = await open(erase, { by: HANEUL })
    expect((await page()).may).toMatchObject({ answer: true, carryOut: false, refuse: false })
    const { status, body } = await browser.post(`${path}/${decision}`, {
      revision,
      reason: decision === 'refuse' ? 'law' : 'no_duty',
    })
    expect([status, body.error.code]).toEqual([403, 'not_allowed'])
    expect((await find(grave))?.destroyedAt).toBeUndefined()
  })

  it('is for whoever has claimed the request', async () => {
    const { browser, path, page } = await open(erase)
    await browser.post(`${path}/release`)
    const { may, revision } = await page()
    expect([may.carryOut, may.refuse]).toEqual([false, false])
    const answer = await browser.post(`${path}/carry-out`, { revision, reason: 'no_duty' })
    expect([answer.status, answer.body.error.code]).toEqual([409, 'not_yours'])
  })

  it('is not offered while somebody else holds the request', async () => {
    const { path } = await open(erase, { by: HANEUL })
    const { may } = (await (await signInByLink(server, TAEO)).get(path)).body
    expect([may.note, may.carryOut, may.refuse]).toEqual([true, false, false])
  })

  it('is not offered on any other ticket', async () => {
    const number = await server.file(OFFICERS_DESK)
    const browser = await signInByLink(server, TAEO)
    const path = `/desk/api/tickets/${number}`
    await browser.post(`${path}/claim`)
    const { may, revision, request } = (await browser.get(path)).body
    expect([request, may.carryOut, may.refuse]).toEqual([undefined, false, false])
    const answer = await browser.post(`${path}/refuse`, { revision, reason: 'law' })
    expect([answer.status, answer.body.error.code]).toEqual([409, 'wrong_state'])
  })
})

describe('closing a request that wanted everything gone', () => {
  async function openAnswered(right: Right) {
    const opened = await open(right)
    const { browser, path, page, revision } = opened
    await browser.post(`${path}/carry-out`, { revision, reason: 'case_over' })
    const { draft, revision: drafted } = await page()
    await browser.post(`${path}/answer`, { text: draft.text, revision: drafted })
    const session = async () => server.stores.conversations.findSession(opened.conversationId)
    return { ...opened, draft, session, close: async () => browser.post(`${path}/resolve`) }
  }

  it.each([
    ['deletion', eraseAll],
    ['withdrawal', withdraw],
  ])('ends the conversation of a %s, but not before the answer has arrived', async (_what, right) => {
    const { close, session, number, draft, page } = await openAnswered(right)
    expect(draft.text).toContain('이 대화도 지웁니다')
    const early = await close()
    expect([early.status, early.body.error.code]).toEqual([409, 'not_delivered'])
    expect(await session()).toBeDefined()
    await server.setReplyState('delivered')
    expect((await close()).status).toBe(200)
    expect(await session()).toBeUndefined()
    expect(await find(number)).toMatchObject({ state: 'closed', conversationId: undefined })
    expect((await page()).answer).toBe(draft.text)
  })

  it('does not wait for ever for somebody who never comes by', async () => {
    const { path, session } = await openAnswered(withdraw)
    server.later(30 * 24 * 60)
    const later = await signInByLink(server, TAEO)
    expect((await later.post(`${path}/resolve`)).status).toBe(200)
    expect(await session()).toBeUndefined()
  })

  it('leaves it where something was filed since', async () => {
    const { close, session, conversationId } = await openAnswered(withdraw)
    await server.file({ conversationId })
    expect((await close()).status).toBe(200)
    expect(await session()).toBeDefined()
  })

  it('leaves it where the request was refused', async () => {
    const { browser, path, page, revision, conversationId } = await open(eraseAll)
    await browser.post(`${path}/refuse`, { revision, reason: 'case_open' })
    const { draft, revision: drafted } = await page()
    await browser.post(`${path}/answer`, { text: draft.text, revision: drafted })
    expect((await browser.post(`${path}/resolve`)).status).toBe(200)
    expect(await server.stores.conversations.findSession(conversationId)).toBeDefined()
  })

  it('logs a withdrawal of collection on the request', async () => {
    const { number } = await openAnswered(withdraw)
    const { id = randomUUID() } = (await find(number)) ?? {}
    expect(await server.stores.tickets.listWithdrawnConsents(id)).toMatchObject([{ purpose: 'collect' }])
  })
})
