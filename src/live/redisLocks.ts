import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Redis } from 'ioredis'
import { createInProcessLocks } from './inProcessLocks.ts'
import type { Locks } from './live.ts'
import { LiveError } from './liveError.ts'
import { reach } from './redisConnection.ts'

const pollMs = 25

// A lock is taken back or renewed by its holder only (https://redis.io/docs/latest/commands/set/, "Patterns").
const renewScript = `if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('pexpire', KEYS[1], ARGV[2]) end return 0`
const releaseScript = `if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0`

/**
 * Locks among several instances. Within this one, work queues in order first, so that only the first in each queue
 * asks Redis. A lock here is exclusive as long as Redis keeps its memory: the database's compare-and-set on the
 * conversation's version is what makes a double turn harmless.
 */
export function createRedisLocks(redis: Redis): Locks {
  const inProcess = createInProcessLocks()
  return {
    withLock(key, options, work) {
      const deadline = performance.now() + options.waitMs
      return inProcess.withLock(key, options, async () => {
        const claim = { redis, name: `sori:lock:${key}`, token: randomUUID(), ttlMs: options.ttlMs }
        await acquire(claim, deadline)
        const renewal = keepRenewing(claim)
        try {
          return await work(renewal.signal)
        } finally {
          renewal.end()
          await release(claim)
        }
      })
    },
  }
}

type Claim = { readonly redis: Redis; readonly name: string; readonly token: string; readonly ttlMs: number }

async function acquire(claim: Claim, deadline: number): Promise<void> {
  const { redis, name, token, ttlMs } = claim
  while ((await reach(redis.set(name, token, 'PX', ttlMs, 'NX')).catch(abandon(claim))) !== 'OK') {
    if (performance.now() >= deadline) throw new LiveError('lock_busy')
    await sleep(pollMs)
  }
}

/** Without an answer, the lock may be ours all the same, and nobody else would give it back. */
const abandon =
  (claim: Claim) =>
  (error: unknown): never => {
    void release(claim)
    throw error
  }

/** Gives the lock up for lost when it is, or when it may run out before the next attempt to renew it. */
function keepRenewing(claim: Claim): { readonly signal: AbortSignal; end(): void } {
  const lost = new AbortController()
  let renewedAt = performance.now()
  const renew = async (): Promise<void> => {
    const sentAt = performance.now()
    const renewed = await renewOnce(claim)
    if (renewed) renewedAt = sentAt
    else if (renewed === false || performance.now() - renewedAt > (claim.ttlMs * 2) / 3)
      lost.abort(new LiveError('lock_lost'))
  }
  const timer = setInterval(() => void renew(), claim.ttlMs / 3)
  return { signal: lost.signal, end: () => clearInterval(timer) }
}

/** Undefined when Redis did not say. */
async function renewOnce({ redis, name, token, ttlMs }: Claim): Promise<boolean | undefined> {
  const answer = await redis.eval(renewScript, 1, name, token, ttlMs).catch(() => undefined)
  return answer === undefined ? undefined : answer === 1
}

/** Where Redis cannot be told, the lock runs out by itself. */
async function release({ redis, name, token }: Claim): Promise<void> {
  await redis.eval(releaseScript, 1, name, token).catch(() => undefined)
}
