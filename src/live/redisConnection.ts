import { Redis } from 'ioredis'
import type { LiveLog } from './live.ts'
import { LiveError } from './liveError.ts'

/**
 * A connection to be opened with `connect()`. It comes back by itself for as long as it is not closed; while it is
 * away, commands fail at once instead of queueing, so that nobody waits for what may never come.
 */
export function createRedisConnection(url: string, log: LiveLog): Redis {
  const redis = new Redis(url, {
    lazyConnect: true,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    // Wake-ups are resubscribed from our own list, which also knows who subscribed while Redis was away.
    autoResubscribe: false,
    commandTimeout: 500,
    connectTimeout: 2000,
    // ioredis waits this long even for a socket that is closed already.
    disconnectTimeout: 100,
    retryStrategy: (attempt) => Math.min(50 * attempt, 1000),
  })
  tellOnce(redis, log)
  return redis
}

/** Lets commands that are under way finish, and then ends the connection for good, whatever state it is in. */
export async function closeRedisConnection(redis: Redis): Promise<void> {
  await redis.quit().catch(() => undefined)
  redis.disconnect()
}

/** One line when it goes and one when it is back, however often it tries in between. */
function tellOnce(redis: Redis, log: LiveLog): void {
  let away = false
  redis.on('error', (error: NodeJS.ErrnoException) => {
    if (!away) log.warn({ code: 'redis_away', error: error.code ?? error.name }, 'Redis cannot be reached.')
    away = true
  })
  redis.on('ready', () => {
    if (away) log.warn({ code: 'redis_back' }, 'Redis is back.')
    away = false
  })
}

/**
 * The outcome of a command.
 *
 * @throws LiveError `live_unavailable`. Its cause is the bare message: the error itself carries the command's values.
 */
export async function reach<T>(command: Promise<T>): Promise<T> {
  try {
    return await command
  } catch (error) {
    throw new LiveError('live_unavailable', { cause: error instanceof Error ? error.message : undefined })
  }
}
