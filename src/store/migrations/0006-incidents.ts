import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Dangers people told of, for those on duty. Nothing in a row leads to a conversation. */
export const incidents: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
  },
}

const STATEMENTS = [
  `create table incidents (
     number text primary key,
     crisis text not null,
     channel text not null,
     language text not null,
     at timestamptz not null,
     follows text,
     ticket_number text,
     key_id uuid,
     contact bytea,
     contact_at timestamptz,
     opened_by text,
     opened_at timestamptz)`,
  'create index incidents_at on incidents (at)',
]
