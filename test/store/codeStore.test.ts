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

describe('a one-time code', () => {
  const save = async (code = 'right'): Promise<string> => {
    const subjectHash = randomUUID()
    await stores.codes.saveCode(subjectHash, code, after(5 * MINUTE))
    return subjectHash
  }
  const tryCode = async (subjectHash: string, code: string, at = MONDAY) => stores.codes.tryCode(subjectHash, code, at)

  it('is right once', async () => {
    const subjectHash = await save()
    const tries = await Promise.all(Array.from({ length: 4 }, async () => tryCode(subjectHash, 'right')))
    expect(tries.filter(Boolean)).toHaveLength(1)
    expect(await tryCode(subjectHash, 'right')).toBe(false)
  })

  it.each([
    [4, true],
    [5, false],
  ])('after %i wrong tries is still right: %s, also when they come at once', async (wrong, isRight) => {
    const subjectHash = await save()
    const tries = Array.from({ length: wrong }, async (_, index) => tryCode(subjectHash, `wrong ${index}`))
    expect(await Promise.all(tries)).toEqual(tries.map(() => false))
    expect(await tryCode(subjectHash, 'right')).toBe(isRight)
  })

  it('can be guessed at only five times, however many guess at once', async () => {
    const subjectHash = await save('77')
    const guesses = Array.from({ length: 100 }, async (_, index) => tryCode(subjectHash, String(index % 70)))
    await Promise.all(guesses)
    expect(await tryCode(subjectHash, '77')).toBe(false)
  })

  it('is wrong when its time is up, for another subject, and when a newer one was made', async () => {
    const subjectHash = await save()
    expect(await tryCode(subjectHash, 'right', after(5 * MINUTE))).toBe(false)
    expect(await tryCode(randomUUID(), 'right')).toBe(false)
    await stores.codes.saveCode(subjectHash, 'newer', after(5 * MINUTE))
    expect(await tryCode(subjectHash, 'right')).toBe(false)
    expect(await tryCode(subjectHash, 'newer')).toBe(true)
  })
})
