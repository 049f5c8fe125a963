import { describe, expect, it } from '@jest/globals'

import { attempt } from '../../src/delivery/attempt.ts'
import { backoffMs } from '../../src/delivery/backoff.ts'
import type { Sender, SendOutcome, SettleOutcome } from '../../src/delivery/delivery.ts'
import type { AttemptResult, LeasedDelivery } from '../../src/delivery/ports.ts'
import { exampleDelivery } from '../store/examples.ts'
import { MONDAY } from '../store/testStores.ts'

const after = (ms: number): Date => new Date(MONDAY.getTime() + ms)

const leased = (part: Partial<LeasedDelivery> = {}): LeasedDelivery => ({
  ...exampleDelivery(),
  state: 'pending',
  attempts: 1,
  createdAt: MONDAY,
  firstAttemptAt: MONDAY,
  lastAttemptAt: MONDAY,
  nextAttemptAt: MONDAY,
  errorCode: undefined,
  reference: undefined,
  ...part,
})

const never = async (): Promise<never> => Promise.reject(new Error('must not be called'))
const reference = { channel: 'C1', ts: '1.0' }

async function run(sender: Sender, delivery: LeasedDelivery, at = MONDAY): Promise<[AttemptResult, unknown[]]> {
  const errors: unknown[] = []
  const onError = (error: unknown) => void errors.push(error)
  return [await attempt(sender, delivery, { now: () => at, random: () => 0, deadlineMs: 50, onError }), errors]
}

describe('a delivery that was never tried', () => {
  it.each<[SendOutcome, Omit<AttemptResult, 'at'>]>([
    [
      { kind: 'sent', reference },
      { state: 'sent', reference },
    ],
    [{ kind: 'delivered' }, { state: 'delivered' }],
    [{ kind: 'waiting' }, { state: 'waiting' }],
    [{ kind: 'superseded' }, { state: 'superseded' }],
    [
      { kind: 'rejected', code: 'is_archived' },
      { state: 'parked', errorCode: 'is_archived' },
    ],
    [
      { kind: 'unclear', code: 'http_500' },
      { state: 'unclear', errorCode: 'http_500', nextAttemptAt: after(2000) },
    ],
    [
      { kind: 'retry', code: 'refused', afterMs: 0 },
      { state: 'pending', errorCode: 'refused', nextAttemptAt: after(1000) },
    ],
    [
      { kind: 'retry', code: 'limited', afterMs: 9000 },
      { state: 'pending', errorCode: 'limited', nextAttemptAt: after(9000) },
    ],
  ])('is sent, and after %j stands as it should', async (outcome, expected) => {
    const [result, errors] = await run({ send: async () => outcome, settle: never }, leased())
    expect(result).toEqual({ at: MONDAY, ...expected })
    expect(errors).toEqual([])
  })

  it('is unclear when its sender throws', async () => {
    const [result, errors] = await run({ send: never, settle: never }, leased())
    expect(result).toMatchObject({ state: 'unclear', errorCode: 'sender_failed' })
    expect(errors).toHaveLength(1)
  })

  it('is unclear when its sender takes longer than the lease', async () => {
    const [result] = await run({ send: async () => new Promise(() => undefined), settle: never }, leased())
    expect(result).toMatchObject({ state: 'unclear', errorCode: 'sender_timed_out' })
  })
})

describe('a delivery that may have arrived', () => {
  const unclear = leased({ state: 'unclear', attempts: 3, errorCode: 'http_500' })

  it.each<[SettleOutcome, number, Omit<AttemptResult, 'at'>]>([
    [{ kind: 'found', reference }, 0, { state: 'sent', reference }],
    [{ kind: 'absent' }, 9_999, { state: 'unclear', errorCode: 'http_500', nextAttemptAt: after(10_000) }],
    [{ kind: 'absent' }, 10_000, { state: 'pending', errorCode: 'http_500', nextAttemptAt: after(10_000) }],
    [{ kind: 'unknown', code: 'down' }, 60_000, { state: 'unclear', errorCode: 'down', nextAttemptAt: after(64_000) }],
  ])('is looked for and not sent, and after %j at %i ms stands as it should', async (outcome, ms, expected) => {
    const [result] = await run({ send: never, settle: async () => outcome }, unclear, after(ms))
    expect(result).toEqual({ at: after(ms), ...expected })
  })

  it.each([
    ['throws', never, 'sender_failed'],
    ['takes too long', async () => new Promise<never>(() => undefined), 'sender_timed_out'],
  ])('stays so when looking %s', async (_, settle, errorCode) => {
    const [result] = await run({ send: never, settle }, unclear, after(60_000))
    expect(result).toMatchObject({ state: 'unclear', errorCode, nextAttemptAt: after(64_000) })
  })
})

describe('the wait before another attempt', () => {
  it('doubles up to a minute, and is stretched by chance by less than a fifth', () => {
    const attempts = [1, 2, 3, 4, 5, 6, 7, 8, 1000]
    expect(attempts.map((each) => backoffMs(each, () => 0) / 1000)).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60])
    expect(attempts.map((each) => backoffMs(each, () => 0.5) / 1000)).toEqual([
      1.1, 2.2, 4.4, 8.8, 17.6, 35.2, 66, 66, 66,
    ])
  })
})
