import type { Locks } from './live.ts'
import { LiveError } from './liveError.ts'

/** Locks among the work of this process alone. They are never lost, so the signal never aborts. */
export function createInProcessLocks(): Locks {
  const waitingByKey = new Map<string, (() => void)[]>()
  return {
    async withLock(key, { waitMs }, work) {
      await acquire(waitingByKey, key, waitMs)
      try {
        return await work(new AbortController().signal)
      } finally {
        release(waitingByKey, key)
      }
    },
  }
}

/** A key is in the map while its lock is held; its list are those who wait, in order of arrival. */
type WaitingByKey = Map<string, (() => void)[]>

async function acquire(waitingByKey: WaitingByKey, key: string, waitMs: number): Promise<void> {
  const waiting = waitingByKey.get(key)
  if (!waiting) {
    waitingByKey.set(key, [])
    return
  }
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const giveUp = setTimeout(() => {
    waiting.splice(waiting.indexOf(resolve), 1)
    reject(new LiveError('lock_busy'))
  }, waitMs)
  waiting.push(resolve)
  await promise.finally(() => clearTimeout(giveUp))
}

function release(waitingByKey: WaitingByKey, key: string): void {
  const next = waitingByKey.get(key)?.shift()
  if (next) next()
  else waitingByKey.delete(key)
}
