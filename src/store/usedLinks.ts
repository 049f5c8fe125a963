import type { Kysely } from 'kysely'

import type { UsedLink } from '../conversations/ports.ts'
import type { Schema } from './schema.ts'
import { StoreError } from './storeError.ts'

/** @throws {StoreError} `link_used`; of two at once the second waits for the first, and fails */
export async function useLink(trx: Kysely<Schema>, { tokenHash, expiresAt }: UsedLink): Promise<void> {
  const inserted = await trx
    .insertInto('used_links')
    .values({ token_hash: tokenHash, expires_at: expiresAt })
    .onConflict((conflict) => conflict.column('token_hash').doNothing())
    .returning('token_hash')
    .executeTakeFirst()
  if (!inserted) throw new StoreError('link_used', 'A link to the consent page was answered before.')
}

/** Tells whether a link was answered. */
export async function isLinkUsed(db: Kysely<Schema>, tokenHash: string): Promise<boolean> {
  const row = await db
    .selectFrom('used_links')
    .select('token_hash')
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst()
  return row !== undefined
}

/** Forgets links that no longer work anyway. */
export async function dropExpiredLinks(db: Kysely<Schema>, now: Date): Promise<void> {
  await db.deleteFrom('used_links').where('expires_at', '<=', now).execute()
}
