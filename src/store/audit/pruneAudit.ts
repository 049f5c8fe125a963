import { type Kysely, sql } from 'kysely'

import type { AuditEntry } from '../../audit/auditEntry.ts'
import { auditMonth } from '../../audit/auditMonth.ts'
import type { Schema } from '../schema.ts'
import { appendAudit } from './appendAudit.ts'

/** Sensitive data is in what the log tells of, so it is kept two years (안전성 확보조치 기준 §8①). */
const KEPT_YEARS = 2

/** The oldest month that must still have its entries: all of it lies within two years of any day of `month`. */
export function oldestKeptMonth(month: string): string {
  const [year = '', rest = ''] = month.split('-')
  return `${Number(year) - KEPT_YEARS}-${rest}`
}

/**
 * Deletes the entries of whole months that are over two years old. What a month ended with stays, so that the chain can
 * still be walked. The month two years ago stays whole until it is over. That it was done is an entry of its own.
 *
 * @returns how many entries were deleted
 */
export async function pruneAudit(db: Kysely<Schema>, now: Date): Promise<number> {
  return db.transaction().execute(async (trx) => {
    // The one setting under which the trigger lets an entry go; it ends with the transaction.
    await sql`select set_config('sori.audit_pruning', 'on', true)`.execute(trx)
    const { numDeletedRows } = await trx
      .deleteFrom('audit')
      .where('segment', 'in', (query) =>
        query
          .selectFrom('audit_segments')
          .select('month')
          .where('end_hash', 'is not', null)
          .where('month', '<', oldestKeptMonth(auditMonth(now))),
      )
      .executeTakeFirstOrThrow()
    const pruned = Number(numDeletedRows)
    if (pruned > 0) await appendAudit(trx, [prunedEntry(now)])
    return pruned
  })
}

function prunedEntry(at: Date): AuditEntry {
  return {
    at,
    who: 'system',
    surface: 'job',
    address: undefined,
    ticketId: undefined,
    ticketNumber: undefined,
    action: 'destroyed',
    field: 'access_log',
    reason: 'kept_two_years',
  }
}
