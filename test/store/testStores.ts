import { randomBytes, randomUUID } from 'node:crypto'

import { createStores, type Stores } from '../../src/store/createStores.ts'
import { type Database, openDatabase } from '../../src/store/database.ts'
import { createEnvelope, type Envelope } from '../../src/store/encryption/envelope.ts'
import { parseEncryptionKeys } from '../../src/store/encryption/keys.ts'
import { migrate } from '../../src/store/migrate.ts'
import { createTestDatabase } from '../support/testDatabase.ts'

/** The stores on a database of their own, with a clock that moves when told to. */
export type TestStores = Stores & {
  readonly database: Database
  readonly connectionString: string
  readonly envelope: Envelope
  readonly encryptionKeys: string
  readonly now: () => Date
  setNow(time: Date): void
  /** How often something to send was told of. */
  countWakeUps(): number
  close(): Promise<void>
}

/** 09:00 on a Monday in Seoul. */
export const MONDAY = new Date('2026-11-23T00:00:00Z')

export async function openTestStores(options: { maxConnections?: number } = {}): Promise<TestStores> {
  const scratch = await createTestDatabase()
  const database = openDatabase({ connectionString: scratch.connectionString }, options)
  await migrate(database.db)
  const encryptionKeys = `test:${randomBytes(32).toString('base64')}`
  const envelope = createEnvelope(parseEncryptionKeys(encryptionKeys))
  let time = MONDAY
  let wakeUps = 0
  const now = () => time
  const onEnqueued = () => (wakeUps += 1)
  return {
    ...createStores({ database, envelope, now, newId: randomUUID, onEnqueued }),
    database,
    connectionString: scratch.connectionString,
    envelope,
    encryptionKeys,
    now,
    setNow: (next) => (time = next),
    countWakeUps: () => wakeUps,
    async close() {
      await database.close()
      await scratch.drop()
    },
  }
}
