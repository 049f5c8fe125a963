import { realpath } from 'node:fs/promises'

import type { Config } from '../config.ts'
import { type Database, openDatabase } from './database.ts'
import { embeddedConnection } from './embedded/embeddedConnection.ts'
import { startEmbeddedPostgres } from './embedded/startEmbeddedPostgres.ts'
import { StoreError } from './storeError.ts'

// A large table takes as long as it takes.
const UNHURRIED = { statementTimeoutMs: 0 }

/** Lends a command the configured database, whether the product runs beside it or not. */
export async function withDatabase(
  config: Pick<Config, 'DATABASE_URL' | 'dataDir'>,
  work: (database: Database) => Promise<void>,
): Promise<void> {
  if (config.DATABASE_URL !== undefined)
    return use(openDatabase({ connectionString: config.DATABASE_URL }, UNHURRIED), work)
  const embedded = await startEmbeddedPostgres({ dataDir: config.dataDir, log: console }).catch((error: unknown) => {
    // The product is running on this folder: its own server answers on the folder's socket.
    if (error instanceof StoreError && error.code === 'data_dir_in_use') return undefined
    throw error
  })
  try {
    await use(openDatabase(embeddedConnection(await realpath(config.dataDir)), UNHURRIED), work)
  } finally {
    await embedded?.stop()
  }
}

async function use(database: Database, work: (database: Database) => Promise<void>): Promise<void> {
  try {
    await work(database)
  } finally {
    await database.close()
  }
}
