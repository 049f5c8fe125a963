import { type Kysely, sql } from 'kysely'

import type { Schema } from '../schema.ts'
import type { ChainedEntry } from './auditChain.ts'

const ROWS_AT_ONCE = 1_000

/** The entries of a segment in their order, with their hashes; read in portions, since a month may be long. */
export async function* readEntries(
  db: Kysely<Schema>,
  segment: string,
): AsyncGenerator<ChainedEntry & { readonly hash: Buffer }> {
  for (let after = -Infinity; ;) {
    const rows = await db
      .selectFrom('audit')
      .select(['sequence', 'segment', 'who', 'surface', 'address', 'ticket_id', 'ticket_number', 'action', 'field'])
      .select(['reason', 'hash', sql<string>`round(extract(epoch from at) * 1000000)::text`.as('at_us')])
      .where('segment', '=', segment)
      .$if(Number.isFinite(after), (query) => query.where('sequence', '>', after))
      .orderBy('sequence')
      .limit(ROWS_AT_ONCE)
      .execute()
    yield* rows
    const last = rows.at(-1)
    if (!last || rows.length < ROWS_AT_ONCE) return
    after = last.sequence
  }
}
