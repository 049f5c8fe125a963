import { type Kysely, sql } from 'kysely'

import type { AuditEntry } from '../../audit/auditEntry.ts'
import { auditMonth } from '../../audit/auditMonth.ts'
import type { Schema } from '../schema.ts'
import { GENESIS_HASH, hashEntry, hashSegment } from './auditChain.ts'

/** Names the lock under which the chain grows; any number will do that nothing else of ours locks. */
const CHAIN_LOCK = 7_341_926_005

type Tail = {
  readonly month: string
  readonly firstSequence: number
  readonly startHash: Buffer
  readonly sequence: number
  readonly hash: Buffer
}

/**
 * Adds entries to the chain, in their order. The lock is held until the transaction ends, so that no two instances
 * add to the same end: call it last. Nobody who waits for it may hold what its owner still needs.
 */
export async function appendAudit(trx: Kysely<Schema>, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return
  await sql`select pg_advisory_xact_lock(${CHAIN_LOCK})`.execute(trx)
  let tail = await findTail(trx)
  for (const entry of entries) tail = await appendOne(trx, tail, entry)
}

async function findTail(trx: Kysely<Schema>): Promise<Tail | undefined> {
  const open = await trx
    .selectFrom('audit_segments')
    .select(['month', 'first_sequence', 'start_hash'])
    .where('end_hash', 'is', null)
    .executeTakeFirst()
  if (!open) return undefined
  const last = await trx
    .selectFrom('audit')
    .select(['sequence', 'hash'])
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return { month: open.month, firstSequence: open.first_sequence, startHash: open.start_hash, ...last }
}

async function appendOne(trx: Kysely<Schema>, tail: Tail | undefined, entry: AuditEntry): Promise<Tail> {
  const month = auditMonth(entry.at)
  // An entry that comes late, from an instance whose clock is behind, joins the month that is open.
  const segment = tail && month <= tail.month ? tail : await openSegment(trx, tail, month)
  const row = {
    sequence: (tail?.sequence ?? 0) + 1,
    segment: segment.month,
    who: entry.who,
    surface: entry.surface,
    address: entry.address ?? null,
    ticket_id: entry.ticketId ?? null,
    ticket_number: entry.ticketNumber ?? null,
    action: entry.action,
    field: entry.field ?? null,
    reason: entry.reason ?? null,
  }
  const hash = hashEntry(segment.hash, { ...row, at_us: `${entry.at.getTime()}000` })
  await trx
    .insertInto('audit')
    .values({ ...row, at: entry.at, hash })
    .execute()
  return { ...segment, sequence: row.sequence, hash }
}

async function openSegment(trx: Kysely<Schema>, tail: Tail | undefined, month: string): Promise<Tail> {
  const startHash = tail ? await closeSegment(trx, tail) : GENESIS_HASH
  const sequence = tail?.sequence ?? 0
  await trx
    .insertInto('audit_segments')
    .values({
      month,
      first_sequence: sequence + 1,
      start_hash: startHash,
      last_sequence: null,
      last_hash: null,
      end_hash: null,
    })
    .execute()
  return { month, firstSequence: sequence + 1, startHash, sequence, hash: startHash }
}

async function closeSegment(trx: Kysely<Schema>, tail: Tail): Promise<Buffer> {
  const endHash = hashSegment({
    month: tail.month,
    first_sequence: tail.firstSequence,
    start_hash: tail.startHash,
    last_sequence: tail.sequence,
    last_hash: tail.hash,
  })
  await trx
    .updateTable('audit_segments')
    .set({ last_sequence: tail.sequence, last_hash: tail.hash, end_hash: endHash })
    .where('month', '=', tail.month)
    .execute()
  return endHash
}
