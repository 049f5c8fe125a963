import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'

import type { NewDelivery } from '../../src/delivery/delivery.ts'
import type { AttemptResult } from '../../src/delivery/ports.ts'
import { exampleDelivery } from './examples.ts'
import { MONDAY, openTestStores, type TestStores } from './testStores.ts'

let stores: TestStores
beforeAll(async () => {
  stores = await openTestStores()
})
beforeEach(async () => {
  await stores.database.db.deleteFrom('outbox').execute()
})
afterAll(async () => stores.close())

const LEASE_MS = 30_000
const after = (ms: number): Date => new Date(MONDAY.getTime() + ms)

const enqueue = async (...parts: readonly Partial<NewDelivery>[]): Promise<readonly NewDelivery[]> => {
  const deliveries = parts.map((part) => exampleDelivery(part))
  await stores.transact(async (tx) => {
    for (const delivery of deliveries) await tx.enqueue(delivery)
  })
  return deliveries
}
const lease = async (part: Partial<Parameters<TestStores['outbox']['lease']>[0]> = {}) =>
  stores.outbox.lease({ now: MONDAY, leaseMs: LEASE_MS, limit: 8, owner: 'w', busyDestinations: [], ...part })
const finish = async (id: string, result: Partial<AttemptResult>, owner = 'w') =>
  stores.outbox.finish(id, owner, { state: 'sent', at: MONDAY, ...result })
const destinations = (deliveries: readonly NewDelivery[]) => deliveries.map(({ destination }) => destination)
const rowOf = async (id: string) =>
  stores.database.db.selectFrom('outbox').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

describe('a lease', () => {
  it('hands out what was enqueued, and writes down beforehand that an attempt may have been made', async () => {
    const [enqueued] = await enqueue({ kind: 'slack_note', payload: { message: { key: 'k', values: { by: 'U1' } } } })
    const [leased] = await lease({ now: after(5) })
    const times = { createdAt: MONDAY, firstAttemptAt: after(5), lastAttemptAt: after(5), nextAttemptAt: MONDAY }
    expect(leased).toEqual({
      ...enqueued,
      ...times,
      state: 'pending',
      attempts: 1,
      errorCode: undefined,
      reference: undefined,
    })
    expect(await rowOf(leased?.id ?? '')).toMatchObject({ attempts: 1, first_attempt_at: after(5), lease_owner: 'w' })
  })

  it('takes critical first, then the oldest, and no more than asked', async () => {
    await enqueue(
      { destination: 'C1', priority: 2 },
      { destination: 'C2', priority: 1 },
      { destination: 'C3', priority: 1 },
      { destination: 'C4', priority: 0 },
    )
    expect(destinations(await lease({ limit: 3 }))).toEqual(['C4', 'C2', 'C3'])
    expect(destinations(await lease())).toEqual(['C1'])
  })

  it('takes one per destination, the most urgent, and none of a busy one', async () => {
    const [, urgent] = await enqueue(
      { destination: 'C1', priority: 1 },
      { destination: 'C1', priority: 0 },
      { destination: 'C2', priority: 0 },
    )
    expect((await lease({ busyDestinations: ['C2'] })).map(({ id }) => id)).toEqual([urgent?.id])
  })

  it('keeps the order of a key, even while its first has to wait or is urgent no more', async () => {
    const key = { orderKey: 'slack:1', destination: 'C1' }
    const [first, second] = await enqueue({ ...key, priority: 2 }, { ...key, priority: 0, destination: 'C2' })
    expect((await lease()).map(({ id }) => id)).toEqual([first?.id])
    expect(await lease()).toEqual([])
    await finish(first?.id ?? '', { state: 'pending', nextAttemptAt: after(60_000) })
    expect(await lease({ now: after(59_999) })).toEqual([])
    expect((await lease({ now: after(60_000) })).map(({ id }) => id)).toEqual([first?.id])
    await finish(first?.id ?? '', { state: 'sent' })
    expect((await lease({ now: after(60_000) })).map(({ id }) => id)).toEqual([second?.id])
  })

  it.each(['sent', 'delivered', 'superseded', 'parked', 'waiting'] as const)(
    'goes on behind one that is %s',
    async (state) => {
      const [first, second] = await enqueue({ orderKey: 'k' }, { orderKey: 'k' })
      await lease()
      await finish(first?.id ?? '', { state })
      expect((await lease()).map(({ id }) => id)).toEqual([second?.id])
    },
  )

  it('that ran out is taken up by another, who learns that it is unclear whether it arrived', async () => {
    const [delivery] = await enqueue({})
    await lease({ owner: 'dead' })
    expect(await lease({ now: after(LEASE_MS - 1) })).toEqual([])
    const [again] = await lease({ now: after(LEASE_MS), owner: 'next' })
    expect(again).toMatchObject({
      id: delivery?.id,
      state: 'unclear',
      attempts: 2,
      firstAttemptAt: MONDAY,
      lastAttemptAt: MONDAY,
    })
    await finish(delivery?.id ?? '', { state: 'sent' }, 'dead')
    expect(await rowOf(delivery?.id ?? '')).toMatchObject({ state: 'unclear', lease_owner: 'next' })
  })

  it('is never given twice, and never for two of one key, to eight workers at once', async () => {
    const keys = Array.from({ length: 12 }, (_, index) => `key ${index}`)
    await enqueue(...keys.flatMap((orderKey) => [1, 2, 3, 4, 5].map(() => ({ orderKey }))))
    const taken: string[] = []
    const order: string[] = []
    const out = new Set<string>()
    const work = async (owner: string): Promise<void> => {
      for (let idle = 0; idle < 20;) {
        const leased = await lease({ owner, limit: 3 })
        idle = leased.length === 0 ? idle + 1 : 0
        for (const { id, orderKey } of leased) {
          expect([...out]).not.toContain(orderKey)
          out.add(orderKey)
          taken.push(id)
          order.push(orderKey)
        }
        await new Promise(setImmediate)
        for (const { id, orderKey } of leased) {
          out.delete(orderKey)
          await finish(id, { state: 'sent' }, owner)
        }
      }
    }
    await Promise.all(Array.from({ length: 8 }, async (_, index) => work(`worker ${index}`)))
    expect(taken).toHaveLength(60)
    expect(new Set(taken).size).toBe(60)
    expect(await stores.outbox.countByState()).toEqual({ sent: 60 })
    const { rows } = await sql<{ id: string }>`select id from outbox order by sequence`.execute(stores.database.db)
    for (const orderKey of keys) {
      const ofKey = (ids: readonly string[]) => ids.filter((id) => order[taken.indexOf(id)] === orderKey)
      expect(ofKey(taken)).toEqual(ofKey(rows.map(({ id }) => id)))
    }
  })
})

describe('finishing', () => {
  it('keeps what came of it and gives the lease back', async () => {
    const [delivery] = await enqueue({})
    await lease()
    await finish(delivery?.id ?? '', {
      state: 'pending',
      at: after(7),
      nextAttemptAt: after(1000),
      errorCode: 'rate_limited',
    })
    const retried = {
      state: 'pending',
      lease_owner: null,
      lease_until: null,
      error_code: 'rate_limited',
      finished_at: null,
    }
    expect(await rowOf(delivery?.id ?? '')).toMatchObject({
      ...retried,
      next_attempt_at: after(1000),
      last_attempt_at: after(7),
    })
    await lease({ now: after(1000) })
    await finish(delivery?.id ?? '', { state: 'sent', at: after(1001), reference: { channel: 'C1', ts: '1.0' } })
    const sent = { state: 'sent', error_code: null, finished_at: after(1001), reference: { channel: 'C1', ts: '1.0' } }
    expect(await rowOf(delivery?.id ?? '')).toMatchObject(sent)
  })

  it('remembers when the sending ended, not when it was last looked for', async () => {
    const [delivery] = await enqueue({})
    await lease()
    await finish(delivery?.id ?? '', { state: 'unclear', at: after(5000), nextAttemptAt: after(7000) })
    expect(await lease({ now: after(7000) })).toMatchObject([{ state: 'unclear', lastAttemptAt: after(5000) }])
    await finish(delivery?.id ?? '', { state: 'unclear', at: after(8000), nextAttemptAt: after(9000) })
    expect(await lease({ now: after(9000) })).toMatchObject([
      { state: 'unclear', lastAttemptAt: after(5000), attempts: 3 },
    ])
  })

  it.each([
    ['waiting', 'sent'],
    ['pending', 'sent'],
    ['sent', 'sent'],
    ['delivered', 'delivered'],
  ] as const)('with %s leaves a reply that a turn has shown meanwhile %s', async (state, expected) => {
    const [delivery] = await enqueue({ kind: 'patient_reply' })
    await lease()
    await stores.conversations.transact(async (tx) => tx.markReplyShown(delivery?.id ?? '', 'sent', after(1)))
    await finish(delivery?.id ?? '', { state, at: after(2), nextAttemptAt: after(3) })
    expect(await rowOf(delivery?.id ?? '')).toMatchObject({ state: expected })
    expect(await lease({ now: after(LEASE_MS) })).toEqual([])
  })
})

describe('the next attempt', () => {
  it('is the earliest that can be made: not one behind another, busy, done, or in somebody’s hands', async () => {
    expect(await stores.outbox.findNextAttemptAt([])).toBeUndefined()
    const [first] = await enqueue({ orderKey: 'k', destination: 'C1' }, { orderKey: 'k', destination: 'C2' })
    expect(await stores.outbox.findNextAttemptAt([])).toEqual(MONDAY)
    expect(await stores.outbox.findNextAttemptAt(['C1'])).toBeUndefined()
    await lease()
    expect(await stores.outbox.findNextAttemptAt([])).toEqual(after(LEASE_MS))
    await finish(first?.id ?? '', { state: 'pending', nextAttemptAt: after(9000) })
    expect(await stores.outbox.findNextAttemptAt([])).toEqual(after(9000))
    await lease({ now: after(9000) })
    await finish(first?.id ?? '', { state: 'sent' })
    expect(await stores.outbox.findNextAttemptAt([])).toEqual(MONDAY)
    expect(await stores.outbox.findNextAttemptAt(['C2', randomUUID()])).toBeUndefined()
  })
})
