import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'

import { createRetention } from '../../../src/retention/createRetention.ts'
import { periodsOf, retentionSettings } from '../../../src/retention/periods.ts'
import type { Transact } from '../../../src/tickets/ports.ts'
import type { TicketState } from '../../../src/tickets/ticket.ts'
import { exampleActivity, exampleReceipt, exampleTurn } from '../examples.ts'
import { MONDAY, openTestStores, type TestStores } from '../testStores.ts'
import { type Filed, fileEverything } from './filed.ts'

const DAY_MS = 24 * 60 * 60_000
const days = (count: number): Date => new Date(MONDAY.getTime() + count * DAY_MS)

let stores: TestStores
let logged: object[]
beforeEach(async () => {
  stores = await openTestStores()
  logged = []
})
afterEach(async () => stores.close())

const retention = (transact: Transact = stores.transact) =>
  createRetention({
    store: stores.retention,
    transact,
    periods: periodsOf(retentionSettings.parse({})),
    now: stores.now,
    log: { error: (fields) => logged.push(fields) },
  })

async function listDue(): Promise<readonly string[]> {
  const lines: string[] = []
  for await (const { ticket, due } of retention().listDue()) lines.push(`${ticket.number} ${due.rule}`)
  return lines
}

async function move({ ticketId }: Filed, state: TicketState, at: Date, answeredAt?: Date): Promise<void> {
  const set = { state, ...(answeredAt ? { answeredAt } : {}) }
  const expected = { states: ['received', 'answered', 'closed', 'reopened'] } as const
  await stores.transact(async (tx) => tx.changeTicket({ id: ticketId, expected, set, at }))
}

describe('the daily run', () => {
  it('destroys what is due by its own rule, and leaves what is open, young or not yet closed', async () => {
    const closed = await fileEverything(stores, { mark: 'closed' })
    const answered = await fileEverything(stores, { mark: 'answered' })
    const inquiry = await fileEverything(stores, { mark: 'inquiry', ticket: { type: 'inquiry' } })
    const grave = await fileEverything(stores, { mark: 'grave', ticket: { crisis: 'violence_abuse' } })
    const young = await fileEverything(stores, { mark: 'young' })
    const open = await fileEverything(stores, { mark: 'open' })
    for (const filed of [closed, inquiry, grave]) await move(filed, 'closed', MONDAY)
    await move(answered, 'answered', MONDAY, MONDAY)
    await move(young, 'closed', days(30))

    stores.setNow(days(3 * 365 + 1))
    expect((await listDue()).toSorted()).toEqual(
      [`${closed.number} case`, `${answered.number} case`, `${inquiry.number} inquiry`].toSorted(),
    )
    expect((await stores.tickets.findTicketById(closed.ticketId))?.destroyedAt).toBeUndefined()

    expect(await retention().destroyDue('job')).toMatchObject({ tickets: 3, contacts: 0, failed: 0 })
    for (const { ticketId } of [closed, answered, inquiry])
      expect((await stores.tickets.findTicketById(ticketId))?.destroyedAt).toEqual(stores.now())
    for (const { ticketId } of [grave, young, open])
      expect((await stores.tickets.readContent(ticketId)).name).toContain('김하늘')
    expect(await listDue()).toEqual([])
  })

  it('takes the contacts of praise and of notices after ninety days, once', async () => {
    const praise = await fileEverything(stores, { mark: 'praise', ticket: { type: 'compliment' } })
    const notices = await fileEverything(stores, { mark: 'notices' })
    const receipt = exampleReceipt({ purpose: 'contact' })
    await stores.conversations.transact(async (tx) => tx.writeReceipts([receipt], notices.conversationId))
    await move(praise, 'answered', MONDAY, MONDAY)
    await move(notices, 'closed', MONDAY)
    stores.setNow(days(90))
    expect(await retention().destroyDue('job')).toMatchObject({ tickets: 0, contacts: 2, failed: 0 })
    expect(await stores.tickets.readContent(praise.ticketId)).not.toHaveProperty('phone')
    const left = await stores.tickets.readContent(notices.ticketId)
    expect([left.name, left.phone]).toEqual(['notices 김하늘', undefined])
    expect(await retention().destroyDue('job')).toMatchObject({ tickets: 0, contacts: 0 })
  })

  it('counts from the last closing, when an answered ticket is closed late or a closed one opened again', async () => {
    const late = await fileEverything(stores, { mark: 'late', ticket: { type: 'inquiry' } })
    const reopened = await fileEverything(stores, { mark: 'reopened', ticket: { type: 'inquiry' } })
    await move(late, 'answered', MONDAY, MONDAY)
    await move(late, 'closed', days(10))
    await move(reopened, 'closed', MONDAY)
    await move(reopened, 'reopened', days(5))
    await move(reopened, 'answered', days(20), days(20))
    stores.setNow(days(35))
    expect(await listDue()).toEqual([])
    stores.setNow(days(40))
    expect(await listDue()).toEqual([`${late.number} inquiry`])
  })

  it('leaves a ticket alone that changed after it was judged', async () => {
    const filed = await fileEverything(stores, { mark: 'changed', ticket: { type: 'inquiry' } })
    await move(filed, 'closed', MONDAY)
    stores.setNow(days(30))
    const transact: Transact = async (work) => {
      await move(filed, 'reopened', stores.now())
      return stores.transact(work)
    }
    expect(await retention(transact).destroyDue('job')).toMatchObject({ tickets: 0, failed: 0 })
    expect((await stores.tickets.readContent(filed.ticketId)).name).toBe('changed 김하늘')
  })

  it('goes on where one ticket fails, says which, and tries it again', async () => {
    const broken = await fileEverything(stores, { mark: 'broken', ticket: { type: 'compliment' } })
    const sound = await fileEverything(stores, { mark: 'sound', ticket: { type: 'compliment' } })
    for (const filed of [broken, sound]) await move(filed, 'closed', MONDAY)
    await sql`update tickets set content = '\\x00' where id = ${broken.ticketId}`.execute(stores.database.db)
    stores.setNow(days(90))
    expect(await retention().destroyDue('job')).toMatchObject({ contacts: 1, failed: 1 })
    expect(logged).toEqual([{ code: 'cannot_decrypt', number: broken.number }])
    expect(await listDue()).toEqual([`${broken.number} praise_contact`])
  })

  it('lists more than one page, each ticket once', async () => {
    const one = await fileEverything(stores, { mark: 'many', ticket: { type: 'inquiry' } })
    await move(one, 'closed', MONDAY)
    await sql`insert into tickets (id, number, filing_key, type, category, department, desk_department, urgency, state,
      revision, channel, language, slack_covered, key_id, created_at, due_at, updated_at, closed_at)
      select gen_random_uuid(), 'N' || n, 'k' || n, type, category, department, desk_department, urgency, state, revision,
        channel, language, slack_covered, gen_random_uuid(), created_at, due_at, updated_at, closed_at
      from tickets, generate_series(1, 450) n`.execute(stores.database.db)
    stores.setNow(days(30))
    const due = await listDue()
    expect([due.length, new Set(due).size]).toEqual([451, 451])
    expect(await retention().destroyDue('job')).toMatchObject({ tickets: 451, failed: 0 })
  })

  it('drops the delivery log after ninety days, save what an open ticket still shows', async () => {
    const over = await fileEverything(stores, { mark: 'over' })
    const open = await fileEverything(stores, { mark: 'open' })
    await move(over, 'closed', MONDAY)
    await sql`update outbox set state = 'sent', finished_at = ${MONDAY}`.execute(stores.database.db)
    stores.setNow(days(90))
    expect(await retention().countDueDeliveries()).toBe(0)
    stores.setNow(days(91))
    expect(await retention().countDueDeliveries()).toBe(2)
    expect(await retention().destroyDue('job')).toMatchObject({ deliveries: 2 })
    expect(await stores.tickets.listDeliveries(over.ticketId)).toEqual([])
    expect(await stores.tickets.listDeliveries(open.ticketId)).toHaveLength(2)
  })
})

describe('a number given for notices', () => {
  it('goes from the conversation it was said in too, under a new key, and leaves the words', async () => {
    const filed = await fileEverything(stores, { mark: 'notices' })
    const { conversationId } = filed
    const said = { token: '[전화번호1]', type: 'phone', value: '010-0000-5678' } as const
    const before = await stores.conversations.findSession(conversationId)
    if (!before) throw new Error('The conversation was not written.')
    const turn = exampleTurn(before, {
      eventKey: 'number',
      after: { ...before, vault: [...before.vault, said] },
      activities: [exampleActivity(before.nextSequence, said.token)],
      at: MONDAY,
    })
    await stores.conversations.transact(async (tx) => {
      await tx.writeTurn(turn)
      await tx.writeReceipts([exampleReceipt({ purpose: 'contact' })], conversationId)
    })
    await move(filed, 'closed', MONDAY)
    const keyOf = async () =>
      stores.database.db.selectFrom('conversations').select('key_id').where('id', '=', conversationId).execute()
    const keyBefore = await keyOf()
    stores.setNow(days(90))
    expect(await retention().destroyDue('job')).toMatchObject({ contacts: 1, failed: 0 })
    const { vault } = (await stores.conversations.findSession(conversationId)) ?? {}
    expect(vault?.filter(({ type }) => type === 'phone')).toEqual([])
    expect(await stores.conversations.listActivities(conversationId, 0, 10)).toHaveLength(2)
    expect(await keyOf()).not.toEqual(keyBefore)
  })
})
