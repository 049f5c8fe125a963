import type { Kysely } from 'kysely'

import type { Envelope } from './encryption/envelope.ts'
import type { DataKey } from './encryption/sealing.ts'
import type { Schema } from './schema.ts'
import { StoreError } from './storeError.ts'

/** A data key that is not stored yet. */
export type NewDataKey = {
  readonly id: string
  readonly key: DataKey
  readonly wrapped: Buffer
  readonly masterKeyId: string
}

/** What a query that left-joins the keyring finds of a key; both null once the key was destroyed. */
export type StoredKey = {
  readonly key_id: string
  readonly wrapped: Buffer | null
  readonly master_key_id: string | null
}

/** The keyring: one data key per conversation and one per ticket. */
export type DataKeys = {
  make(): NewDataKey
  /** Stores a new key, in the same transaction as what it sealed. */
  keep(db: Kysely<Schema>, made: NewDataKey, at: Date): Promise<void>
  /** @throws {StoreError} `data_key_missing`, `unknown_master_key`, `cannot_decrypt` */
  open(stored: StoredKey): DataKey
  /** As `open`, for a key that is looked up first. */
  find(db: Kysely<Schema>, id: string): Promise<DataKey>
}

/** Builds the keyring. `newId` makes UUIDs. */
export function createDataKeys({ envelope, newId }: { envelope: Envelope; newId: () => string }): DataKeys {
  function open({ key_id, wrapped, master_key_id }: StoredKey): DataKey {
    if (wrapped && master_key_id !== null) return envelope.unwrap(wrapped, master_key_id)
    throw new StoreError('data_key_missing', `The data key ${key_id} was destroyed.`)
  }

  return {
    make: () => ({ id: newId(), ...envelope.newDataKey() }),
    open,

    async keep(db, { id, wrapped, masterKeyId }, at) {
      await db
        .insertInto('keyring.data_keys')
        .values({ id, wrapped, master_key_id: masterKeyId, created_at: at })
        .execute()
    },

    async find(db, id) {
      const row = await db.selectFrom('keyring.data_keys').selectAll().where('id', '=', id).executeTakeFirst()
      return open({ key_id: id, wrapped: row?.wrapped ?? null, master_key_id: row?.master_key_id ?? null })
    },
  }
}
