import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

import type { AuditEntry } from '../../audit/auditEntry.ts'
import { appendAudit } from '../audit/appendAudit.ts'

/** The access log as a chain: append-only, a hash per entry, a segment per month. Takes over what `sights` held. */
export const audit: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
    await carrySights(db)
    await sql`drop table sights`.execute(db)
  },
}

type Sight = Pick<AuditEntry, 'at' | 'surface'> & {
  readonly slack_user_id: string
  readonly ticket_id: string
  readonly number: string | null
  readonly what: string
  readonly address: string | null
}

async function carrySights(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<Sight>`
    select s.at, s.surface, s.slack_user_id, s.ticket_id, t.number, s.what, s.address
      from sights s left join tickets t on t.id = s.ticket_id order by s.at, s.id`.execute(db)
  const entries = rows.map(({ at, surface, slack_user_id, ticket_id, number, what, address }): AuditEntry => {
    const whose = { ticketId: ticket_id, ticketNumber: number ?? undefined }
    const where = { surface, address: address ?? undefined }
    return { at, who: slack_user_id, ...where, ...whose, action: 'seen', field: what, reason: undefined }
  })
  await appendAudit(db, entries)
}

const STATEMENTS = [
  `create table audit_segments (
     month text primary key,
     first_sequence bigint not null,
     start_hash bytea not null,
     last_sequence bigint,
     last_hash bytea,
     end_hash bytea)`,
  'create unique index audit_segments_open on audit_segments ((end_hash is null)) where end_hash is null',

  `create table audit (
     sequence bigint primary key,
     segment text not null references audit_segments,
     at timestamptz not null,
     who text not null,
     surface text not null,
     address text,
     ticket_id uuid,
     ticket_number text,
     action text not null,
     field text,
     reason text,
     hash bytea not null)`,
  'create index audit_segment on audit (segment, sequence)',
  `create index audit_rare on audit (action, ticket_id) where action in ('reviewed', 'withdrawn')`,

  // Keeps the product itself from ever changing a line. Whoever owns the database can take it away: the hashes and
  // the anchors outside are there for that.
  `create function refuse_audit_change() returns trigger language plpgsql as $$
   begin
     if tg_op = 'DELETE' and current_setting('sori.audit_pruning', true) = 'on' then
       return old;
     end if;
     raise exception 'The audit log is append-only.' using errcode = 'insufficient_privilege';
   end $$`,
  `create trigger audit_append_only before update or delete on audit
     for each row execute function refuse_audit_change()`,
  'create trigger audit_no_truncate before truncate on audit execute function refuse_audit_change()',

  `create function refuse_segment_change() returns trigger language plpgsql as $$
   begin
     if tg_op = 'UPDATE' and old.end_hash is null
        and (new.month, new.first_sequence, new.start_hash) = (old.month, old.first_sequence, old.start_hash) then
       return new;
     end if;
     raise exception 'The audit log is append-only.' using errcode = 'insufficient_privilege';
   end $$`,
  `create trigger audit_segments_append_only before update or delete on audit_segments
     for each row execute function refuse_segment_change()`,
  'create trigger audit_segments_no_truncate before truncate on audit_segments execute function refuse_segment_change()',
]
