import type { Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'

import { firstLoop } from './migrations/0001-first-loop.ts'
import { attachments } from './migrations/0008-attachments.ts'
import { audit } from './migrations/0002-audit.ts'
import { consentPage } from './migrations/0004-consent-page.ts'
import { guardian } from './migrations/0005-guardian.ts'
import { incidents } from './migrations/0006-incidents.ts'
import { retention } from './migrations/0003-retention.ts'
import type { Schema } from './schema.ts'
import { StoreError } from './storeError.ts'

const MIGRATIONS = {
  '0001-first-loop': firstLoop,
  '0002-audit': audit,
  '0003-retention': retention,
  '0004-consent-page': consentPage,
  '0005-guardian': guardian,
  '0006-incidents': incidents,
  '0008-attachments': attachments,
}

/**
 * Brings the database up to this version. Safe when several instances start at once: kysely holds a lock on
 * its migration table, and the others find nothing left to do.
 *
 * @throws {StoreError} `migration_failed`
 */
export async function migrate(db: Kysely<Schema>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } })
  const { error, results } = await migrator.migrateToLatest()
  if (!error) return
  const failed = results?.find((result) => result.status === 'Error')?.migrationName
  throw new StoreError(
    'migration_failed',
    `The database could not be brought up to date${failed ? ` at ${failed}` : ''}.`,
    {
      cause: error,
    },
  )
}
