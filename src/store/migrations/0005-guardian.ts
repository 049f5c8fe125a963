import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Requests for a guardian's consent (개인정보 보호법 §22의2), and one-time codes. */
export const guardian: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
  },
}

const STATEMENTS = [
  `create table guardian_requests (
     id uuid primary key,
     token_hash text not null unique,
     conversation_id text not null unique,
     channel text not null,
     language text not null,
     state text not null,
     key_id uuid,
     details bytea,
     answers jsonb,
     proved_by text,
     created_at timestamptz not null,
     expires_at timestamptz not null,
     answered_at timestamptz)`,
  'create index guardian_requests_expiry on guardian_requests (expires_at)',

  `create table one_time_codes (
     subject_hash text primary key,
     code_hash text not null,
     expires_at timestamptz not null,
     tries integer not null)`,
  // The desk's own codes are kept there too; those that were out are good for ten minutes at most.
  'drop table desk_codes',
]
