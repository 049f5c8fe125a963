import type { Kysely } from 'kysely'

import type { DataKeys } from './dataKeys.ts'
import type { DataKey } from './encryption/sealing.ts'
import type { Schema } from './schema.ts'
import { StoreError } from './storeError.ts'

/**
 * The data key of a ticket.
 *
 * @throws {StoreError} `ticket_unknown`, `data_key_missing`, `unknown_master_key`, `cannot_decrypt`
 */
export async function ticketKey(db: Kysely<Schema>, keys: DataKeys, ticketId: string): Promise<DataKey> {
  const row = await db
    .selectFrom('tickets as t')
    .leftJoin('keyring.data_keys as k', 'k.id', 't.key_id')
    .select(['t.key_id', 'k.wrapped', 'k.master_key_id'])
    .where('t.id', '=', ticketId)
    .executeTakeFirst()
  if (!row) throw new StoreError('ticket_unknown', `There is no ticket ${ticketId}.`)
  return keys.open(row)
}
