import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'

import type { AuditEntry } from '../../../src/audit/auditEntry.ts'
import { createTestDatabase, type TestDatabase } from '../../support/testDatabase.ts'
import { type DeskBrowser, openDeskBrowser, signInByLink } from './deskBrowser.ts'
import { type DeskServer, startDeskServer } from './deskServer.ts'

const PATH = '/desk/api/access-log'
const DOYUN = 'U0DOYUN00'
/** Privacy officer. */
const TAEO = 'U0TAEO000'

let database: TestDatabase
let server: DeskServer
let officer: DeskBrowser

beforeAll(async () => {
  database = await createTestDatabase()
  server = await startDeskServer({ connectionString: database.connectionString })
  for (let count = 0; count < 60; count += 1) await server.stores.audit.append(line())
  await server.stores.audit.append(line({ who: 'U0MINSEO0', at: new Date('2026-10-20T14:00:00Z') }))
  officer = await signInByLink(server, TAEO)
})
afterAll(async () => {
  await server.close()
  await database.drop()
})

function line(changes: Partial<AuditEntry> = {}): AuditEntry {
  return {
    at: new Date('2026-10-20T01:00:00Z'),
    who: DOYUN,
    surface: 'desk',
    address: undefined,
    ticketId: undefined,
    ticketNumber: 'V26-7KQ4MZ3',
    action: 'seen',
    field: 'content',
    reason: undefined,
    ...changes,
  }
}

describe('the access log', () => {
  it.each([
    ['staff', 'U0DOYUN00'],
    ['the coordinator', 'U0HANEUL0'],
    ['the director', 'U0SUA0000'],
  ])('is closed to %s', async (_who, slackUserId) => {
    const browser = await signInByLink(server, slackUserId)
    const before = (await server.audited()).length
    const answers = [
      await browser.get(PATH),
      await browser.get(`${PATH}/2026-10`),
      await browser.get(`${PATH}/2026-10/lines`),
      await browser.post(`${PATH}/2026-10/review`, {}),
    ]
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403])
    expect(await server.audited()).toHaveLength(before)
  })

  it('is closed to nobody in particular, too', async () => {
    expect((await openDeskBrowser(server).get(`${PATH}/2026-10`)).status).toBe(401)
    expect((await officer.get(PATH, { headers: { 'x-sori-desk': undefined } })).status).toBe(403)
  })

  it('shows its months to the privacy officer, and who did how much in one', async () => {
    expect((await officer.get(PATH)).body.months).toContainEqual({ month: '2026-10' })
    const { body, headers } = await officer.get(`${PATH}/2026-10`)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(body).toMatchObject({ month: '2026-10', isOver: true })
    expect(body.people).toMatchObject([
      { who: 'U0MINSEO0', name: '정민서', counts: { seen: 1 }, unusual: { out_of_hours: 1 } },
      { who: DOYUN, name: '이도윤', counts: { seen: 60 }, unusual: { out_of_hours: 0 } },
    ])
  })

  it('lists its lines a page at a time, those worth a second look first, or one person’s', async () => {
    const first = (await officer.get(`${PATH}/2026-10/lines`)).body
    expect([first.lines.length, first.page, first.pages]).toEqual([50, 1, 2])
    expect(first.lines[0]).toMatchObject({ who: 'U0MINSEO0', unusual: ['out_of_hours'] })
    expect((await officer.get(`${PATH}/2026-10/lines?page=2`)).body.lines).toHaveLength(11)
    expect((await officer.get(`${PATH}/2026-10/lines?page=99`)).body.lines).toEqual([])
    const theirs = (await officer.get(`${PATH}/2026-10/lines?who=U0MINSEO0`)).body
    expect(theirs.lines).toHaveLength(1)
  })

  it('is not shown when the look at it cannot be logged', async () => {
    jest.spyOn(server.stores.audit, 'append').mockRejectedValueOnce(new Error('The log is full.'))
    const { status, text } = await officer.get(`${PATH}/2026-10`)
    expect(server.logged.splice(0)).toEqual(['Error: The log is full.'])
    expect([status, text.includes('이도윤')]).toEqual([500, false])
  })

  it.each(['2026-13', '2026-1', 'all', '..', "2026-10'--", '%00'])('has no month %s', async (month) => {
    for (const answer of [
      await officer.get(`${PATH}/${month}`),
      await officer.get(`${PATH}/${month}/lines`),
      await officer.post(`${PATH}/${month}/review`, {}),
    ])
      expect(answer.status).toBe(404)
    expect(server.logged).toEqual([])
  })

  it.each(['page=0', 'page=-1', 'page=1.5', 'page=x', 'page=1e99', `who=${'U'.repeat(41)}`])(
    'answers 400 to %s',
    async (query) => {
      expect((await officer.get(`${PATH}/2026-10/lines?${query}`)).status).toBe(400)
      expect(server.logged).toEqual([])
    },
  )
})

describe('a review', () => {
  it('is finished once its month is over, and that is a line of its own', async () => {
    const early = await officer.post(`${PATH}/2026-11/review`, {})
    expect([early.status, early.body.error.code]).toEqual([409, 'month_not_over'])
    const { status, body } = await officer.post(`${PATH}/2026-10/review`, {})
    const finished = { by: '윤태오', at: server.clock.at.toISOString() }
    expect([status, body]).toEqual([200, { finished }])
    expect((await server.audited()).at(-1)).toMatchObject({
      who: TAEO,
      action: 'reviewed',
      field: 'access_log:2026-10',
    })
    expect((await officer.get(`${PATH}/2026-10`)).body.finished).toEqual(finished)
    expect((await officer.get(PATH)).body.months).toContainEqual({ month: '2026-10', finished })
  })
})
