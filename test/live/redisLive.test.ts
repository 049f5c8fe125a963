import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { createSecretKey } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { inspect } from 'node:util'
import { Redis } from 'ioredis'
import type { Live } from '../../src/live/live.ts'
import { createRedisLive } from '../../src/live/redisLive.ts'
import { describeWithProgram } from '../support/needs.ts'
import { createRedisServer, type RedisServer } from '../support/redisServer.ts'
import { collect, describeLiveContract, holdLock, until } from './liveContract.ts'

const holdKey = { kind: 'data_key', secret: createSecretKey(Buffer.alloc(32, 7)) } as const
const limit = { points: 1, perSeconds: 60 }

describeWithProgram('redis-server', 'live on Redis', () => {
  let server: RedisServer
  let codes: string[]
  let opened: Live[]

  const open = async (): Promise<Live> => {
    const log = { warn: (fields: object) => void codes.push('code' in fields ? String(fields.code) : '') }
    const live = await createRedisLive({ url: server.url, holdKey, log })
    opened.push(live)
    return live
  }

  const askServer = async <T>(question: (redis: Redis) => Promise<T>): Promise<T> => {
    const redis = new Redis(server.url)
    return question(redis).finally(() => redis.disconnect())
  }

  beforeAll(async () => {
    server = await createRedisServer()
  })
  beforeEach(async () => {
    codes = []
    opened = []
    await server.kill()
    await server.start()
  })
  afterEach(async () => {
    await Promise.all(opened.map((live) => live.close()))
  })
  afterAll(() => server.kill())

  describe('as any live part', () => describeLiveContract(open))

  describe('among two instances', () => {
    it('gives a lock to one of them at a time', async () => {
      const [one, two] = [await open(), await open()]
      let [inside, most, done] = [0, 0, 0]
      const work = async (): Promise<void> => {
        inside += 1
        most = Math.max(most, inside)
        await sleep(3)
        inside -= 1
        done += 1
      }
      const turns = Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? one : two))
      await Promise.all(turns.map((live) => live.locks.withLock('c1', { ttlMs: 1000, waitMs: 10_000 }, work)))
      expect([most, done]).toEqual([1, 20])
    })

    it('lets the second have the lock of a first that died, once its time is up', async () => {
      const live = await open()
      await askServer((redis) => redis.set('sori:lock:c1', 'of the dead', 'PX', 200))
      await expect(live.locks.withLock('c1', { ttlMs: 1000, waitMs: 0 }, async () => 1)).rejects.toMatchObject({
        code: 'lock_busy',
      })
      expect(await live.locks.withLock('c1', { ttlMs: 1000, waitMs: 1000 }, async () => 'mine')).toBe('mine')
    })

    it('tells the work when its lock was lost, and leaves the lock to its new holder', async () => {
      const live = await open()
      const reason = await live.locks.withLock('c1', { ttlMs: 150, waitMs: 0 }, async (signal) => {
        await askServer((redis) => redis.set('sori:lock:c1', 'somebody else'))
        await until(() => signal.aborted)
        return signal.reason
      })
      expect(reason).toMatchObject({ code: 'lock_lost' })
      expect(await askServer((redis) => redis.get('sori:lock:c1'))).toBe('somebody else')
    })

    it('shares counts, wake-ups and what is held', async () => {
      const [one, two] = [await open(), await open()]
      await one.rateLimit.take('k', limit)
      expect(await two.rateLimit.take('k', limit)).toMatchObject({ allowed: false })
      const { heard, ready } = collect(two, 'turns')
      await ready
      await one.wakeUps.publish('turns', 'x')
      await until(() => heard.length === 1)
      await one.hold.put('c1', '말', 60)
      expect(await two.hold.get('c1')).toBe('말')
    })
  })

  it('holds nothing readable, nothing without an end, and nothing that opens elsewhere', async () => {
    const live = await open()
    await live.hold.put('c1', 'my complaint', 60)
    await askServer(async (redis) => {
      const kept = await redis.getBuffer('sori:hold:c1')
      expect(kept?.includes('complaint')).toBe(false)
      expect(await redis.pttl('sori:hold:c1')).toBeGreaterThan(59_000)
      await redis.set('sori:hold:c2', kept ?? '')
    })
    expect(await live.hold.get('c2')).toBeUndefined()
  })

  describe.each([
    ['is killed', () => server.kill()],
    ['does not answer', async () => server.signal('SIGSTOP')],
  ])('while Redis %s', (_, takeAway) => {
    afterEach(() => server.signal('SIGCONT'))

    it('still limits, swallows wake-ups, and refuses locks and the hold with a code', async () => {
      const live = await open()
      await takeAway()
      expect(await live.rateLimit.take('k', limit)).toMatchObject({ allowed: true })
      expect(await live.rateLimit.take('k', limit)).toMatchObject({ allowed: false })
      await live.wakeUps.publish('turns', 'x')
      expect(codes).toContain('wake_up_lost')
      const away = { name: 'LiveError', code: 'live_unavailable' }
      const work = async (): Promise<number> => 1
      await expect(live.locks.withLock('c1', { ttlMs: 1000, waitMs: 5000 }, work)).rejects.toMatchObject(away)
      await expect(live.hold.put('c1', 'secret', 60)).rejects.toMatchObject(away)
      await expect(live.hold.get('c1')).rejects.toMatchObject(away)
      await expect(live.hold.delete('c1')).rejects.toMatchObject(away)
    })
  })

  it('keeps nothing of what was to be held in its errors', async () => {
    const live = await open()
    await askServer((redis) => redis.config('SET', 'maxmemory', '1'))
    const error = await live.hold.put('c1', 'x', 60).catch((error: unknown) => error)
    expect(error).toMatchObject({ code: 'live_unavailable' })
    expect(inspect(error, { depth: 9 })).not.toContain('sori:hold')
  })

  it('recovers by itself: listeners from before and during the outage hear again, with one line each way', async () => {
    const live = await open()
    const before = collect(live, 'turns')
    await before.ready
    await server.kill()
    await until(() => !live.isReady())
    const during = collect(live, 'turns')
    await during.ready
    await sleep(300)
    await server.start()
    await until(() => live.isReady())
    await until(async () => {
      await live.wakeUps.publish('turns', 'x')
      return before.heard.length > 0 && during.heard.length > 0
    })
    await live.hold.put('c1', 'x', 60)
    expect(codes.sort()).toEqual(['redis_away', 'redis_away', 'redis_back', 'redis_back'])
  })

  it('starts without Redis and is ready once it comes', async () => {
    await server.kill()
    const live = await open()
    expect(live.isReady()).toBe(false)
    await server.start()
    await until(() => live.isReady())
    expect(await live.locks.withLock('c1', { ttlMs: 1000, waitMs: 0 }, async () => 'mine')).toBe('mine')
  })

  it('gives up a lock that can no longer be renewed before its time is up', async () => {
    const live = await open()
    const held = live.locks.withLock('c1', { ttlMs: 1500, waitMs: 0 }, async (signal) => {
      const startedAt = performance.now()
      await server.kill()
      await until(() => signal.aborted)
      return performance.now() - startedAt
    })
    expect(await held).toBeLessThan(1500)
  })

  it('closes while Redis is away and while a lock is held', async () => {
    const live = await open()
    const { acquired, release, held } = holdLock(live.locks, 'c1')
    await acquired
    await server.kill()
    await live.close()
    release()
    await held
  })
})
