import { join } from 'node:path'

import { describeError } from './describeError.ts'
import type { Retention } from './retention/createRetention.ts'
import { type DatabaseAddress, openDatabase } from './store/database.ts'
import { DESTRUCTIONS_FILE, listDestructions } from './store/destroy/destructionList.ts'
import { shredKeys } from './store/destroy/shredKeys.ts'

type RetentionJobParts = {
  readonly retention: Retention
  readonly address: DatabaseAddress
  readonly dataDir: string
  readonly now: () => Date
  readonly log: {
    info(fields: object, message: string): void
    error(fields: object, message: string): void
  }
}

/** The daily run: destroys what is due, takes the destroyed keys out of the database's files, and lists what went. */
export function createRetentionJob({ retention, address, dataDir, now, log }: RetentionJobParts): () => Promise<void> {
  return async () => {
    log.info(await retention.destroyDue('job'), 'what had been kept long enough was destroyed')
    // Rewriting a table takes what it takes.
    const database = openDatabase(address, { maxConnections: 1, statementTimeoutMs: 0 })
    try {
      await listDestructions(database.db, join(dataDir, DESTRUCTIONS_FILE), now())
      await shredKeys(database.db).catch((error: unknown) =>
        log.error(describeError(error), 'destroyed keys may still be in the files of the database'),
      )
    } finally {
      await database.close()
    }
  }
}
