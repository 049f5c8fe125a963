import type { Logger } from 'pino'

import type { Config } from '../config.ts'
import { createInProcessLive } from '../live/inProcessLive.ts'
import type { Live } from '../live/live.ts'
import { createRedisLive } from '../live/redisLive.ts'
import { createStores } from '../store/createStores.ts'
import { type DatabaseAddress, openDatabase } from '../store/database.ts'
import { startEmbeddedPostgres } from '../store/embedded/startEmbeddedPostgres.ts'
import { deriveDataKey } from '../store/encryption/deriveDataKey.ts'
import { createEnvelope } from '../store/encryption/envelope.ts'
import { createLookupHash } from '../store/encryption/lookupHash.ts'
import { readKeys } from '../store/encryption/readKeys.ts'
import { createHeldConversations } from '../store/heldConversations.ts'
import { migrate } from '../store/migrate.ts'

type Parts = {
  readonly config: Config
  readonly now: () => Date
  readonly newId: () => string
  readonly log: Logger
}

/** Everything that keeps something: the record, brought up to date; the hold and the live part; and their keys. */
export type Storage = Awaited<ReturnType<typeof openStorage>>

/** Opens it. */
export async function openStorage({ config, now, newId, log }: Parts) {
  const keys = await readKeys(config)
  const { address, stop } = await openAddress(config, log)
  const database = openDatabase(address)
  await bringUpToDate(address)
  const live = await openLive(config, deriveDataKey(keys.master[0], 'hold'), log)
  const stores = createStores({
    database,
    envelope: createEnvelope(keys.master),
    now,
    newId,
    onEnqueued: () => void live.wakeUps.publish('outbox'),
  })
  return {
    address,
    database,
    live,
    stores,
    held: createHeldConversations(live.hold),
    hash: createLookupHash(keys.lookup),
    /** Closes what was opened, in the order that lets each finish. */
    async close(): Promise<void> {
      await live.close()
      await database.close()
      await stop()
    },
  }
}

async function openAddress(
  config: Config,
  log: Logger,
): Promise<{ readonly address: DatabaseAddress; readonly stop: () => Promise<void> }> {
  if (config.DATABASE_URL !== undefined)
    return { address: { connectionString: config.DATABASE_URL }, stop: async () => {} }
  const postgres = await startEmbeddedPostgres({ dataDir: config.dataDir, log })
  return { address: postgres.connection, stop: () => postgres.stop() }
}

/** A migration, or the wait for another instance's, takes what it takes. */
async function bringUpToDate(address: DatabaseAddress): Promise<void> {
  const database = openDatabase(address, { maxConnections: 1, statementTimeoutMs: 0 })
  try {
    await migrate(database.db)
  } finally {
    await database.close()
  }
}

async function openLive(config: Config, holdKey: ReturnType<typeof deriveDataKey>, log: Logger): Promise<Live> {
  return config.REDIS_URL === undefined
    ? createInProcessLive({ holdKey, log })
    : createRedisLive({ url: config.REDIS_URL, holdKey, log })
}
