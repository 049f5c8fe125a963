import type { Kysely, Selectable } from 'kysely'

import type { Photo } from '../photos/photo.ts'
import type { PhotoReader, PhotoStore } from '../photos/ports.ts'
import type { DataKeys } from './dataKeys.ts'
import { openBytes, sealBytes } from './encryption/sealing.ts'
import { storedSource } from './photoTx.ts'
import type { AttachmentsTable, Schema } from './schema.ts'
import { openJson } from './sealedJson.ts'
import { placeOf } from './sealedPlaces.ts'

const SHEET = ['id', 'state', 'media_type', 'size_bytes', 'problem', 'created_at'] as const

type Parts = { readonly db: Kysely<Schema>; readonly keys: DataKeys }

/** Photos in PostgreSQL, each sealed with a key of its own. */
export function createPhotoStore({ db, keys }: Parts): PhotoStore {
  return {
    async findSource(id) {
      const row = await withKey(db, id)
        .select(['a.source', 'a.expires_at'])
        .where('a.state', '=', 'waiting')
        .executeTakeFirst()
      if (!row?.source) return undefined
      const { urls } = openJson(keys.open(row), row.source, placeOf.photoSource(id), storedSource)
      return { urls, expiresAt: row.expires_at }
    },

    async keep(id, { mediaType, bytes }) {
      const row = await withKey(db, id).where('a.state', '=', 'waiting').executeTakeFirst()
      if (!row) return
      await db
        .updateTable('attachments')
        .set({
          state: 'kept',
          source: null,
          image: sealBytes(keys.open(row).secret, bytes, placeOf.photo(id)),
          media_type: mediaType,
          size_bytes: bytes.length,
        })
        .where('id', '=', id)
        .where('state', '=', 'waiting')
        .execute()
    },

    async refuse(id, problem) {
      await db
        .updateTable('attachments')
        .set({ state: 'refused', source: null, problem })
        .where('id', '=', id)
        .where('state', '=', 'waiting')
        .execute()
    },

    async list(ids) {
      if (ids.length === 0) return []
      const rows = await db.selectFrom('attachments').select(SHEET).where('id', 'in', ids).execute()
      return rows.map(toPhoto)
    },
  }
}

/** Reads the photos of tickets. */
export function createPhotoReader({ db, keys }: Parts): PhotoReader {
  return {
    async listPhotos(ticketId) {
      const rows = await db
        .selectFrom('attachments')
        .select(SHEET)
        .where('ticket_id', '=', ticketId)
        .orderBy('sequence')
        .execute()
      return rows.map(toPhoto)
    },

    async readPhoto(id) {
      const row = await withKey(db, id).select(['a.image', 'a.media_type']).executeTakeFirst()
      if (!row?.image || !row.media_type) return undefined
      return { mediaType: row.media_type, bytes: openBytes(keys.open(row).secret, row.image, placeOf.photo(id)) }
    },
  }
}

function withKey(db: Kysely<Schema>, id: string) {
  return db
    .selectFrom('attachments as a')
    .innerJoin('keyring.data_keys as k', 'k.id', 'a.key_id')
    .select(['k.id as key_id', 'k.wrapped', 'k.master_key_id'])
    .where('a.id', '=', id)
}

function toPhoto(row: Pick<Selectable<AttachmentsTable>, (typeof SHEET)[number]>): Photo {
  const { id, state, media_type, size_bytes, problem, created_at } = row
  return {
    id,
    state,
    mediaType: media_type ?? undefined,
    sizeBytes: size_bytes ?? undefined,
    problem: problem ?? undefined,
    createdAt: created_at,
  }
}
