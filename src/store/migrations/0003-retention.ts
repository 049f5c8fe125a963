import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** What ends: when a ticket was over, when it was destroyed, and the record that it was. */
export const retention: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
  },
}

const STATEMENTS = [
  `alter table tickets
     alter column content drop not null,
     add column closed_at timestamptz,
     add column contact_destroyed text,
     add column destroyed_at timestamptz`,
  `update tickets t set closed_at = coalesce(
     (select max(h.at) from ticket_history h where h.ticket_id = t.id and h.to_state = t.state), t.updated_at)
     where t.state in ('closed', 'withdrawn', 'merged')`,
  `create index tickets_ended on tickets ((coalesce(closed_at, answered_at)), id) where destroyed_at is null`,

  `create table destructions (
     id uuid primary key default gen_random_uuid(),
     sequence bigint generated always as identity,
     at timestamptz not null,
     what text not null,
     rule text not null,
     done_by text not null,
     subject text,
     key_id uuid,
     counts jsonb not null,
     listed_at timestamptz)`,
]
