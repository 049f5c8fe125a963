import { createSecretKey } from 'node:crypto'

import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'

import { createInProcessLive } from '../../src/live/inProcessLive.ts'
import { createHeldConversations } from '../../src/store/heldConversations.ts'
import { exampleActivity, exampleSession } from './examples.ts'

const MINUTE_MS = 60_000

beforeEach(() => {
  jest.useFakeTimers()
})
afterEach(() => {
  jest.useRealTimers()
})

describe('words before consent', () => {
  it('are gone half an hour after the last turn, from memory too', async () => {
    const holdKey = { kind: 'data_key', secret: createSecretKey(Buffer.alloc(32, 7)) } as const
    const held = createHeldConversations(createInProcessLive({ holdKey, log: { warn: () => undefined } }).hold)
    const session = exampleSession({ isDurable: false })
    const said = { activity: exampleActivity(1, '무릎이 아파요'), health: true, dropped: false }
    const put = () => held.put({ v: 1, session, transcript: [said], events: [] })

    await put()
    jest.advanceTimersByTime(20 * MINUTE_MS)
    await put()
    jest.advanceTimersByTime(30 * MINUTE_MS - 1)
    expect((await held.find(session.conversationId))?.transcript[0]?.activity.body.text).toBe('무릎이 아파요')
    jest.advanceTimersByTime(1)
    expect(await held.find(session.conversationId)).toBeUndefined()
  })
})
