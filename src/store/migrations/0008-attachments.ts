import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Photos sent with complaints: until one is filed they belong to its conversation, then to the ticket. */
export const attachments: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
  },
}

const STATEMENTS = [
  `create table attachments (
     id uuid primary key,
     sequence bigint generated always as identity,
     conversation_id text,
     ticket_id uuid,
     state text not null,
     key_id uuid not null,
     source bytea,
     image bytea,
     media_type text,
     size_bytes integer,
     problem text,
     created_at timestamptz not null,
     expires_at timestamptz not null)`,
  'create index attachments_conversation on attachments (conversation_id) where conversation_id is not null',
  'create index attachments_ticket on attachments (ticket_id) where ticket_id is not null',
  // What is sealed does not get smaller.
  'alter table attachments alter column image set storage external',
]
