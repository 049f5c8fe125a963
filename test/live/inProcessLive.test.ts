import { describe } from '@jest/globals'
import { createSecretKey } from 'node:crypto'
import { createInProcessLive } from '../../src/live/inProcessLive.ts'
import { describeLiveContract } from './liveContract.ts'

const holdKey = { kind: 'data_key', secret: createSecretKey(Buffer.alloc(32, 7)) } as const

describe('live in one process', () => {
  describeLiveContract(async () => createInProcessLive({ holdKey, log: { warn: () => undefined } }))
})
