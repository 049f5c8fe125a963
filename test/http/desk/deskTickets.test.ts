import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'

import type { Scrubbed } from '../../../src/consent/scrubbed.ts'
import type { StaffMember } from '../../../src/hospital/hospital.ts'
import type { FiledTicket } from './deskServer.ts'
import { createTestDatabase, type TestDatabase } from '../../support/testDatabase.ts'
import { type DeskBrowser, openDeskBrowser, signInByLink } from './deskBrowser.ts'
import { type DeskServer, startDeskServer } from './deskServer.ts'

/** 원무과, like the sample ticket. */
const [DOYUN, SEOYEON] = ['U0DOYUN00', 'U0SEOYEON'] as const
/** 간호부. */
const MINSEO = 'U0MINSEO0'
/** Coordinator. */
const HANEUL = 'U0HANEUL0'
const RRN = '900101-1234567'
const VAULTED = {
  content: {
    story: '[이름1] 간호사가 [전화번호1]로 전화한다고 했습니다.' as Scrubbed,
    vault: [
      { token: '[이름1]', type: 'name', value: '김나비' },
      { token: '[전화번호1]', type: 'phone', value: '010-0000-9876' },
    ],
  },
} as const

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

async function openTicket(slackUserId: string, filed: FiledTicket = {}) {
  const number = await server.file(filed)
  const browser = await signInByLink(server, slackUserId)
  const path = `/desk/api/tickets/${number}`
  return { number, browser, path, page: async () => (await browser.get(path)).body }
}

async function openClaimed(slackUserId: string, filed: FiledTicket = {}) {
  const opened = await openTicket(slackUserId, filed)
  await opened.browser.post(`${opened.path}/claim`)
  return opened
}

function staff(slackUserId: string): StaffMember {
  const found = server.hospital.staff.find((person) => person.slackUserId === slackUserId)
  if (!found) throw new Error(`The sample hospital has no ${slackUserId}.`)
  return found
}

describe('who may read a ticket', () => {
  it.each([
    ['their own department', DOYUN, undefined, 200],
    ['the coordinator', HANEUL, undefined, 200],
    ['the director', 'U0SUA0000', undefined, 200],
    ['another department', MINSEO, undefined, 403],
    ['another department, by a link for this ticket', MINSEO, 'this', 200],
    ['another department, by a link for another ticket', MINSEO, 'V26-0000000', 403],
  ])('lets %s: %s %s → %s', async (_who, slackUserId, link, status) => {
    const number = await server.file()
    const browser = await signInByLink(server, slackUserId, link === 'this' ? number : link)
    const seen = (await server.audited()).length
    const answer = await browser.get(`/desk/api/tickets/${number}`)
    expect(answer.status).toBe(status)
    if (status === 403) {
      expect(answer.text).not.toContain('기다렸습니다')
      expect(await server.audited()).toHaveLength(seen)
    }
  })

  it('shows nobody anything without a session', async () => {
    const number = await server.file()
    const answers = await Promise.all(
      [
        '/desk/api/me',
        '/desk/api/tickets',
        `/desk/api/tickets/${number}`,
        `/desk/api/tickets/${number}/deliveries`,
      ].map(async (path) => openDeskBrowser(server).get(path, { headers: { cookie: 'sori_desk=guess' } })),
    )
    expect(answers.map(({ status, body }) => [status, body.error.code])).toEqual(answers.map(() => [401, 'signed_out']))
  })

  it.each(['V26-0000000', 'nonsense', '%00', '%F0%9F%98%80', "'; drop table tickets; --"])(
    'answers 404 for %s',
    async (number) => {
      const browser = await signInByLink(server, HANEUL)
      expect((await browser.get(`/desk/api/tickets/${number}`)).status).toBe(404)
      expect((await browser.post(`/desk/api/tickets/${number}/claim`)).status).toBe(404)
      expect(server.logged).toEqual([])
    },
  )
})

describe('reading a ticket', () => {
  it('is logged each time, by kind, person, address and number, before the words leave', async () => {
    const { browser, path, number } = await openClaimed(DOYUN)
    await browser.put(`${path}/draft`, { text: '초안' })
    const before = (await server.audited()).length
    await browser.get(path)
    const draftAnswered = (await server.audited()).slice(before)
    expect(draftAnswered.map(({ field }) => field)).toEqual(['content', 'history', 'draft'])
    for (const line of draftAnswered)
      expect(line).toMatchObject({
        who: DOYUN,
        action: 'seen',
        surface: 'desk',
        address: '127.0.0.1',
        ticket_number: number,
      })
    await browser.get(path)
    expect(await server.audited()).toHaveLength(before + 6)
  })

  it('gives nothing out when the log cannot be written', async () => {
    const { browser, path } = await openTicket(DOYUN)
    jest.spyOn(server.stores.audit, 'append').mockRejectedValueOnce(new Error('The log is full.'))
    const answer = await browser.get(path)
    expect(server.logged.splice(0)).toEqual(['Error: The log is full.'])
    expect(answer.status).toBe(500)
    expect(answer.text).not.toContain('기다렸습니다')
  })

  it('shows name, phone and what stands behind tokens in full to nobody, the one who holds it included', async () => {
    const { page, path, browser } = await openTicket(DOYUN, VAULTED)
    const masked = { name: '홍*동', phone: '010-****-5678', tokens: ['[이름1]', '[전화번호1]'] }
    expect(await page()).toMatchObject({ content: masked })
    await browser.post(`${path}/claim`)
    const { text, body } = await browser.get(path)
    expect(body).toMatchObject({ content: { ...masked, story: VAULTED.content.story } })
    expect(text).not.toMatch(/홍길동|1234-5678|김나비|9876/)
  })

  it('shows a draft to nobody but its writer', async () => {
    const { browser, path, number } = await openClaimed(DOYUN)
    await browser.put(`${path}/draft`, { text: '아직 쓰는 중입니다.' })
    const colleague = await signInByLink(server, SEOYEON)
    expect((await colleague.get(`/desk/api/tickets/${number}`)).text).not.toContain('아직 쓰는 중')
    expect((await browser.get(path)).body.draft).toMatchObject({
      text: '아직 쓰는 중입니다.',
      by: { name: '이도윤', isMe: true },
    })
  })

  it('sends no ids but the number, and no gist', async () => {
    const { page } = await openTicket(DOYUN)
    expect(JSON.stringify(await page())).not.toMatch(/conversationId|gist|slackUserId|"id"/)
  })
})

describe('the list', () => {
  it('holds the open tickets of the person’s departments, without a word of theirs', async () => {
    const mine = await server.file({ urgency: 'critical' })
    const theirs = await server.file({ deskDepartment: '간호부' })
    const { body, text } = await (await signInByLink(server, DOYUN)).get('/desk/api/tickets')
    const numbers = body.tickets.map(({ number }: { number: string }) => number)
    expect([numbers.includes(mine), numbers.includes(theirs)]).toEqual([true, false])
    expect(text).not.toMatch(/기다렸습니다|홍길동|본관|5678/)
  })

  it('holds the ticket whose link opened the session, until it is closed', async () => {
    const number = await server.file({ conversationId: undefined })
    const browser = await signInByLink(server, MINSEO, number)
    const listed = async () =>
      (await browser.get('/desk/api/tickets')).body.tickets.some(
        (ticket: { number: string }) => ticket.number === number,
      )
    expect(await listed()).toBe(true)
    await browser.post(`/desk/api/tickets/${number}/claim`)
    await browser.post(`/desk/api/tickets/${number}/resolve`)
    expect(await listed()).toBe(false)
  })
})

describe('handling a ticket', () => {
  it('goes from claim over note and draft to one answer and its end', async () => {
    const { browser, path, page, number } = await openClaimed(DOYUN)
    await browser.post(`${path}/note`, { text: '접수대에 확인함', key: crypto.randomUUID() })
    const { body: saved } = await browser.put(`${path}/draft`, { text: '  오래 기다리셨습니다.\n' })
    expect(saved).toMatchObject({
      text: '  오래 기다리셨습니다.\n',
      hasRemoved: false,
      state: 'drafted',
      savedAt: server.clock.at.toISOString(),
    })
    expect(saved.asRead).toContain(number)
    const answer = await browser.post(`${path}/answer`, { text: saved.text, revision: saved.revision })
    expect(answer.body.ticket).toMatchObject({ state: 'answered', assignee: { name: '이도윤', isMe: true } })
    const answered = await page()
    expect(answered).toMatchObject({ answer: saved.text, may: { answer: false, release: false, resolve: true } })
    expect(answered.draft).toBeUndefined()
    expect(answered.deliveries.filter(({ kind }: { kind: string }) => kind === 'patient_reply')).toMatchObject([
      { state: 'pending' },
    ])
    expect((await browser.post(`${path}/resolve`)).body.ticket.state).toBe('closed')
    expect((await page()).history.map(({ action }: { action: string }) => action)).toEqual([
      'filed',
      'claimed',
      'noted',
      'drafted',
      'answered',
      'resolved',
    ])
  })

  it('is refused to a second claimer', async () => {
    const { path } = await openClaimed(DOYUN)
    const colleague = await signInByLink(server, SEOYEON)
    const refused = await colleague.post(`${path}/claim`)
    expect([refused.status, refused.body.error.code]).toEqual([409, 'taken'])
    expect((await colleague.get(path)).body.assignee).toEqual({ name: '이도윤', isMe: false })
  })

  it.each([
    ['release', undefined],
    ['resolve', undefined],
    ['answer', { text: '답변', revision: 2 }],
  ])('keeps %s to the one who holds it', async (step, body) => {
    const { path } = await openClaimed(DOYUN)
    const refused = await (await signInByLink(server, SEOYEON)).post(`${path}/${step}`, body)
    expect([refused.status, refused.body.error.code]).toEqual([409, 'not_yours'])
  })

  it('is refused before the answer is given', async () => {
    const { browser, path } = await openClaimed(DOYUN)
    expect((await browser.post(`${path}/resolve`)).body.error.code).toBe('not_answered')
  })

  it('sends no answer from a page that is out of date', async () => {
    const { browser, path, page, number } = await openClaimed(DOYUN)
    const { revision } = await page()
    await server.desk.note({ number, by: staff(SEOYEON) }, '그 사이의 메모' as Scrubbed)
    const refused = await browser.post(`${path}/answer`, { text: '답변', revision })
    expect([refused.status, refused.body.error.code]).toEqual([409, 'stale'])
    expect((await page()).answer).toBeUndefined()
  })

  it('sends one answer of two that are pressed at once', async () => {
    const { browser, path, page } = await openClaimed(DOYUN)
    const { revision } = await page()
    const answers = await Promise.all(
      [1, 2].map(async (each) => browser.post(`${path}/answer`, { text: `답변 ${String(each)}`, revision })),
    )
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  })

  it('leaves one note of a press that is repeated', async () => {
    const { browser, path, page } = await openTicket(DOYUN)
    const note = { text: '메모', key: crypto.randomUUID() }
    const statuses = [
      (await browser.post(`${path}/note`, note)).status,
      (await browser.post(`${path}/note`, note)).status,
    ]
    expect(statuses).toEqual([200, 409])
    expect((await page()).history.filter(({ action }: { action: string }) => action === 'noted')).toHaveLength(1)
  })

  it('keeps no number that may not be kept, and says that it was removed', async () => {
    const { browser, path, page } = await openClaimed(DOYUN)
    const { body } = await browser.put(`${path}/draft`, { text: `번호는 ${RRN} 입니다.` })
    await browser.post(`${path}/note`, { text: RRN, key: crypto.randomUUID() })
    expect(body).toMatchObject({ hasRemoved: true, text: expect.not.stringContaining(RRN) })
    expect(JSON.stringify(await page())).not.toContain(RRN)
  })

  it('sends no text that differs from what was previewed', async () => {
    const { browser, path, page } = await openClaimed(DOYUN)
    const { revision } = await page()
    const refused = await browser.post(`${path}/answer`, { text: `번호는 ${RRN} 입니다.`, revision })
    expect([refused.status, refused.body.error.code]).toEqual([422, 'has_identifiers'])
  })

  it('shows the answer alone to an anonymous filer, who looks it up', async () => {
    const { browser, path, page } = await openClaimed(DOYUN, { conversationId: undefined })
    expect((await browser.put(`${path}/draft`, { text: '답변입니다.' })).body.asRead).toBe('답변입니다.')
    expect(await page()).toMatchObject({ isReachable: false })
  })

  it('tells how the answer is getting on without a word of it, and logs no sight for that', async () => {
    const { browser, path, page } = await openClaimed(DOYUN)
    await browser.post(`${path}/answer`, { text: '답변입니다.', revision: (await page()).revision })
    const seen = (await server.audited()).length
    const { body, text } = await browser.get(`${path}/deliveries`)
    expect(body.deliveries).toContainEqual({
      kind: 'patient_reply',
      state: 'pending',
      at: server.clock.at.toISOString(),
    })
    expect(text).not.toContain('답변입니다')
    expect(await server.audited()).toHaveLength(seen)
  })
})

describe('a body that is not what a route takes', () => {
  let opened: { browser: DeskBrowser; path: string }
  beforeAll(async () => {
    opened = await openClaimed(DOYUN)
  })

  it.each([
    ['PUT', 'draft', '{'],
    ['PUT', 'draft', '{"text":1}'],
    ['PUT', 'draft', '{"text":"a","more":1}'],
    ['PUT', 'draft', JSON.stringify({ text: '가'.repeat(3001) })],
    ['POST', 'note', '{"text":" "}'],
    ['POST', 'note', '{"text":"메모","key":"same"}'],
    ['POST', 'answer', '{"text":"답변"}'],
    ['POST', 'answer', '{"text":"","revision":2}'],
    ['POST', 'answer', '{"text":"답변","revision":"2"}'],
    ['POST', 'answer', '{"text":"답변","revision":1.5}'],
    ['POST', 'answer', '[]'],
  ])('gets 400: %s %s', async (method, step, raw) => {
    const { status, text } = await opened.browser.call(method, `${opened.path}/${step}`, undefined, { raw })
    expect(status).toBe(400)
    expect(text).not.toMatch(/메모|답변|가가/)
    expect(server.logged).toEqual([])
  })

  it('gets 413 when it is huge', async () => {
    const raw = JSON.stringify({ text: 'a'.repeat(100_000) })
    expect((await opened.browser.call('PUT', `${opened.path}/draft`, undefined, { raw })).status).toBe(413)
  })
})
