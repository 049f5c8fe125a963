import { type Kysely, sql } from 'kysely'

import type { Schema } from '../schema.ts'

const LOCK_TIMEOUT = '10s'

/**
 * Takes destroyed keys out of PostgreSQL's files. A deleted row stays in its page until that is rewritten, and in the
 * write-ahead log until that is removed: the first statement writes the keyring's table anew, the others end the log's
 * current file and let go of what lies before it.
 *
 * @throws what PostgreSQL answers, such as 42501 where the role may not do one of them, or 55P03 when the keyring was in use
 */
export async function shredKeys(db: Kysely<Schema>): Promise<void> {
  await db.connection().execute(async (connection) => {
    await sql.raw(`set lock_timeout = '${LOCK_TIMEOUT}'`).execute(connection)
    try {
      await sql`vacuum (full) keyring.data_keys`.execute(connection)
      await sql`select pg_switch_wal()`.execute(connection)
      await sql`checkpoint`.execute(connection)
    } finally {
      await sql`reset lock_timeout`.execute(connection)
    }
  })
}
