import { realpath } from 'node:fs/promises'

import { type Config, readConfig } from '../../config.ts'
import { type Database, openDatabase } from '../database.ts'
import { embeddedConnection } from '../embedded/embeddedConnection.ts'
import { startEmbeddedPostgres } from '../embedded/startEmbeddedPostgres.ts'
import { migrate } from '../migrate.ts'
import { StoreError } from '../storeError.ts'
import { readBackup } from './readBackup.ts'
import { writeBackup } from './writeBackup.ts'

const USAGE = `npm run backup -- FOLDER
npm run restore -- FILE [FILE]   (the record, the keyring, or both; into an empty database)`

// A large table takes as long as it takes.
const UNHURRIED = { statementTimeoutMs: 0 }

/** `npm run backup` and `npm run restore`. A backup may be taken while the product runs. */
async function main(command: string | undefined, paths: readonly string[]): Promise<void> {
  const isBackup = command === 'backup' && paths.length === 1
  const isRestore = command === 'restore' && paths.length > 0
  if (!isBackup && !isRestore) throw new Error(USAGE)
  await withDatabase(readConfig(process.env), async (database) => {
    await migrate(database.db)
    if (isBackup) {
      const written = await writeBackup(database.pool, paths[0] ?? '.', new Date())
      console.log(
        `record:  ${written.record}\nkeyring: ${written.keyring}\nKeep the keyring apart from the record, and only for days.`,
      )
      return
    }
    for (const path of paths) {
      const { kind, rows } = await readBackup(database.pool, path)
      console.log(`${kind}: ${rows} rows restored`)
    }
  })
}

async function withDatabase(config: Config, work: (database: Database) => Promise<void>): Promise<void> {
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

main(process.argv[2], process.argv.slice(3)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : 'It did not work.')
  process.exit(1)
})
