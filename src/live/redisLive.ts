import type { Redis } from 'ioredis'
import { RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible'
import type { DataKey } from '../store/encryption/sealing.ts'
import { openHeld, sealHeld } from './heldValue.ts'
import type { Hold, Live, LiveLog, RateLimit } from './live.ts'
import { createRateLimit } from './rateLimit.ts'
import { closeRedisConnection, createRedisConnection, reach } from './redisConnection.ts'
import { createRedisLocks } from './redisLocks.ts'
import { createRedisWakeUps } from './redisWakeUps.ts'

type RedisLiveOptions = {
  /** `redis://` or `rediss://`. */
  readonly url: string
  /** The same for every instance. */
  readonly holdKey: DataKey
  readonly log: LiveLog
}

/**
 * The live part of an application that runs as several instances. Resolves after the first attempt to connect,
 * whatever came of it: while Redis is away, `isReady()` is false and it keeps trying.
 */
export async function createRedisLive({ url, holdKey, log }: RedisLiveOptions): Promise<Live> {
  const redis = createRedisConnection(url, log)
  const subscriber = createRedisConnection(url, log)
  const connections = [redis, subscriber]
  let open = true
  const live: Live = {
    locks: createRedisLocks(redis),
    rateLimit: createRedisRateLimit(redis),
    wakeUps: createRedisWakeUps(redis, subscriber, log),
    hold: createRedisHold(redis, holdKey),
    isReady: () => open && connections.every(({ status }) => status === 'ready'),
    async close() {
      open = false
      await Promise.all(connections.map(closeRedisConnection))
    },
  }
  await Promise.allSettled(connections.map((connection) => connection.connect()))
  return live
}

function createRedisRateLimit(redis: Redis): RateLimit {
  return createRateLimit(
    (options) =>
      new RateLimiterRedis({ ...options, storeClient: redis, insuranceLimiter: new RateLimiterMemory(options) }),
  )
}

function createRedisHold(redis: Redis, holdKey: DataKey): Hold {
  const nameOf = (key: string): string => `sori:hold:${key}`
  return {
    async get(key) {
      const sealed = await reach(redis.getBuffer(nameOf(key)))
      return sealed ? openHeld(holdKey, key, sealed) : undefined
    },
    async put(key, value, ttlSeconds) {
      await reach(redis.set(nameOf(key), sealHeld(holdKey, key, value), 'PX', Math.ceil(ttlSeconds * 1000)))
    },
    async delete(key) {
      await reach(redis.del(nameOf(key)))
    },
  }
}
