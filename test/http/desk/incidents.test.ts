import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'

import { coverIncidentContact } from '../../../src/incidents/coverIncident.ts'
import type { IncidentContact } from '../../../src/incidents/incident.ts'
import { type Database, openDatabase } from '../../../src/store/database.ts'
import { createTestDatabase, type TestDatabase } from '../../support/testDatabase.ts'
import { signInByLink } from './deskBrowser.ts'
import { type DeskServer, startDeskServer } from './deskServer.ts'

const PATH = '/desk/api/incidents'
const COORDINATOR = 'U0HANEUL0'
const DIRECTOR = 'U0SUA0000'
/** Named in the hospital file as on duty. */
const MINSEO = 'U0MINSEO0'
const NUMBER = 'E26-7KQ4MZ'
const CONTACT: IncidentContact = { v: 1, place: '7층 712호', phone: '01012345678' }

let database: TestDatabase
let server: DeskServer
let opened: Database

beforeAll(async () => {
  database = await createTestDatabase()
  server = await startDeskServer({ connectionString: database.connectionString })
  opened = openDatabase({ connectionString: database.connectionString }, { maxConnections: 1 })
})
afterAll(async () => {
  await opened.close()
  await server.close()
  await database.drop()
})
beforeEach(async () => {
  await opened.db.deleteFrom('incidents').execute()
  await note()
})

async function note(number = NUMBER, follows?: string): Promise<void> {
  const at = server.clock.at
  await server.stores.conversations.transact((tx) =>
    tx.insertIncident({ number, crisis: 'self_harm', channel: 'web', language: 'ko', at, follows }),
  )
}

async function leaveContact(contact = CONTACT): Promise<boolean> {
  const at = server.clock.at
  return server.stores.conversations.transact((tx) => tx.keepIncidentContact(NUMBER, coverIncidentContact(contact), at))
}

const keys = async () =>
  (await opened.db.selectFrom('keyring.data_keys').select('id').orderBy('id').execute()).map(({ id }) => id)
const audited = async () => (await server.audited()).filter(({ field }) => field === 'incident')

describe('a danger on the desk page', () => {
  it.each([
    ['staff', 'U0DOYUN00'],
    ['a head', 'U0SEOYEON'],
    ['the privacy officer', 'U0TAEO000'],
  ])('is closed to %s who are not on duty', async (_who, slackUserId) => {
    const browser = await signInByLink(server, slackUserId, NUMBER)
    const answers = [await browser.get(PATH), await browser.get(`${PATH}/${NUMBER}`)]
    expect(answers.map(({ status }) => status)).toEqual([403, 403])
    expect((await browser.get('/desk/api/me')).body.isOnDuty).toBe(false)
    expect(await server.stores.incidents.findIncident(NUMBER)).toMatchObject({ openedBy: undefined })
  })

  it.each([
    ['the coordinator', COORDINATOR],
    ['the director', DIRECTOR],
    ['whom the hospital file names', MINSEO],
  ])('is open to %s, without its kind in the list', async (_who, slackUserId) => {
    const browser = await signInByLink(server, slackUserId)
    const { body } = await browser.get(PATH)
    expect(body.incidents).toEqual([{ number: NUMBER, at: server.clock.at.toISOString() }])
    expect(await browser.get(`${PATH}/${NUMBER}`)).toMatchObject({
      status: 200,
      body: { crisis: 'self_harm', contactState: 'none' },
    })
  })

  it('shows where the person is after the sight stands in the log, and says who looked first', async () => {
    await leaveContact()
    const before = (await audited()).length
    const first = await signInByLink(server, COORDINATOR)
    const second = await signInByLink(server, MINSEO)
    expect((await first.get(`${PATH}/${NUMBER}`)).body).toMatchObject({
      contact: { place: '7층 712호', phone: '01012345678' },
      opened: { by: '김하늘' },
    })
    expect((await second.get(`${PATH}/${NUMBER}`)).body).toMatchObject({ opened: { by: '김하늘' } })
    const lines = (await audited()).slice(before)
    expect(lines).toMatchObject([
      { who: COORDINATOR, ticket_number: NUMBER, action: 'seen' },
      { who: MINSEO, ticket_number: NUMBER, action: 'seen' },
    ])
  })

  it('is nowhere readable in the database, and gone with its key after three days', async () => {
    const before = await keys()
    await leaveContact({ v: 1, place: '옥상' })
    await leaveContact()
    const row = await opened.db.selectFrom('incidents').selectAll().executeTakeFirstOrThrow()
    expect(row.contact?.toString('latin1')).not.toContain('01012345678')
    expect(await keys()).toHaveLength(before.length + 1)

    const due = (hours: number) => new Date(server.clock.at.getTime() + hours * 3_600_000)
    expect(await server.stores.incidents.dropExpired(due(71))).toBe(0)
    expect(await server.stores.incidents.dropExpired(due(72))).toBe(1)
    expect(await keys()).toEqual(before)
    const browser = await signInByLink(server, COORDINATOR)
    const { body } = await browser.get(`${PATH}/${NUMBER}`)
    expect(body).toMatchObject({ crisis: 'self_harm', contactState: 'destroyed' })
    expect(body.contact).toBeUndefined()
  })

  it('names the ticket that came of it first, and the danger before it', async () => {
    await note('E26-000000', NUMBER)
    await server.stores.conversations.transact(async (tx) => {
      await tx.linkIncident('E26-000000', 'V26-7KQ4MZ3')
      await tx.linkIncident('E26-000000', 'V26-0000000')
    })
    const browser = await signInByLink(server, COORDINATOR)
    expect((await browser.get(`${PATH}/E26-000000`)).body).toMatchObject({
      follows: NUMBER,
      ticketNumber: 'V26-7KQ4MZ3',
    })
  })

  it.each(['E26-ZZZZZZ', 'V26-7KQ4MZ3', 'nonsense', '%00'])('is not found as %s', async (number) => {
    const browser = await signInByLink(server, COORDINATOR)
    expect((await browser.get(`${PATH}/${number}`)).status).toBe(404)
  })

  it('keeps no contact for a danger that was never noted', async () => {
    await opened.db.deleteFrom('incidents').execute()
    expect(await leaveContact()).toBe(false)
  })
})
