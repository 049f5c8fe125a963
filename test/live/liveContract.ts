import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Live, Locks } from '../../src/live/live.ts'

const lock = { ttlMs: 1000, waitMs: 2000 }

/** What every implementation of {@link Live} keeps; `create` gives a fresh one that shares nothing with others. */
export function describeLiveContract(create: () => Promise<Live>): void {
  let live: Live
  beforeEach(async () => {
    live = await create()
  })
  afterEach(() => live.close())

  describe('locks', () => {
    it('run one piece of work at a time per key, in order of arrival', async () => {
      const seen: string[] = []
      const work = (name: string) =>
        live.locks.withLock('c1', lock, async () => {
          seen.push(`${name} in`)
          await sleep(5)
          seen.push(`${name} out`)
        })
      await Promise.all(['a', 'b', 'c'].map(work))
      expect(seen).toEqual(['a in', 'a out', 'b in', 'b out', 'c in', 'c out'])
    })

    it('hold one key and leave the others free', async () => {
      const both = live.locks.withLock('c1', lock, () => live.locks.withLock('c2', lock, async () => 'inside'))
      expect(await both).toBe('inside')
    })

    it('say lock_busy after the wait, and let those behind go on', async () => {
      const { acquired, release, held } = holdLock(live.locks, 'c1')
      await acquired
      await expect(live.locks.withLock('c1', { ...lock, waitMs: 60 }, async () => 1)).rejects.toMatchObject({
        code: 'lock_busy',
      })
      const behind = live.locks.withLock('c1', lock, async () => 'my turn')
      release()
      await held
      expect(await behind).toBe('my turn')
    })

    it('are free again after work that failed, and pass its error on', async () => {
      const failing = live.locks.withLock('c1', lock, () => Promise.reject(new Error('work failed')))
      await expect(failing).rejects.toThrow('work failed')
      expect(await live.locks.withLock('c1', { ...lock, waitMs: 0 }, async () => 'free')).toBe('free')
    })

    it('outlast their time to live while the work runs', async () => {
      const work = async (signal: AbortSignal): Promise<boolean> => {
        await sleep(700)
        return signal.aborted
      }
      const long = live.locks.withLock('c1', { ttlMs: 200, waitMs: 0 }, work)
      await sleep(450)
      await expect(live.locks.withLock('c1', { ttlMs: 200, waitMs: 0 }, work)).rejects.toMatchObject({
        code: 'lock_busy',
      })
      expect(await long).toBe(false)
    })
  })

  describe('the rate limit', () => {
    const limit = { points: 2, perSeconds: 1 }

    it('allows so many in a window, says when to come back, and allows then', async () => {
      const allowed = { allowed: true, retryAfterSeconds: 0 }
      expect(await live.rateLimit.take('k', limit)).toEqual(allowed)
      expect(await live.rateLimit.take('k', limit)).toEqual(allowed)
      expect(await live.rateLimit.take('k', limit)).toEqual({ allowed: false, retryAfterSeconds: 1 })
      await sleep(1050)
      expect(await live.rateLimit.take('k', limit)).toEqual(allowed)
    })

    it('counts each key and each limit apart', async () => {
      const tight = { points: 1, perSeconds: 60 }
      await live.rateLimit.take('k', tight)
      expect(await live.rateLimit.take('k', tight)).toMatchObject({ allowed: false })
      expect(await live.rateLimit.take('other', tight)).toMatchObject({ allowed: true })
      expect(await live.rateLimit.take('k', { points: 5, perSeconds: 60 })).toMatchObject({ allowed: true })
    })
  })

  describe('wake-ups', () => {
    it('reach every listener of their topic, and no other', async () => {
      const [one, two, other] = [collect(live, 'turns'), collect(live, 'turns'), collect(live, 'outbox')]
      await Promise.all([one.ready, two.ready, other.ready])
      await live.wakeUps.publish('turns', '한 번')
      await live.wakeUps.publish('turns')
      await until(() => one.heard.length === 2 && two.heard.length === 2)
      expect([one.heard, two.heard, other.heard]).toEqual([['한 번', ''], ['한 번', ''], []])
    })

    it('stop when the listener leaves, twice or not, and go on for those who stay', async () => {
      const [leaver, stayer] = [collect(live, 'turns'), collect(live, 'turns')]
      const leave = await leaver.ready
      await stayer.ready
      await Promise.all([leave(), leave()])
      await live.wakeUps.publish('turns', 'x')
      await until(() => stayer.heard.length === 1)
      expect(leaver.heard).toEqual([])
    })

    it('can be heard again after everybody had left', async () => {
      const leave = await collect(live, 'turns').ready
      const [, again] = [leave(), collect(live, 'turns')]
      await again.ready
      await live.wakeUps.publish('turns', 'x')
      await until(() => again.heard.length === 1)
    })

    it('reach the others when one listener throws', async () => {
      await live.wakeUps.subscribe('turns', () => {
        throw new Error('listener failed')
      })
      const other = collect(live, 'turns')
      await other.ready
      await live.wakeUps.publish('turns', 'x')
      await until(() => other.heard.length === 1)
    })
  })

  describe('the hold', () => {
    it('keeps, replaces and forgets', async () => {
      expect(await live.hold.get('c1')).toBeUndefined()
      await live.hold.put('c1', '주차장이 너무 멀어요', 60)
      await live.hold.put('c1', '주차장이 너무 좁아요', 60)
      expect(await live.hold.get('c1')).toBe('주차장이 너무 좁아요')
      expect(await live.hold.get('c2')).toBeUndefined()
      await live.hold.delete('c1')
      expect(await live.hold.get('c1')).toBeUndefined()
    })

    it('forgets by itself when the time is up, counted from the last put', async () => {
      await live.hold.put('c1', 'x', 0.2)
      await sleep(120)
      await live.hold.put('c1', 'y', 0.2)
      await sleep(120)
      expect(await live.hold.get('c1')).toBe('y')
      await sleep(150)
      expect(await live.hold.get('c1')).toBeUndefined()
    })
  })

  it('is ready until it is closed, and may be closed twice', async () => {
    expect(live.isReady()).toBe(true)
    await live.close()
    expect(live.isReady()).toBe(false)
    await live.close()
  })
}

type HeldLock = { readonly acquired: Promise<void>; release: () => void; readonly held: Promise<void> }

/** Holds a lock from `acquired` until `release` is called; `held` resolves when it is free. */
export function holdLock(locks: Locks, key: string): HeldLock {
  const [entry, exit] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const work = (): Promise<void> => {
    entry.resolve()
    return exit.promise
  }
  return { acquired: entry.promise, release: exit.resolve, held: locks.withLock(key, lock, work) }
}

/** Collects what a new listener hears. */
export function collect(live: Live, topic: string): { heard: string[]; ready: Promise<() => Promise<void>> } {
  const heard: string[] = []
  return { heard, ready: live.wakeUps.subscribe(topic, (payload) => heard.push(payload)) }
}

/** Resolves once `condition` holds; a suite's own time limit ends the wait otherwise. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await sleep(10)
}
