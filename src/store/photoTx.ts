import type { Kysely } from 'kysely'
import { z } from 'zod'

import type { PhotoSource } from '../photos/photo.ts'
import type { PhotoTx } from '../photos/ports.ts'
import type { DataKeys } from './dataKeys.ts'
import { destroyKeys } from './destroy/destructionRows.ts'
import type { Schema } from './schema.ts'
import { sealJson, type StoredShape } from './sealedJson.ts'
import { placeOf } from './sealedPlaces.ts'

type StoredSource = Pick<PhotoSource, 'urls'> & { readonly v: 1 }

/** Where a photo lies, as stored. */
export const storedSource: StoredShape<StoredSource> = {
  schema: z.strictObject({
    v: z.literal(1),
    urls: z.array(z.string()),
  } satisfies Record<keyof StoredSource, z.ZodType>),
  code: 'stored_photo_invalid',
}

/** Photos inside a transaction. */
export function createPhotoTx({ trx, keys }: { readonly trx: Kysely<Schema>; readonly keys: DataKeys }): PhotoTx {
  return {
    async insertPhotos(photos) {
      for (const { id, conversationId, urls, createdAt, expiresAt } of photos) {
        const made = keys.make()
        await keys.keep(trx, made, createdAt)
        const source: StoredSource = { v: 1, urls }
        await trx
          .insertInto('attachments')
          .values({
            id,
            conversation_id: conversationId,
            state: 'waiting',
            key_id: made.id,
            source: sealJson(made.key, source, placeOf.photoSource(id)),
            created_at: createdAt,
            expires_at: expiresAt,
          })
          .execute()
      }
    },

    async filePhotos(ids, ticketId) {
      await trx
        .updateTable('attachments')
        .set({ ticket_id: ticketId, conversation_id: null })
        .where('id', 'in', ids)
        .where('ticket_id', 'is', null)
        .execute()
    },

    async keepOnlyPhotos(conversationId, ids) {
      await dropPhotos(trx, { conversationId, but: ids })
    },
  }
}

/** Deletes photos with their keys: of a ticket, or those of a conversation that belong to none. @returns how many */
export async function dropPhotos(
  trx: Kysely<Schema>,
  of: { readonly ticketId: string } | { readonly conversationId: string; readonly but?: readonly string[] },
): Promise<number> {
  const all = trx.deleteFrom('attachments').returning('key_id')
  const query =
    'ticketId' in of
      ? all.where('ticket_id', '=', of.ticketId)
      : all.where('conversation_id', '=', of.conversationId).where('id', 'not in', [...(of.but ?? []), NOBODY])
  return forgetKeys(trx, await query.execute())
}

/** No list is empty for PostgreSQL. */
const NOBODY = '00000000-0000-0000-0000-000000000000'

/** Deletes photos whose conversation went, with its words, before they were filed. @returns how many */
export async function dropOrphanedPhotos(trx: Kysely<Schema>): Promise<number> {
  const dropped = await trx
    .deleteFrom('attachments as a')
    .where('a.conversation_id', 'is not', null)
    .where((row) =>
      row.not(
        row.exists(row.selectFrom('conversations as c').select('c.id').whereRef('c.id', '=', 'a.conversation_id')),
      ),
    )
    .returning('a.key_id')
    .execute()
  return forgetKeys(trx, dropped)
}

async function forgetKeys(trx: Kysely<Schema>, dropped: readonly { readonly key_id: string }[]): Promise<number> {
  await destroyKeys(
    trx,
    dropped.map(({ key_id }) => key_id),
  )
  return dropped.length
}
