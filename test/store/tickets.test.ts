import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'

import type { TicketChange } from '../../src/tickets/ports.ts'
import type { NewTicket, Ticket } from '../../src/tickets/ticket.ts'
import { covered, exampleReceipt, exampleTicket } from './examples.ts'
import { MONDAY, openTestStores, type TestStores } from './testStores.ts'

let stores: TestStores
beforeAll(async () => {
  stores = await openTestStores()
})
afterAll(async () => stores.close())

const file = async (ticket: NewTicket = exampleTicket()): Promise<Ticket> =>
  (await stores.transact(async (tx) => tx.insertTicket(covered(ticket), []))).ticket

const change = async (part: Omit<TicketChange, 'at'>): Promise<Ticket | undefined> =>
  stores.transact(async (tx) => tx.changeTicket({ ...part, at: MONDAY }))

const countRows = async (table: string, where: string): Promise<unknown> =>
  (
    await sql<{ n: number }>`select count(*) as n from ${sql.raw(table)} where ${sql.raw(where)}`.execute(
      stores.database.db,
    )
  ).rows[0]?.n

describe('filing', () => {
  it('gives back what was filed, as everyone inside may know it', async () => {
    const ticket = exampleTicket({ crisis: 'self_harm', secretHash: randomUUID() })
    const filed = await file(ticket)
    const { content, filingKey: _key, secretHash, ...known } = ticket
    const fresh = { state: 'received', revision: 1, assignee: undefined, answeredAt: undefined, destroyedAt: undefined }
    const asFiled = { ...known, ...fresh }
    expect(filed).toEqual(asFiled)
    expect(await stores.tickets.findTicket(ticket.number)).toEqual(asFiled)
    expect(await stores.tickets.findTicketById(ticket.id)).toEqual(asFiled)
    expect(await stores.tickets.findBySecretHash(secretHash ?? '')).toEqual(asFiled)
    expect(await stores.tickets.readContent(ticket.id)).toEqual(content)
  })

  it.each([
    ['each with a number of its own', () => ({})],
    ['all with the same number', ((number) => () => ({ number }))(exampleTicket().number)],
  ])('files once per filing key, however many try at once, %s', async (_, part) => {
    const filingKey = randomUUID()
    const tries = Array.from({ length: 20 }, () => exampleTicket({ filingKey, ...part() }))
    const results = await Promise.all(
      tries.map(async (ticket) => stores.transact(async (tx) => tx.insertTicket(ticket, []))),
    )
    expect(results.filter(({ isNew }) => isNew)).toHaveLength(1)
    expect(new Set(results.map(({ ticket }) => ticket.number)).size).toBe(1)
    expect(await countRows('tickets', `filing_key = '${filingKey}'`)).toBe(1)
  })

  it('gives each ticket one data key of its own and leaves none over', async () => {
    const before = Number(await countRows('keyring.data_keys', 'true'))
    const [one, two] = [exampleTicket(), exampleTicket()]
    await file(one)
    await file(two)
    await file({ ...exampleTicket(), filingKey: one.filingKey })
    expect(await countRows('keyring.data_keys', 'true')).toBe(before + 2)
    expect(
      await countRows('tickets t join keyring.data_keys k on k.id = t.key_id', `t.id in ('${one.id}', '${two.id}')`),
    ).toBe(2)
  })

  it('refuses a number that is taken, and writes nothing', async () => {
    const taken = exampleTicket()
    await file(taken)
    const clashing = exampleTicket({ number: taken.number })
    await expect(file(clashing)).rejects.toMatchObject({ name: 'StoreError', code: 'number_taken' })
    expect(await stores.tickets.findTicketById(clashing.id)).toBeUndefined()
  })

  it('writes nothing, and wakes nobody, when the work fails after it', async () => {
    const ticket = exampleTicket()
    const wakeUps = stores.countWakeUps()
    const work = stores.transact(async (tx) => {
      await tx.insertTicket(ticket, [exampleReceipt()])
      await tx.enqueue({ ...delivery(ticket), id: randomUUID() })
      throw new Error('afterwards')
    })
    await expect(work).rejects.toThrow('afterwards')
    expect(await stores.tickets.findTicketById(ticket.id)).toBeUndefined()
    expect(await countRows('outbox', `ticket_id = '${ticket.id}'`)).toBe(0)
    expect(stores.countWakeUps()).toBe(wakeUps)
  })
})

const delivery = (ticket: NewTicket) =>
  ({
    kind: 'slack_card',
    ticketId: ticket.id,
    destination: 'C1',
    orderKey: `slack:${ticket.id}`,
    priority: 1,
    payload: { revision: 1 },
  }) as const

describe('receipts', () => {
  const linked = async (id: string): Promise<unknown> =>
    (await sql`select ticket_id, conversation_id from receipts where id = ${id}`.execute(stores.database.db)).rows[0]

  it('are tied to the ticket, written before it or with it', async () => {
    const ticket = exampleTicket()
    const [written, given, both] = [exampleReceipt(), exampleReceipt(), exampleReceipt()]
    await stores.conversations.transact(async (tx) => tx.writeReceipts([written, both], ticket.conversationId))
    await stores.transact(async (tx) => tx.insertTicket(ticket, [given, both]))
    const expected = { ticket_id: ticket.id, conversation_id: ticket.conversationId }
    expect(await Promise.all([written, given, both].map(async ({ id }) => linked(id)))).toEqual([
      expected,
      expected,
      expected,
    ])
  })

  it('stay with the first ticket they supported', async () => {
    const first = exampleTicket()
    const second = exampleTicket({ conversationId: first.conversationId })
    const receipt = exampleReceipt()
    await stores.transact(async (tx) => tx.insertTicket(first, [receipt]))
    await stores.transact(async (tx) => tx.insertTicket(second, [receipt]))
    expect(await linked(receipt.id)).toMatchObject({ ticket_id: first.id })
  })

  it('keep no link from an anonymous ticket to its conversation', async () => {
    const receipt = exampleReceipt({ granted: false })
    const ticket = exampleTicket({ conversationId: undefined })
    await stores.conversations.transact(async (tx) => tx.writeReceipts([receipt], 'a-conversation'))
    await stores.transact(async (tx) => tx.insertTicket(ticket, [receipt]))
    expect(await linked(receipt.id)).toEqual({ ticket_id: ticket.id, conversation_id: null })
  })
})

describe('a conditional change', () => {
  it('lets exactly one of fifty claims win', async () => {
    const { id } = await file()
    const claims = Array.from({ length: 50 }, async (_, index) =>
      change({
        id,
        expected: { states: ['received'], assignee: null },
        set: { state: 'claimed', assignee: `U${index}` },
      }),
    )
    const winners = (await Promise.all(claims)).filter((ticket) => ticket !== undefined)
    expect(winners).toHaveLength(1)
    expect(await stores.tickets.findTicketById(id)).toEqual(winners[0])
    expect(winners[0]).toMatchObject({ state: 'claimed', revision: 2 })
  })

  it.each<[string, TicketChange['expected'], boolean]>([
    ['the state is one of those expected', { states: ['received', 'claimed'] }, true],
    ['the state is another', { states: ['received'] }, false],
    ['the right person holds it', { states: ['claimed'], assignee: 'U1' }, true],
    ['somebody else holds it', { states: ['claimed'], assignee: 'U2' }, false],
    ['nobody should hold it and somebody does', { states: ['claimed'], assignee: null }, false],
    ['the revision is the one expected', { states: ['claimed'], revision: 2 }, true],
    ['the revision has moved on', { states: ['claimed'], revision: 1 }, false],
  ])('depends on what is expected: %s', async (_, expected, isMade) => {
    const { id } = await file()
    await change({ id, expected: { states: ['received'] }, set: { state: 'claimed', assignee: 'U1' } })
    const changed = await change({ id, expected, set: { state: 'drafted' } })
    expect(changed?.revision).toBe(isMade ? 3 : undefined)
    expect(await stores.tickets.findTicketById(id)).toMatchObject(
      isMade ? { state: 'drafted' } : { state: 'claimed', revision: 2 },
    )
  })

  it('can take the assignee away and note when it was answered', async () => {
    const { id } = await file()
    await change({ id, expected: { states: ['received'] }, set: { state: 'claimed', assignee: 'U1' } })
    const changed = await change({ id, expected: { states: ['claimed'] }, set: { assignee: null, answeredAt: MONDAY } })
    expect(changed).toMatchObject({ state: 'claimed', assignee: undefined, answeredAt: MONDAY })
  })
})

describe('history, draft and answer', () => {
  const staff = { kind: 'staff', slackUserId: 'U1' } as const

  it('come back in order, with their words', async () => {
    const { id } = await file()
    expect(await stores.tickets.findAnswer(id)).toBeUndefined()
    expect(await stores.tickets.findDraft(id)).toBeUndefined()
    await stores.transact(async (tx) => {
      await tx.appendHistory(id, {
        at: MONDAY,
        actor: { kind: 'patient' },
        action: 'filed',
        from: undefined,
        to: 'received',
        text: undefined,
      })
      await tx.appendHistory(id, {
        at: MONDAY,
        actor: staff,
        action: 'noted',
        from: 'received',
        to: 'received',
        text: '전화함',
      })
      await tx.appendHistory(id, {
        at: MONDAY,
        actor: staff,
        action: 'answered',
        from: 'drafted',
        to: 'answered',
        text: '첫 답변',
      })
      await tx.appendHistory(id, {
        at: MONDAY,
        actor: { kind: 'system' },
        action: 'answered',
        from: 'answered',
        to: 'answered',
        text: '다시 답변',
      })
      await tx.saveDraft(id, { text: '쓰던 글', by: 'U1' }, MONDAY)
    })
    expect(
      (await stores.tickets.readHistory(id)).map(({ actor, action, from, to, text }) => [
        actor,
        action,
        from,
        to,
        text,
      ]),
    ).toEqual([
      [{ kind: 'patient' }, 'filed', undefined, 'received', undefined],
      [staff, 'noted', 'received', 'received', '전화함'],
      [staff, 'answered', 'drafted', 'answered', '첫 답변'],
      [{ kind: 'system' }, 'answered', 'answered', 'answered', '다시 답변'],
    ])
    expect(await stores.tickets.findAnswer(id)).toBe('다시 답변')
    expect(await stores.tickets.findDraft(id)).toEqual({ text: '쓰던 글', by: 'U1', at: MONDAY })
  })

  it('clears a draft', async () => {
    const { id } = await file()
    await stores.transact(async (tx) => tx.saveDraft(id, { text: '쓰던 글', by: 'U1' }, MONDAY))
    await stores.transact(async (tx) => tx.saveDraft(id, null, MONDAY))
    expect(await stores.tickets.findDraft(id)).toBeUndefined()
  })
})

describe('an event', () => {
  it('is remembered by exactly one of many transactions', async () => {
    const key = randomUUID()
    const tries = Array.from({ length: 10 }, async () => stores.transact(async (tx) => tx.rememberEvent(key, MONDAY)))
    expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1)
  })

  it('is not remembered when its transaction fails', async () => {
    const key = randomUUID()
    const failing = stores.transact(async (tx) => {
      await tx.rememberEvent(key, MONDAY)
      throw new Error('afterwards')
    })
    await expect(failing).rejects.toThrow('afterwards')
    expect(await stores.transact(async (tx) => tx.rememberEvent(key, MONDAY))).toBe(true)
  })
})

describe('lists', () => {
  it('shows open tickets of the departments, most urgent first, then the one due first', async () => {
    const [early, late] = [new Date('2026-11-24T00:00:00Z'), new Date('2026-11-25T00:00:00Z')]
    const dept = (name: string, part: Partial<NewTicket>) => exampleTicket({ deskDepartment: name, ...part })
    const low = await file(dept('간호부', { urgency: 'low', dueAt: early }))
    const soon = await file(dept('간호부', { urgency: 'high', dueAt: early }))
    const later = await file(dept('간호부', { urgency: 'high', dueAt: late }))
    const critical = await file(dept('시설관리', { urgency: 'critical', dueAt: late }))
    const closed = await file(dept('간호부', { urgency: 'critical' }))
    await file(dept('원무과', { urgency: 'critical' }))
    await change({ id: closed.id, expected: { states: ['received'] }, set: { state: 'closed' } })
    const numbers = (tickets: readonly Ticket[]) => tickets.map(({ number }) => number)
    const expected = numbers([critical, soon, later, low])
    expect(numbers(await stores.tickets.listOpen(['간호부', '시설관리'], 10))).toEqual(expected)
    expect(numbers(await stores.tickets.listOpen(['간호부', '시설관리'], 2))).toEqual(expected.slice(0, 2))
    expect(await stores.tickets.listOpen([], 10)).toEqual([])
    expect(numbers(await stores.tickets.listOpen('all', 100))).toEqual(expect.arrayContaining(expected))
  })

  it('shows the tickets of a conversation, newest first', async () => {
    const conversationId = randomUUID()
    const older = await file(exampleTicket({ conversationId }))
    const newer = await file(exampleTicket({ conversationId, createdAt: new Date(MONDAY.getTime() + 1000) }))
    await file()
    expect(await stores.tickets.listByConversation(conversationId)).toEqual([newer, older])
  })

  it('shows what became of each delivery', async () => {
    const ticket = exampleTicket()
    await file(ticket)
    await stores.transact(async (tx) => tx.enqueue({ ...delivery(ticket), id: randomUUID() }))
    expect(await stores.tickets.listDeliveries(ticket.id)).toEqual([
      { kind: 'slack_card', state: 'pending', at: stores.now(), errorCode: undefined },
    ])
  })

  it('keeps the card of a ticket', async () => {
    const { id } = await file()
    expect(await stores.tickets.findCard(id)).toBeUndefined()
    await stores.tickets.saveCard(id, { channel: 'C1', ts: '1.0', revision: 1 })
    await stores.tickets.saveCard(id, { channel: 'C1', ts: '1.0', revision: 2 })
    expect(await stores.tickets.findCard(id)).toEqual({ channel: 'C1', ts: '1.0', revision: 2 })
  })
})
