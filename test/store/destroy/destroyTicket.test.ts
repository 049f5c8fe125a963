import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'

import type { DestructionOrder } from '../../../src/retention/destruction.ts'
import { readWholeDatabase } from '../../support/leaks.ts'
import { exampleDelivery, exampleReceipt, exampleTurn } from '../examples.ts'
import { MONDAY, openTestStores, type TestStores } from '../testStores.ts'
import { type Filed, fileEverything, wordsOf } from './filed.ts'

const YEARS_LATER = new Date('2029-11-26T00:00:00Z')
const ORDER: DestructionOrder = { rule: 'case', at: YEARS_LATER, by: 'job' }

let stores: TestStores
beforeAll(async () => {
  stores = await openTestStores()
})
afterAll(async () => stores.close())

const destroy = ({ ticketId }: Filed, order = ORDER) => stores.transact(async (tx) => tx.destroyTicket(ticketId, order))

const rows = async (query: string): Promise<readonly Record<string, unknown>[]> =>
  (await sql<Record<string, unknown>>`${sql.raw(query)}`.execute(stores.database.db)).rows

async function everything(): Promise<string> {
  const { stored, opened } = await readWholeDatabase(stores.connectionString, stores.encryptionKeys)
  return `${stored}\n${opened}`
}

async function keyOf(table: 'tickets' | 'conversations', id: string): Promise<string> {
  const [row] = await rows(`select key_id from ${table} where id = '${id}'`)
  return String(row?.['key_id'])
}

describe('a destroyed ticket', () => {
  it('has left none of its words in any table, as stored or as whoever has the keys reads them', async () => {
    const filed = await fileEverything(stores, { mark: 'gone' })
    const before = await everything()
    expect(Object.values(wordsOf('gone')).filter((word) => !before.includes(word))).toEqual([])

    expect(await destroy(filed)).toBe(true)
    const after = await everything()
    expect(Object.values(wordsOf('gone')).filter((word) => after.includes(word))).toEqual([])
    expect(after).not.toContain('gone 이간호')
    expect(after).not.toContain(filed.conversationId)
  })

  it('takes its key and its conversation with key, transcript and events along', async () => {
    const filed = await fileEverything(stores, { mark: 'keys' })
    const keys = [await keyOf('tickets', filed.ticketId), await keyOf('conversations', filed.conversationId)]
    await destroy(filed)
    expect(await rows(`select id from keyring.data_keys where id in ('${keys.join("','")}')`)).toEqual([])
    for (const table of [
      'conversations where id',
      'activities where conversation_id',
      'inbound_events where conversation_id',
    ])
      expect(await rows(`select 1 from ${table} = '${filed.conversationId}'`)).toEqual([])
  })

  it('leaves a line that names nobody, and is found by neither conversation nor secret', async () => {
    const filed = await fileEverything(stores, { mark: 'line', ticket: { secretHash: 'hash', crisis: 'self_harm' } })
    await destroy(filed)
    expect(await stores.tickets.findTicket(filed.number)).toMatchObject({
      number: filed.number,
      type: 'complaint',
      category: 'waiting',
      department: '원무과',
      createdAt: MONDAY,
      destroyedAt: YEARS_LATER,
      conversationId: undefined,
      assignee: undefined,
      crisis: undefined,
    })
    expect(await stores.tickets.findBySecretHash('hash')).toBeUndefined()
    expect(await stores.tickets.listByConversation(filed.conversationId)).toEqual([])
    expect(await stores.conversations.listWaitingReplies(filed.conversationId)).toEqual([])
    expect((await stores.tickets.listOpen('all', 500)).map(({ id }) => id)).not.toContain(filed.ticketId)
  })

  it('says that its words are destroyed to whoever reads them, and nobody can work on it', async () => {
    const { ticketId } = await filedAndDestroyed('read')
    await expect(stores.tickets.readContent(ticketId)).rejects.toMatchObject({ code: 'data_key_missing' })
    expect(await stores.tickets.findDraft(ticketId)).toBeUndefined()
    expect(await stores.tickets.findAnswer(ticketId)).toBeUndefined()
    const history = await stores.tickets.readHistory(ticketId)
    expect(history.map(({ action, text, actor }) => [action, text, actor])).toEqual([
      ['noted', undefined, { kind: 'staff', slackUserId: '' }],
      ['answered', undefined, { kind: 'staff', slackUserId: '' }],
    ])
    const claim = { id: ticketId, expected: { states: ['received'] }, set: { state: 'claimed' }, at: MONDAY } as const
    expect(await stores.transact(async (tx) => tx.changeTicket(claim))).toBeUndefined()
    const note = { at: MONDAY, actor: { kind: 'system' }, action: 'noted', from: 'received', to: 'received' } as const
    await expect(
      stores.transact(async (tx) => tx.appendHistory(ticketId, { ...note, text: 'new' })),
    ).rejects.toMatchObject({ code: 'data_key_missing' })
  })

  it('is recorded once, by ids that lead to nobody, and entered in the access log', async () => {
    const filed = await fileEverything(stores, { mark: 'record' })
    const keyId = await keyOf('tickets', filed.ticketId)
    expect(await destroy(filed)).toBe(true)
    expect(await destroy(filed)).toBe(false)
    expect(await rows(`select * from destructions where subject = '${filed.ticketId}'`)).toMatchObject([
      {
        what: 'ticket',
        rule: 'case',
        done_by: 'job',
        at: YEARS_LATER,
        key_id: keyId,
        counts: { history: 2, receipts: 1 },
      },
    ])
    expect(await rows(`select who, action, reason from audit where ticket_id = '${filed.ticketId}'`)).toEqual([
      { who: 'system', action: 'destroyed', reason: 'case' },
    ])
  })

  it('has its card blanked, after what may be under way and instead of what is not', async () => {
    const filed = await fileEverything(stores, { mark: 'card' })
    const lost = exampleDelivery({ kind: 'slack_card', ticketId: filed.ticketId, destination: 'C0ADMIN00' })
    await stores.transact(async (tx) => tx.enqueue(lost))
    await sql`update outbox set state = 'unclear' where id = ${lost.id}`.execute(stores.database.db)
    await destroy(filed)
    const outbox = await rows(
      `select id, kind, state, destination, order_key, payload from outbox where ticket_id = '${filed.ticketId}' order by sequence`,
    )
    expect(outbox).toEqual([
      expect.objectContaining({ id: lost.id }),
      expect.objectContaining({
        kind: 'slack_card',
        state: 'pending',
        destination: 'C0ADMIN00',
        order_key: `slack:${filed.ticketId}`,
        payload: {},
      }),
    ])
  })

  it('has nothing posted where Slack never had a card', async () => {
    const filed = await fileEverything(stores, { mark: 'cardless' })
    await sql`delete from slack_cards where ticket_id = ${filed.ticketId}`.execute(stores.database.db)
    await destroy(filed)
    expect(await rows(`select 1 from outbox where ticket_id = '${filed.ticketId}'`)).toEqual([])
  })

  it('leaves nothing half done when the work around it fails', async () => {
    const filed = await fileEverything(stores, { mark: 'rolled back' })
    const work = stores.transact(async (tx) => {
      await tx.destroyTicket(filed.ticketId, ORDER)
      throw new Error('later')
    })
    await expect(work).rejects.toThrow('later')
    expect((await stores.tickets.readContent(filed.ticketId)).name).toBe('rolled back 김하늘')
  })
})

describe('the conversation of a destroyed ticket', () => {
  it('goes on for its other tickets, without transcript, vault and old key; the receipts support the next ticket', async () => {
    const first = await fileEverything(stores, { mark: 'first' })
    const second = await fileEverything(stores, { mark: 'second', conversationId: first.conversationId })
    const oldKey = await keyOf('conversations', first.conversationId)
    await destroy(first)

    const after = await everything()
    expect(Object.values(wordsOf('first')).filter((word) => after.includes(word))).toEqual([])
    expect((await stores.tickets.readContent(second.ticketId)).name).toBe('second 김하늘')
    expect((await stores.conversations.findSession(first.conversationId))?.vault).toEqual([])
    expect(await stores.conversations.listActivities(first.conversationId, 0, 10)).toEqual([])
    expect(await rows(`select 1 from keyring.data_keys where id = '${oldKey}'`)).toEqual([])
    expect(await rows(`select ticket_id from receipts where conversation_id = '${first.conversationId}'`)).toEqual([
      { ticket_id: second.ticketId },
      { ticket_id: second.ticketId },
    ])
    expect(await rows(`select what, key_id from destructions where key_id = '${oldKey}'`)).toEqual([
      { what: 'transcript', key_id: oldKey },
    ])
  })

  it('stays for a turn under way, which is written with the new key in the same transaction', async () => {
    const filed = await fileEverything(stores, { mark: 'in use' })
    const session = (await stores.conversations.findSession(filed.conversationId))!
    const order: DestructionOrder = { rule: 'deletion_request', at: MONDAY, by: 'person' }
    await stores.conversations.transact(async (tx) => {
      await tx.destroyTicket(filed.ticketId, order)
      await tx.writeTurn(exampleTurn(session, { after: { ...session, vault: [], toldScrubbed: true } }))
    })
    expect(await stores.conversations.findSession(filed.conversationId)).toMatchObject({
      toldScrubbed: true,
      vault: [],
    })
    expect(await rows(`select ticket_id from receipts where conversation_id = '${filed.conversationId}'`)).toEqual([
      { ticket_id: null },
    ])
  })

  it('makes a turn that began before it be run again', async () => {
    const filed = await fileEverything(stores, { mark: 'race' })
    const session = (await stores.conversations.findSession(filed.conversationId))!
    const order: DestructionOrder = { rule: 'deletion_request', at: MONDAY, by: 'person' }
    let destroyed: Promise<unknown> = Promise.resolve()
    const destroying = new Promise<void>((resolve) => {
      destroyed = stores.transact(async (tx) => {
        await tx.destroyTicket(filed.ticketId, order)
        resolve()
        await new Promise((wait) => setTimeout(wait, 200))
      })
    })
    await destroying
    // It has read the old key, and waits for the row.
    const turn = stores.conversations.transact(async (tx) => tx.writeTurn(exampleTurn(session)))
    await expect(turn).rejects.toMatchObject({ code: 'conversation_moved_on' })
    await destroyed
    expect(await stores.conversations.findSession(filed.conversationId)).toBeDefined()
  })
})

describe('a destroyed conversation', () => {
  it('is gone with key and ties, and its ticket stays readable', async () => {
    const filed = await fileEverything(stores, { mark: 'whole' })
    await askGuardian(filed.conversationId)
    const loose = exampleReceipt({ purpose: 'contact' })
    await stores.conversations.transact(async (tx) => tx.writeReceipts([loose], filed.conversationId))
    const keyId = await keyOf('conversations', filed.conversationId)
    const order: DestructionOrder = { rule: 'consent_withdrawn', at: MONDAY, by: 'person' }
    const work = () => stores.conversations.transact(async (tx) => tx.destroyConversation(filed.conversationId, order))
    expect(await work()).toBe(true)
    expect(await work()).toBe(false)

    expect(await stores.conversations.findSession(filed.conversationId)).toBeUndefined()
    expect(await everything()).not.toContain(filed.conversationId)
    expect(await rows('select 1 from guardian_requests')).toEqual([])
    expect(await rows(`select 1 from keyring.data_keys where id = '${keyId}'`)).toEqual([])
    expect((await stores.tickets.readContent(filed.ticketId)).name).toBe('whole 김하늘')
    expect(await rows(`select conversation_id from receipts where id = '${loose.id}'`)).toEqual([
      { conversation_id: null },
    ])
  })
})

describe('a destroyed contact', () => {
  it('leaves the words and whom they praise, under a new key, and nobody who wrote them', async () => {
    const filed = await fileEverything(stores, { mark: 'praise', ticket: { type: 'compliment' } })
    const oldKey = await keyOf('tickets', filed.ticketId)
    const order: DestructionOrder = { rule: 'praise_contact', at: YEARS_LATER, by: 'job' }
    const strip = () => stores.transact(async (tx) => tx.destroyContact(filed.ticketId, 'all', order))
    expect(await strip()).toBe(true)
    expect(await strip()).toBe(false)

    const words = wordsOf('praise')
    const content = await stores.tickets.readContent(filed.ticketId)
    expect(content).toMatchObject({ story: words.story, vault: [{ token: '[직원1]', value: 'praise 이간호' }] })
    expect(Object.keys(content)).not.toEqual(expect.arrayContaining(['name', 'phone']))
    expect((await stores.tickets.readHistory(filed.ticketId)).map(({ text }) => text)).toEqual([
      words.note,
      words.answer,
    ])
    expect((await stores.tickets.findDraft(filed.ticketId))?.text).toBe(words.draft)
    expect(await rows(`select 1 from keyring.data_keys where id = '${oldKey}'`)).toEqual([])
    const after = await everything()
    for (const gone of [words.name, words.phone, words.token, words.said, filed.conversationId])
      expect(after).not.toContain(gone)
  })

  it('given for notices alone leaves the name, the words and the tie to the conversation', async () => {
    const filed = await fileEverything(stores, { mark: 'notices' })
    const order: DestructionOrder = { rule: 'notice_contact', at: YEARS_LATER, by: 'job' }
    expect(await stores.transact(async (tx) => tx.destroyContact(filed.ticketId, 'notices', order))).toBe(true)
    const content = await stores.tickets.readContent(filed.ticketId)
    expect(content).toMatchObject({ name: 'notices 김하늘', vault: [{}, {}] })
    expect(content.phone).toBeUndefined()
    expect((await stores.tickets.findTicket(filed.number))?.conversationId).toBe(filed.conversationId)
    expect(await rows(`select counts from destructions where subject = '${filed.ticketId}'`)).toHaveLength(1)
  })
})

async function askGuardian(conversationId: string): Promise<void> {
  const request = { id: randomUUID(), tokenHash: randomUUID(), conversationId, channel: 'web', language: 'ko' } as const
  const details = { v: 1, contact: { kind: 'email', value: 'guardian@family.example' } } as const
  await stores.conversations.transact(async (tx) =>
    tx.insertGuardianRequest({ ...request, details, createdAt: MONDAY, expiresAt: YEARS_LATER }),
  )
}

async function filedAndDestroyed(mark: string): Promise<Filed> {
  const filed = await fileEverything(stores, { mark })
  await destroy(filed)
  return filed
}
