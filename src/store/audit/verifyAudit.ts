import { type Kysely, sql } from 'kysely'

import { auditMonth } from '../../audit/auditMonth.ts'
import type { AuditHead } from '../../audit/ports.ts'
import type { Schema } from '../schema.ts'
import { GENESIS_HASH, hashEntry, hashSegment } from './auditChain.ts'
import { oldestKeptMonth } from './pruneAudit.ts'
import { readEntries } from './readEntries.ts'

/** The first thing that does not fit. What is not known of it is absent. */
export type AuditFlaw = {
  readonly problem:
    'entry_unlike' | 'entry_missing' | 'entry_astray' | 'segment_unlike' | 'head_unlike' | 'head_missing'
  readonly segment?: string | undefined
  readonly sequence?: number | undefined
  readonly at?: Date | undefined
}

/** `head`: the end of the chain as it was found. */
export type AuditVerdict =
  | { readonly ok: true; readonly head: AuditHead; readonly segments: number; readonly pruned: number }
  | { readonly ok: false; readonly flaw: AuditFlaw }

type Segment = {
  readonly month: string
  readonly first_sequence: number
  readonly start_hash: Buffer
  readonly last_sequence: number | null
  readonly last_hash: Buffer | null
  readonly end_hash: Buffer | null
}

/** How far the walk has come. `heads` holds what the chain must have been at earlier ends of it, by count. */
type Walk = {
  readonly db: Kysely<Schema>
  readonly heads: ReadonlyMap<number, string>
  readonly oldestKept: string
  sequence: number
  hash: Buffer
  walked: number
  pruned: number
}

/** Carries the first flaw out of the walk. */
class Flawed extends Error {
  readonly flaw: AuditFlaw

  constructor(flaw: AuditFlaw) {
    super(`The access log does not fit: ${flaw.problem}.`)
    this.flaw = flaw
  }
}

/**
 * Walks the whole chain, from one moment's state of it, and recomputes every hash. A segment without entries is in order
 * when it is old enough to have been pruned; its own hash still vouches for where it began and ended.
 *
 * @param heads earlier ends of the chain that were kept outside the database: a chain rebuilt from scratch fits itself
 *   and not them
 */
export async function verifyAudit(
  db: Kysely<Schema>,
  now: Date,
  heads: readonly AuditHead[] = [],
): Promise<AuditVerdict> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => {
      try {
        return await walkAll(trx, now, heads)
      } catch (error) {
        if (error instanceof Flawed) return { ok: false, flaw: error.flaw }
        throw error
      }
    })
}

async function walkAll(db: Kysely<Schema>, now: Date, heads: readonly AuditHead[]): Promise<AuditVerdict> {
  const walk: Walk = {
    db,
    heads: readHeads(heads),
    oldestKept: oldestKeptMonth(auditMonth(now)),
    sequence: 0,
    hash: GENESIS_HASH,
    walked: 0,
    pruned: 0,
  }
  const segments = await db.selectFrom('audit_segments').selectAll().orderBy('month').execute()
  for (const [place, segment] of segments.entries()) await walkSegment(walk, segment, place === segments.length - 1)
  await demandNoneAstray(walk)
  const beyond = [...walk.heads.keys()].find((count) => count > walk.sequence)
  if (beyond !== undefined) throw new Flawed({ problem: 'head_missing', sequence: beyond })
  const head = { count: walk.sequence, hash: walk.hash.toString('hex') }
  return { ok: true, head, segments: segments.length, pruned: walk.pruned }
}

function readHeads(heads: readonly AuditHead[]): ReadonlyMap<number, string> {
  const byCount = new Map<number, string>()
  for (const { count, hash } of heads) {
    if ((byCount.get(count) ?? hash) !== hash) throw new Flawed({ problem: 'head_unlike', sequence: count })
    byCount.set(count, hash)
  }
  return byCount
}

async function walkSegment(walk: Walk, segment: Segment, isNewest: boolean): Promise<void> {
  const { month, first_sequence, start_hash } = segment
  const unlike = new Flawed({ problem: 'segment_unlike', segment: month, sequence: first_sequence })
  if (first_sequence !== walk.sequence + 1 || !start_hash.equals(walk.hash)) throw unlike
  const closed = closedOrOpen(segment)
  if (closed === 'neither' || (closed === 'open') !== isNewest) throw unlike
  if (closed !== 'open' && !closed.end_hash.equals(hashSegment(closed))) throw unlike

  const before = walk.sequence
  await walkEntries(walk, month)
  if (walk.sequence === before) {
    if (closed === 'open' || month >= walk.oldestKept)
      throw new Flawed({ problem: 'entry_missing', segment: month, sequence: first_sequence })
    skipPruned(walk, closed)
  }
  if (closed === 'open') return
  if (walk.sequence !== closed.last_sequence)
    throw new Flawed({ problem: 'entry_missing', segment: month, sequence: walk.sequence + 1 })
  if (!walk.hash.equals(closed.last_hash)) throw unlike
  walk.hash = closed.end_hash
}

type Closed = { [Field in keyof Segment]: NonNullable<Segment[Field]> }

function closedOrOpen(segment: Segment): Closed | 'open' | 'neither' {
  const { last_sequence, last_hash, end_hash } = segment
  if (last_sequence === null && last_hash === null && end_hash === null) return 'open'
  if (last_sequence === null || last_hash === null || end_hash === null) return 'neither'
  return { ...segment, last_sequence, last_hash, end_hash }
}

async function walkEntries(walk: Walk, month: string): Promise<void> {
  for await (const { hash, ...entry } of readEntries(walk.db, month)) {
    const expected = walk.sequence + 1
    const found = { segment: month, sequence: expected, at: timeOf(entry.at_us) }
    if (entry.sequence !== expected) throw new Flawed({ problem: 'entry_missing', segment: month, sequence: expected })
    if (!hash.equals(hashEntry(walk.hash, entry))) throw new Flawed({ problem: 'entry_unlike', ...found })
    walk.sequence = expected
    walk.hash = hash
    walk.walked += 1
    demandHead(walk, found)
  }
}

function skipPruned(walk: Walk, { month, last_sequence, last_hash }: Closed): void {
  walk.sequence = last_sequence
  walk.hash = last_hash
  walk.pruned += 1
  demandHead(walk, { segment: month, sequence: last_sequence })
}

function demandHead(walk: Walk, found: Omit<AuditFlaw, 'problem'>): void {
  const head = walk.heads.get(walk.sequence)
  if (head !== undefined && head !== walk.hash.toString('hex')) throw new Flawed({ problem: 'head_unlike', ...found })
}

async function demandNoneAstray({ db, walked }: Walk): Promise<void> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from audit`.execute(db)
  if (rows[0]?.count !== walked) throw new Flawed({ problem: 'entry_astray' })
}

function timeOf(microseconds: string): Date | undefined {
  const at = new Date(Number(microseconds) / 1000)
  return Number.isNaN(at.getTime()) ? undefined : at
}
