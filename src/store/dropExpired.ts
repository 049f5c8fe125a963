import type { Kysely } from 'kysely'

import type { Session } from '../conversations/session.ts'
import type { DataKeys, StoredKey } from './dataKeys.ts'
import { dropExpiredAccess } from './deskAccess.ts'
import type { Schema } from './schema.ts'
import { openJson } from './sealedJson.ts'
import { placeOf } from './sealedPlaces.ts'
import { sessionColumns } from './sessionColumns.ts'
import { storedSession } from './storedSession.ts'

/** How long an unfinished draft, and the memory of an event, are kept. */
const KEPT_MS = 24 * 60 * 60_000

/**
 * Drops what is past its time: conversations that came to nothing, with their transcript and key; the drafts of those
 * that have a ticket; events; sign-ins of the desk.
 *
 * @returns how many conversations lost their draft
 * @throws {StoreError} the first failure, after everything else was dropped
 */
export async function dropExpired(db: Kysely<Schema>, keys: DataKeys, now: Date): Promise<number> {
  const before = new Date(now.getTime() - KEPT_MS)
  const dropped = await dropConversations(db, before)
  await db.deleteFrom('inbound_events').where('at', '<', before).execute()
  await dropExpiredAccess(db, now)
  return dropped + (await dropDrafts(db, keys, before))
}

/** Deletes row, transcript and key together. Whoever writes a turn meanwhile finds the conversation gone, or keeps it. */
async function dropConversations(db: Kysely<Schema>, before: Date): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const dropped = await trx
      .deleteFrom('conversations as c')
      .where('c.last_turn_at', '<', before)
      .where((row) =>
        row.not(row.exists(row.selectFrom('tickets as t').select('t.id').whereRef('t.conversation_id', '=', 'c.id'))),
      )
      .returning(['c.key_id', 'c.unfinished'])
      .execute()
    const keyIds = dropped.map(({ key_id }) => key_id)
    if (keyIds.length > 0) await trx.deleteFrom('keyring.data_keys').where('id', 'in', keyIds).execute()
    return dropped.filter(({ unfinished }) => unfinished).length
  })
}

async function dropDrafts(db: Kysely<Schema>, keys: DataKeys, before: Date): Promise<number> {
  const rows = await db
    .selectFrom('conversations as c')
    .leftJoin('keyring.data_keys as k', 'k.id', 'c.key_id')
    .select(['c.id', 'c.version', 'c.state', 'c.key_id', 'k.wrapped', 'k.master_key_id'])
    .where('c.last_turn_at', '<', before)
    .where('c.unfinished', '=', true)
    .execute()
  const results = await Promise.allSettled(rows.map(async (row) => dropDraft(db, keys, row)))
  for (const result of results) if (result.status === 'rejected') throw result.reason
  return results.filter((result) => result.status === 'fulfilled' && result.value).length
}

type UnfinishedRow = StoredKey & { readonly id: string; readonly version: number; readonly state: Buffer }

/** @returns false when the person came back meanwhile: their turn counts */
async function dropDraft(db: Kysely<Schema>, keys: DataKeys, row: UnfinishedRow): Promise<boolean> {
  const key = keys.open(row)
  const session: Session = openJson(key, row.state, placeOf.session(row.id), storedSession)
  const version = row.version + 1
  const emptied: Session = { ...session, version, draft: {}, dialogState: {}, prompt: undefined }
  const updated = await db
    .updateTable('conversations')
    .set({ version, ...sessionColumns(key, emptied) })
    .where('id', '=', row.id)
    .where('version', '=', row.version)
    .returning('id')
    .executeTakeFirst()
  return updated !== undefined
}
