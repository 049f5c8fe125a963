import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { MONDAY, openTestStores, type TestStores } from './testStores.ts'

let stores: TestStores
beforeAll(async () => {
  stores = await openTestStores()
})
afterAll(async () => stores.close())

const MINUTE = 60_000
const after = (ms: number): Date => new Date(MONDAY.getTime() + ms)

describe('a sign-in link', () => {
  const create = async (ticketNumber?: string): Promise<string> => {
    const tokenHash = randomUUID()
    await stores.deskAccess.createLink({ tokenHash, slackUserId: 'U1', ticketNumber, expiresAt: after(5 * MINUTE) })
    return tokenHash
  }

  it('signs in one of many who use it at once', async () => {
    const tokenHash = await create('V26-7KQ4MZ3')
    const tries = Array.from({ length: 10 }, async () => stores.deskAccess.redeemLink(tokenHash, after(MINUTE)))
    const passes = (await Promise.all(tries)).filter((pass) => pass !== undefined)
    expect(passes).toEqual([{ slackUserId: 'U1', ticketNumber: 'V26-7KQ4MZ3' }])
  })

  it('may stand for no ticket', async () => {
    expect(await stores.deskAccess.redeemLink(await create(), MONDAY)).toEqual({
      slackUserId: 'U1',
      ticketNumber: undefined,
    })
  })

  it('is worth nothing when its time is up, or when nobody made it', async () => {
    expect(await stores.deskAccess.redeemLink(await create(), after(5 * MINUTE))).toBeUndefined()
    expect(await stores.deskAccess.redeemLink('unknown', MONDAY)).toBeUndefined()
  })
})

describe('a code by e-mail', () => {
  const save = async (code = 'right'): Promise<string> => {
    const emailHash = randomUUID()
    await stores.deskAccess.saveCode(emailHash, code, after(5 * MINUTE))
    return emailHash
  }
  const tryCode = async (emailHash: string, code: string, at = MONDAY) => stores.deskAccess.tryCode(emailHash, code, at)

  it('is right once', async () => {
    const emailHash = await save()
    const tries = await Promise.all(Array.from({ length: 4 }, async () => tryCode(emailHash, 'right')))
    expect(tries.filter(Boolean)).toHaveLength(1)
    expect(await tryCode(emailHash, 'right')).toBe(false)
  })

  it.each([
    [4, true],
    [5, false],
  ])('after %i wrong tries is still right: %s, also when they come at once', async (wrong, isRight) => {
    const emailHash = await save()
    const tries = Array.from({ length: wrong }, async (_, index) => tryCode(emailHash, `wrong ${index}`))
    expect(await Promise.all(tries)).toEqual(tries.map(() => false))
    expect(await tryCode(emailHash, 'right')).toBe(isRight)
  })

  it('can be guessed at only five times, however many guess at once', async () => {
    const emailHash = await save('77')
    const guesses = Array.from({ length: 100 }, async (_, index) => tryCode(emailHash, String(index % 70)))
    await Promise.all(guesses)
    expect(await tryCode(emailHash, '77')).toBe(false)
  })

  it('is wrong when its time is up, for another address, and when a newer one was sent', async () => {
    const emailHash = await save()
    expect(await tryCode(emailHash, 'right', after(5 * MINUTE))).toBe(false)
    expect(await tryCode(randomUUID(), 'right')).toBe(false)
    await stores.deskAccess.saveCode(emailHash, 'newer', after(5 * MINUTE))
    expect(await tryCode(emailHash, 'right')).toBe(false)
    expect(await tryCode(emailHash, 'newer')).toBe(true)
  })
})

describe('a session at the desk', () => {
  const idleMs = 15 * MINUTE
  const open = async (): Promise<string> => {
    const tokenHash = randomUUID()
    await stores.deskAccess.openSession({ tokenHash, slackUserId: 'U1', ticketNumber: 'V26-7KQ4MZ3' }, MONDAY)
    return tokenHash
  }
  const touch = async (tokenHash: string, ms: number) => stores.deskAccess.touchSession(tokenHash, after(ms), idleMs)

  it('lives on while it is used', async () => {
    const tokenHash = await open()
    for (const minutes of [14, 28, 42]) {
      expect(await touch(tokenHash, minutes * MINUTE)).toEqual({ slackUserId: 'U1', ticketNumber: 'V26-7KQ4MZ3' })
    }
  })

  it('ends after fifteen minutes without use, and stays ended', async () => {
    const tokenHash = await open()
    expect(await touch(tokenHash, idleMs)).toBeUndefined()
    expect(await touch(tokenHash, idleMs + 1)).toBeUndefined()
  })

  it('ends after twelve hours, however much it is used', async () => {
    const tokenHash = await open()
    const hours12 = 12 * 60 * MINUTE
    for (let ms = 10 * MINUTE; ms < hours12; ms += 10 * MINUTE) expect(await touch(tokenHash, ms)).toBeDefined()
    expect(await touch(tokenHash, hours12)).toBeUndefined()
  })

  it('ends when it is closed', async () => {
    const tokenHash = await open()
    await stores.deskAccess.closeSession(tokenHash)
    expect(await touch(tokenHash, 0)).toBeUndefined()
  })
})
