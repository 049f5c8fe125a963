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
