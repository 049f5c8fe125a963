import { setTimeout as delay } from 'node:timers/promises'
import { inspect } from 'node:util'

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'

import type { NewDelivery, SendOutcome } from '../../src/delivery/delivery.ts'
import {
  createOutboxWorker,
  type OutboxWorker,
  type OutboxWorkerDependencies,
} from '../../src/delivery/outboxWorker.ts'
import { exampleDelivery } from '../store/examples.ts'
import { MONDAY, openTestStores, type TestStores } from '../store/testStores.ts'
import { startApp } from '../support/appProcess.ts'
import { createOtherSide, type OtherSide, sent } from './otherSide.ts'

let stores: TestStores
let there: OtherSide
let workers: OutboxWorker[]
let listeners: (() => void)[]
let logged: { level: string; message: string }[]
let fields: object[]
let parked: string[]
let stuck: string[]

beforeAll(async () => {
  stores = await openTestStores()
})
beforeEach(async () => {
  await stores.database.db.deleteFrom('outbox').execute()
  stores.setNow(MONDAY)
  there = createOtherSide()
  ;[workers, listeners, logged, fields, parked, stuck] = [[], [], [], [], [], []]
})
afterEach(async () => Promise.all(workers.map(async (worker) => worker.stop())))
afterAll(async () => stores.close())

const log = (level: string) => (said: object, message: string) => {
  logged.push({ level, message })
  fields.push(said)
}

/** Starts a worker on the test's clock that looks every few milliseconds. */
function start(part: Partial<OutboxWorkerDependencies> = {}): OutboxWorker {
  const { sender } = there
  const worker = createOutboxWorker({
    outbox: stores.outbox,
    senders: {
      slack_card: sender,
      slack_note: sender,
      slack_page: sender,
      slack_alarm: sender,
      patient_reply: sender,
      guardian_link: sender,
      photo_fetch: sender,
    },
    wakeUps: {
      subscribe: async (_, listener) => {
        listeners.push(listener)
        return async () => void listeners.splice(listeners.indexOf(listener), 1)
      },
    },
    now: stores.now,
    random: () => 0,
    owner: `worker ${workers.length}`,
    log: { info: log('info'), warn: log('warn'), error: log('error') },
    onParked: async ({ id }) => void parked.push(id),
    onStuck: async ({ id }) => void stuck.push(id),
    pollMs: 10,
    paceMs: 0,
    ...part,
  })
  workers.push(worker)
  worker.start()
  return worker
}

async function enqueue(...parts: readonly Partial<NewDelivery>[]): Promise<string[]> {
  const deliveries = parts.map((part) => exampleDelivery(part))
  await stores.transact(async (tx) => {
    for (const delivery of deliveries) await tx.enqueue(delivery)
  })
  return deliveries.map(({ id }) => id)
}

const arrived = (): string[] => there.arrived.map(({ id }) => id)
const advance = (ms: number): void => stores.setNow(new Date(stores.now().getTime() + ms))
const rowOf = async (id = '') =>
  stores.database.db.selectFrom('outbox').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

/** Waits until something holds; fails after five seconds. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 20_000
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`still not so: ${holds.toString()}`)
    await delay(5)
  }
}
const untilState = async (id: string | undefined, state: string): Promise<void> =>
  until(async () => (await rowOf(id)).state === state)
/** Long enough for a worker to look a few times. */
const aWhile = async (): Promise<void> => delay(80)

describe('the worker', () => {
  it('sends what there is, writes down where it went, and tells of no trouble', async () => {
    const [id] = await enqueue({})
    start()
    await untilState(id, 'sent')
    expect(await rowOf(id)).toMatchObject({ reference: { channel: 'C', ts: '1.0' }, attempts: 1, error_code: null })
    expect(logged).toEqual([])
  })

  it('keeps the order of a key while its first has to wait, and holds up nobody else', async () => {
    const key = { orderKey: 'slack:1' }
    const [first = '', second, other] = await enqueue(key, { ...key, priority: 0 }, {})
    there.behave(first, () => ({ kind: 'retry', afterMs: 0, code: 'refused' }))
    start()
    await until(() => arrived().includes(other ?? ''))
    await aWhile()
    expect(arrived()).toEqual([other])
    advance(1_000)
    await untilState(second, 'sent')
    expect(arrived()).toEqual([other, first, second])
  })

  it('sends critical first', async () => {
    const to = { destination: 'C1' }
    const ids = await enqueue(
      { ...to, priority: 2 },
      { ...to, priority: 1 },
      { ...to, priority: 1 },
      { ...to, priority: 0 },
    )
    start()
    await until(() => arrived().length === 4)
    expect(arrived()).toEqual([ids[3], ids[1], ids[2], ids[0]])
  })

  it('leaves a Slack channel alone for a while after each message, but no other, and no patient', async () => {
    const times = new Map<string, number[]>()
    const note = async ({ destination }: { destination: string }): Promise<SendOutcome> => {
      times.set(destination, [...(times.get(destination) ?? []), Date.now()])
      return sent
    }
    const reply = { kind: 'patient_reply', destination: 'patient' } as const
    const ids = await enqueue(
      { destination: 'C1' },
      { destination: 'C1' },
      { destination: 'C1' },
      { destination: 'C2' },
      reply,
      reply,
    )
    for (const id of ids) there.behave(id, note)
    stores.setNow(new Date())
    await stores.database.db.updateTable('outbox').set({ next_attempt_at: new Date() }).execute()
    start({ paceMs: 400, now: () => new Date(), pollMs: 60_000 })
    await until(() => times.get('C1')?.length === 3)
    const [first = 0, second = 0, third = 0] = times.get('C1') ?? []
    expect(second - first).toBeGreaterThanOrEqual(400)
    expect(third - second).toBeGreaterThanOrEqual(400)
    expect(times.get('C2')?.[0]).toBeLessThan(second)
    expect(times.get('patient')?.[1]).toBeLessThan(second)
  })

  it('sends to at most eight destinations at once', async () => {
    const { promise: mayEnd, resolve: end } = Promise.withResolvers<SendOutcome>()
    let now = 0
    const ids = await enqueue(...Array.from({ length: 12 }, () => ({})))
    for (const id of ids) {
      there.behave(id, async () => {
        now += 1
        return mayEnd
      })
    }
    start()
    await until(() => now === 8)
    await aWhile()
    expect(now).toBe(8)
    end(sent)
    await until(() => now === 12)
  })

  it('shares the work with others without sending anything twice', async () => {
    const ids = await enqueue(...Array.from({ length: 60 }, (_, index) => ({ orderKey: `key ${index % 7}` })))
    for (let count = 0; count < 4; count += 1) start()
    await until(async () => (await stores.outbox.countByState()).sent === 60)
    expect(arrived().toSorted()).toEqual(ids.toSorted())
  })
})

describe('a delivery that may have arrived', () => {
  const unclear: SendOutcome = { kind: 'unclear', code: 'http_500' }

  it('and did is found and not sent again', async () => {
    const [id = ''] = await enqueue({})
    there.behave(id, (delivery) => {
      there.arrived.push(delivery)
      return unclear
    })
    start()
    await untilState(id, 'unclear')
    await aWhile()
    expect(there.looks).toEqual([])
    advance(2_000)
    await untilState(id, 'sent')
    expect(await rowOf(id)).toMatchObject({ reference: { channel: 'C', ts: 'found' } })
    expect(arrived()).toEqual([id])
  })

  it('and did not is sent again only after ten seconds', async () => {
    const [id = ''] = await enqueue({})
    there.behave(id, () => unclear)
    start()
    await untilState(id, 'unclear')
    advance(9_999)
    await until(() => there.looks.length === 1)
    await aWhile()
    expect(arrived()).toEqual([])
    advance(1)
    await untilState(id, 'sent')
    expect(arrived()).toEqual([id])
  })

  it('logs of a sender that throws where it happened, and nothing of what it was sending', async () => {
    const [id = ''] = await enqueue({})
    there.behave(id, () => {
      throw Object.assign(new Error('비밀'), { code: 'ECONNRESET', request: { body: '비밀' }, detail: '비밀' })
    })
    start()
    await untilState(id, 'unclear')
    const said = fields.find((one) => 'code' in one && one.code === 'ECONNRESET')
    expect(said).toMatchObject({ deliveryId: id, stack: expect.stringContaining('outboxWorker.test.ts') })
    expect(inspect(fields, { depth: null, showHidden: true })).not.toContain('비밀')
  })

  it('is not sent again as long as nobody can say', async () => {
    const [id = ''] = await enqueue({})
    there.behave(id, () => {
      throw new Error('connection reset')
    })
    there.answerLooks({ kind: 'unknown', code: 'down' })
    start()
    for (let looks = 1; looks <= 6; looks += 1) {
      await untilState(id, 'unclear')
      advance(60_000)
      await until(() => there.looks.length >= looks)
    }
    expect(arrived()).toEqual([])
    there.answerLooks(undefined)
    advance(60_000)
    await until(() => arrived().length === 1)
    await untilState(id, 'sent')
    expect(logged.some(({ message }) => message === 'a sender failed')).toBe(true)
  })
})

describe('a delivery that fails', () => {
  it('is tried for ever, and alarms once, after ten minutes', async () => {
    const [id = ''] = await enqueue({})
    const refuse = (): SendOutcome => ({ kind: 'retry', afterMs: 0, code: 'refused' })
    there.behave(id, ...Array.from({ length: 40 }, () => refuse))
    start()
    const stuckAfter: number[] = []
    for (let attempts = 1; attempts <= 40; attempts += 1) {
      await until(async () => (await rowOf(id)).attempts === attempts && (await rowOf(id)).lease_owner === null)
      if (stuck.length === 1 && stuckAfter.length === 0) stuckAfter.push(stores.now().getTime() - MONDAY.getTime())
      advance(60_000)
    }
    await untilState(id, 'sent')
    expect(stuck).toEqual([id])
    expect(stuckAfter[0]).toBeGreaterThanOrEqual(9 * 60_000)
    expect(stuckAfter[0]).toBeLessThanOrEqual(11 * 60_000)
  })

  it('for good is parked, alarms, and blocks nobody', async () => {
    const key = { orderKey: 'slack:1', destination: 'C1' }
    const [first = '', second] = await enqueue(key, key)
    there.behave(first, () => ({ kind: 'rejected', code: 'is_archived' }))
    start()
    await untilState(second, 'sent')
    expect(await rowOf(first)).toMatchObject({ state: 'parked', error_code: 'is_archived' })
    expect(parked).toEqual([first])
  })

  it('for good is not parked before somebody could be told', async () => {
    const [id = ''] = await enqueue({})
    const reject = (): SendOutcome => ({ kind: 'rejected', code: 'is_archived' })
    there.behave(id, reject, reject)
    let isTold = false
    start({ onParked: async () => (isTold ? undefined : Promise.reject(new Error('no alarm today'))) })
    await until(() => logged.some(({ level }) => level === 'error'))
    await aWhile()
    expect(await rowOf(id)).toMatchObject({ state: 'pending', attempts: 1 })
    isTold = true
    advance(30_000)
    await untilState(id, 'parked')
  })
})

describe('a worker that dies in the middle of sending', () => {
  it.each([
    ['did', true],
    ['did not', false],
  ])('leaves a delivery that %s arrive to be sent exactly once', async (_, didArrive) => {
    const delivery = exampleDelivery()
    stores.setNow(new Date())
    await stores.transact(async (tx) => tx.enqueue(delivery))
    const { connectionString } = stores.database.pool.options
    const script = new URL('../support/crashingWorker.ts', import.meta.url).pathname
    const dying = startApp(script, [connectionString ?? ''])
    expect(await dying.firstLine).toBe(delivery.id)
    await dying.kill('SIGKILL')
    if (didArrive) there.arrived.push(delivery)
    expect(await rowOf(delivery.id)).toMatchObject({
      state: 'pending',
      attempts: 1,
      lease_owner: 'the worker that dies',
    })
    start()
    await aWhile()
    expect(there.looks).toEqual([])
    advance(31_000)
    await untilState(delivery.id, 'sent')
    expect(there.looks).toHaveLength(1)
    expect(arrived()).toEqual([delivery.id])
  })

  it('and comes back late changes nothing any more', async () => {
    const [id = ''] = await enqueue({})
    const { promise: late, resolve: comeBack } = Promise.withResolvers<SendOutcome>()
    there.behave(id, async (delivery) => {
      there.arrived.push(delivery)
      return late
    })
    start()
    await until(() => arrived().length === 1)
    advance(30_000)
    start()
    await untilState(id, 'sent')
    comeBack({ kind: 'retry', afterMs: 0, code: 'refused' })
    await aWhile()
    expect(await rowOf(id)).toMatchObject({ state: 'sent', reference: { ts: 'found' } })
    expect(arrived()).toEqual([id])
  })
})

describe('waking and stopping', () => {
  it('looks at once when woken, by the topic or by a kick', async () => {
    const worker = start({ pollMs: 60_000 })
    await aWhile()
    const [first] = await enqueue({})
    await aWhile()
    expect(arrived()).toEqual([])
    for (const listener of listeners) listener()
    await until(() => arrived().length === 1)
    const [second] = await enqueue({})
    worker.kick()
    await until(() => arrived().length === 2)
    expect(arrived()).toEqual([first, second])
  })

  it('sleeps until the next delivery falls due', async () => {
    const [id = ''] = await enqueue({})
    stores.setNow(new Date())
    const due = new Date(Date.now() + 500)
    await stores.database.db.updateTable('outbox').set({ next_attempt_at: due }).where('id', '=', id).execute()
    start({ pollMs: 60_000, now: () => new Date() })
    await until(() => arrived().length === 1)
    expect(Date.now()).toBeGreaterThanOrEqual(due.getTime())
  })

  it('finishes what is under way when it is stopped, takes nothing more, and can start again', async () => {
    const { promise, resolve } = Promise.withResolvers<SendOutcome>()
    const [id = ''] = await enqueue({})
    there.behave(id, async (delivery) => {
      there.arrived.push(delivery)
      return promise
    })
    const worker = start()
    worker.start()
    await until(() => arrived().length === 1)
    const stopped = worker.stop()
    expect(worker.isRunning()).toBe(false)
    const [later] = await enqueue({})
    await aWhile()
    resolve(sent)
    await stopped
    expect(await rowOf(id)).toMatchObject({ state: 'sent', lease_owner: null })
    expect(await rowOf(later)).toMatchObject({ state: 'pending', attempts: 0 })
    expect(listeners).toEqual([])
    worker.start()
    expect(worker.isRunning()).toBe(true)
    await untilState(later, 'sent')
  })

  it('lives through an outage of the database, and says so once', async () => {
    let isDown = true
    let looks = 0
    const lease: typeof stores.outbox.lease = async (options) => {
      looks += 1
      return isDown ? Promise.reject(new Error('no database')) : stores.outbox.lease(options)
    }
    const [id] = await enqueue({})
    const worker = start({ outbox: { ...stores.outbox, lease } })
    await until(() => looks >= 3)
    expect(worker.isRunning()).toBe(true)
    isDown = false
    await untilState(id, 'sent')
    await until(() => logged.length >= 2)
    expect(logged.map(({ level }) => level)).toEqual(['error', 'info'])
  })

  it('looks for what it sent when the outcome could not be written down', async () => {
    const [id = ''] = await enqueue({})
    let isDown = true
    const finish: typeof stores.outbox.finish = async (...result) =>
      isDown ? Promise.reject(new Error('no database')) : stores.outbox.finish(...result)
    start({ outbox: { ...stores.outbox, finish } })
    await until(() => arrived().length === 1)
    isDown = false
    advance(30_000)
    await untilState(id, 'sent')
    expect(arrived()).toEqual([id])
  })

  it('still polls when it cannot be woken', async () => {
    const [id] = await enqueue({})
    start({ wakeUps: { subscribe: async () => Promise.reject(new Error('no wake-ups')) } })
    await untilState(id, 'sent')
  })
})
