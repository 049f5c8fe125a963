import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Links to the consent page that were answered: their hashes alone, tied to nobody. */
export const consentPage: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
  },
}

const STATEMENTS = [
  `create table used_links (
     token_hash text primary key,
     expires_at timestamptz not null)`,
  'create index used_links_expires on used_links (expires_at)',
]
