import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { randomUUID } from 'node:crypto'

import { replies } from '../../../locales/ko/replies.ts'
import type { ConsentReceipt } from '../../../src/consent/consent.ts'
import type { Scrubbed } from '../../../src/consent/scrubbed.ts'
import { openTestModel } from '../../support/languageModel.ts'
import { type ModelServer, startModelServer } from '../../support/modelServer.ts'
import { createTestDatabase, type TestDatabase } from '../../support/testDatabase.ts'
import { signInByLink } from './deskBrowser.ts'
import { type DeskServer, type FiledTicket, startDeskServer } from './deskServer.ts'

/** 원무과, like the sample ticket. */
const DOYUN = 'U0DOYUN00'
/** 간호부. */
const MINSEO = 'U0MINSEO0'
const STORY = '월요일 아침에 [직원1] 님이 한 시간 넘게 기다리게 했습니다. [전화번호1]로 알려 주세요.' as Scrubbed
const VAULT = [
  { token: '[직원1]', type: 'staff_name', value: '김나비' },
  { token: '[전화번호1]', type: 'phone', value: '010-9876-5432' },
] as const
const WORDS = { story: STORY, vault: VAULT, name: '홍길동', phone: '010-1234-5678' }
const CHINESE = { ...WORDS, story: '昨天[직원1]让我等了两个小时，请打电话[전화번호1]。' as Scrubbed }
const CHOICE = { empathy: 'waiting', apologises: true, offersVisit: false, offersReview: true }

let database: TestDatabase
let model: ModelServer
let domestic: DeskServer
let abroad: DeskServer
let without: DeskServer

beforeAll(async () => {
  database = await createTestDatabase()
  model = await startModelServer()
  const { connectionString } = database
  domestic = await startDeskServer({ connectionString, model: openTestModel(model).model })
  abroad = await startDeskServer({
    connectionString,
    model: { ...openTestModel(model).model, recipient: 'llm_overseas' },
  })
  without = await startDeskServer({ connectionString })
})
afterAll(async () => {
  for (const server of [domestic, abroad, without]) await server.close()
  await model.close()
  await database.drop()
})
beforeEach(() => void model.calls.splice(0))

function receipt(purpose: ConsentReceipt['purpose'], granted = true, noticeHash = 'shown today'): ConsentReceipt {
  return {
    id: randomUUID(),
    purpose,
    granted,
    noticeVersion: '1',
    noticeHash,
    language: 'ko',
    actor: 'self',
    channel: 'web',
    shownAs: 'chat',
    answeredAt: new Date('2026-11-23T01:00:00Z'),
  }
}
const COLLECT = [receipt('collect')]
const WITH_HEALTH = [...COLLECT, receipt('health')]

async function openTicket(server: DeskServer, filed: FiledTicket = {}, who = DOYUN) {
  const receipts = (filed.receipts ?? COLLECT).map((one) => ({ ...one, id: randomUUID() }))
  const number = await server.file({ ...filed, content: { ...WORDS, ...filed.content }, receipts })
  const browser = await signInByLink(server, who)
  const path = `/desk/api/tickets/${number}`
  const write = (kind: string) => browser.post(`${path}/writing`, { kind })
  return { number, browser, path, write, offers: async () => (await browser.get(`${path}/writing`)).body }
}

describe('what is offered on a ticket', () => {
  const all = { summary: true, translation: false, draft: true }
  const draftAlone = { ...all, summary: false }
  const overseas = [...COLLECT, receipt('overseas')]

  it.each([
    ['with consent to collection', 'domestic', {}, all],
    ['in another language', 'domestic', { content: CHINESE }, draftAlone],
    [
      'in another language, with consent to health',
      'domestic',
      { content: CHINESE, receipts: WITH_HEALTH },
      { ...all, summary: false, translation: true },
    ],
    ['of health, without consent to that', 'domestic', { content: { health: true } }, draftAlone],
    ['of health, with consent to that', 'domestic', { content: { health: true }, receipts: WITH_HEALTH }, all],
    ['without a receipt', 'domestic', { receipts: [] }, draftAlone],
    ['without a name', 'domestic', { conversationId: undefined }, draftAlone],
    ['of a child whose guardian did not agree', 'domestic', { content: { relation: 'child' } }, draftAlone],
    [
      'of a child whose guardian agreed',
      'domestic',
      { content: { relation: 'child' }, receipts: [...COLLECT, receipt('guardian')] },
      all,
    ],
    [
      'of somebody who wants to be called',
      'domestic',
      { content: { kind: 'callback' } },
      { ...draftAlone, draft: false },
    ],
    ['to a model abroad, without consent to that', 'abroad', {}, draftAlone],
    ['to a model abroad, refused', 'abroad', { receipts: [...COLLECT, receipt('overseas', false)] }, draftAlone],
    ['to a model abroad, with consent to that', 'abroad', { receipts: overseas }, all],
    ['where there is no model', 'without', { receipts: overseas }, draftAlone],
  ] as const)('%s (%s)', async (_name, place, filed, expected) => {
    const server = { domestic, abroad, without }[place]
    const ticket = await openTicket(server, filed)
    expect(await ticket.offers()).toEqual(expected)
    model.behave({ kind: 'says', answer: { summary: '오래 기다렸다고 함.', korean: '기다렸습니다.' } })
    for (const kind of ['summary', 'translation'] as const) {
      if (!expected[kind]) expect((await ticket.write(kind)).status).toBe(503)
    }
    if (!expected.summary && !expected.translation) expect(model.calls).toEqual([])
  })

  it('is nothing once the consent was taken back', async () => {
    const ticket = await openTicket(domestic)
    const found = await domestic.stores.tickets.findTicket(ticket.number)
    await domestic.stores.transact((tx) =>
      tx.appendAudit({
        at: domestic.clock.at,
        who: 'person',
        surface: 'chat',
        address: undefined,
        ticketId: found?.id,
        ticketNumber: ticket.number,
        action: 'withdrawn',
        field: 'collect',
        reason: undefined,
      }),
    )
    expect(await ticket.offers()).toMatchObject({ summary: false })
  })

  it('counts a refusal in the conversation after the filing, and no later yes', async () => {
    const conversationId = `web-${randomUUID()}`
    const later = (purpose: ConsentReceipt['purpose'], granted: boolean) => ({
      ...receipt(purpose, granted),
      answeredAt: new Date('2026-11-24T01:00:00Z'),
    })
    const write = (one: ConsentReceipt) =>
      domestic.stores.conversations.transact((tx) => tx.writeReceipts([one], conversationId))

    const ticket = await openTicket(domestic, { conversationId, content: { health: true } })
    await write(later('health', true))
    expect(await ticket.offers()).toMatchObject({ summary: false })

    const agreed = await openTicket(domestic, {
      conversationId,
      content: { health: true },
      receipts: WITH_HEALTH,
    })
    expect(await agreed.offers()).toMatchObject({ summary: true })
    await write({ ...later('health', false), answeredAt: new Date('2026-11-24T02:00:00Z') })
    expect(await agreed.offers()).toMatchObject({ summary: false })
  })
})

describe('what is written', () => {
  it('is a summary, entered in the access log', async () => {
    const summary = '[직원1] 님이 월요일 아침에 오래 기다리게 했다고 함. [전화번호1]로 답을 바람.'
    model.behave({ kind: 'says', answer: { summary } })
    const ticket = await openTicket(domestic)
    expect((await ticket.write('summary')).body).toEqual({ text: summary, by: 'model' })
    expect((await domestic.audited()).at(-1)).toMatchObject({
      who: DOYUN,
      surface: 'desk',
      ticket_number: ticket.number,
      action: 'seen',
      field: 'summary',
    })
  })

  it('is a translation that keeps the tokens', async () => {
    const korean = '어제 [직원1] 님이 2시간을 기다리게 했습니다. [전화번호1]로 전화해 주세요.'
    model.behave({ kind: 'says', answer: { korean } })
    const ticket = await openTicket(domestic, { content: CHINESE, receipts: WITH_HEALTH })
    expect((await ticket.write('translation')).body).toEqual({ text: korean, by: 'model' })
  })

  it('was made without a name, number or id of anybody', async () => {
    model.behave({ kind: 'says', answer: CHOICE })
    const ticket = await openTicket(domestic)
    const other = await openTicket(domestic, { content: CHINESE, receipts: WITH_HEALTH })
    for (const kind of ['summary', 'draft']) await ticket.write(kind)
    for (const kind of ['translation', 'draft']) await other.write(kind)
    const sent = model.everything()
    expect(model.calls).toHaveLength(4)
    expect(sent).toContain('[직원1]')
    expect(sent).not.toMatch(/김나비|홍길동|9876|5432|1234|5678|web-|U0DOYUN/)
    for (const { number } of [ticket, other]) expect(sent).not.toContain(number)
  })

  it('is a draft of the usual sentences where nothing may go to the model', async () => {
    const ticket = await openTicket(abroad)
    const { body } = await ticket.write('draft')
    expect(body).toMatchObject({ by: 'phrases', text: expect.stringContaining(replies.blank) })
    expect(model.calls).toEqual([])
  })

  it('names no person in a draft', async () => {
    const ticket = await openTicket(without, { content: { where: '[직원1] 자리' } })
    expect((await ticket.write('draft')).body.text).not.toContain('직원1')
  })

  it.each([
    ['is down', { kind: 'fails', status: 500 }],
    ['hangs up', { kind: 'resets' }],
    ['lies', { kind: 'says', answer: { summary: '9번 넘어졌다고 함.' } }],
    ['babbles', { kind: 'writes', content: 'Of course!' }],
  ] as const)('is the usual draft, and no summary, when the model %s', async (_name, behaviour) => {
    model.behave(behaviour)
    const fresh = await startDeskServer({
      connectionString: database.connectionString,
      model: openTestModel(model).model,
    })
    const ticket = await openTicket(fresh)
    expect(await ticket.write('summary')).toMatchObject({ status: 503, body: { error: { code: 'not_written' } } })
    expect((await ticket.write('draft')).body).toMatchObject({ by: 'phrases' })
    expect(fresh.logged).toEqual([])
    await fresh.close()
  })

  it('cannot be sent with its blank', async () => {
    const ticket = await openTicket(without)
    await ticket.browser.post(`${ticket.path}/claim`)
    const { text } = (await ticket.write('draft')).body
    const saved = (await ticket.browser.put(`${ticket.path}/draft`, { text })).body
    const sent = await ticket.browser.post(`${ticket.path}/answer`, { text, revision: saved.revision })
    expect(sent).toMatchObject({ status: 422, body: { error: { code: 'has_blank' } } })
  })
})

describe('who gets it', () => {
  it('nobody of another department', async () => {
    const ticket = await openTicket(domestic, {}, MINSEO)
    expect((await ticket.write('summary')).status).toBe(403)
    expect((await ticket.browser.get(`${ticket.path}/writing`)).status).toBe(403)
    expect(model.calls).toEqual([])
  })

  it.each([{}, { kind: 'poem' }, { kind: 'summary', to: 'me' }])('nobody who asks for %j', async (body) => {
    const ticket = await openTicket(domestic)
    expect((await ticket.browser.post(`${ticket.path}/writing`, body)).status).toBe(400)
  })

  it('nobody when the access log cannot be written', async () => {
    const broken = await createTestDatabase()
    const server = await startDeskServer({
      connectionString: broken.connectionString,
      model: openTestModel(model).model,
    })
    const ticket = await openTicket(server)
    await server.failAudit()
    expect((await ticket.write('draft')).status).toBe(500)
    expect(model.calls).toEqual([])
    await server.close()
    await broken.drop()
  })
})
