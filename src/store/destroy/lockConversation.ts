import type { Kysely } from 'kysely'

import type { StoredKey } from '../dataKeys.ts'
import type { Schema } from '../schema.ts'

/** A conversation in the hands of one transaction, with its key as it is stored. */
export type LockedConversation = StoredKey & {
  readonly id: string
  readonly version: number
  readonly state: Buffer
  readonly unfinished: boolean
  readonly last_turn_at: Date
}

/** Finds a conversation and keeps others from changing it until the transaction ends. */
export async function lockConversation(
  trx: Kysely<Schema>,
  conversationId: string,
): Promise<LockedConversation | undefined> {
  const row = await trx
    .selectFrom('conversations')
    .select(['id', 'version', 'key_id', 'state', 'unfinished', 'last_turn_at'])
    .where('id', '=', conversationId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return undefined
  // Read after the lock: another transaction may just have given it a new key.
  const key = await trx.selectFrom('keyring.data_keys').selectAll().where('id', '=', row.key_id).executeTakeFirst()
  return { ...row, wrapped: key?.wrapped ?? null, master_key_id: key?.master_key_id ?? null }
}
