import type { Kysely } from 'kysely'

import { CONSENT_PURPOSES, type ConsentPurpose } from '../consent/consent.ts'
import type { WithdrawnConsent } from '../tickets/ports.ts'
import type { Schema } from './schema.ts'

/**
 * The purposes whose consent the access log says was taken back for a ticket, and which no receipt of the ticket gives
 * again since. Known for as long as the log is kept.
 */
export async function listWithdrawn(db: Kysely<Schema>, ticketId: string): Promise<readonly WithdrawnConsent[]> {
  const rows = await db
    .selectFrom('audit as a')
    .select(['a.field', 'a.at'])
    .where('a.action', '=', 'withdrawn')
    .where('a.ticket_id', '=', ticketId)
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('receipts as r')
            .select('r.id')
            .where('r.ticket_id', '=', ticketId)
            .where('r.granted', '=', true)
            .whereRef('r.purpose', '=', 'a.field')
            .whereRef('r.answered_at', '>', 'a.at'),
        ),
      ),
    )
    .orderBy('a.sequence')
    .execute()
  const latest = new Map(rows.map(({ field, at }) => [field, at]))
  return [...latest].flatMap(([purpose, at]) => (isPurpose(purpose) ? [{ purpose, at }] : []))
}

function isPurpose(field: string | null): field is ConsentPurpose {
  return CONSENT_PURPOSES.some((purpose) => purpose === field)
}
