import type { Kysely } from 'kysely'

import type { TicketContent } from '../tickets/ticket.ts'
import type { DataKeys } from './dataKeys.ts'
import type { Schema } from './schema.ts'
import { openJson } from './sealedJson.ts'
import { placeOf } from './sealedPlaces.ts'
import { storedContent } from './storedContent.ts'
import { StoreError } from './storeError.ts'

/**
 * The words of a ticket.
 *
 * @throws {StoreError} `ticket_unknown`, `data_key_missing`, `unknown_master_key`, `cannot_decrypt`,
 *   `stored_content_invalid`
 */
export async function readContent(db: Kysely<Schema>, keys: DataKeys, ticketId: string): Promise<TicketContent> {
  const row = await db
    .selectFrom('tickets as t')
    .leftJoin('keyring.data_keys as k', 'k.id', 't.key_id')
    .select(['t.content', 't.key_id', 'k.wrapped', 'k.master_key_id'])
    .where('t.id', '=', ticketId)
    .executeTakeFirst()
  if (!row) throw new StoreError('ticket_unknown', `There is no ticket ${ticketId}.`)
  const key = keys.open(row)
  if (!row.content) throw new StoreError('data_key_missing', `The words of the ticket ${ticketId} were destroyed.`)
  return openJson(key, row.content, placeOf.content(ticketId), storedContent)
}
