import type { Kysely } from 'kysely'

import type { Session } from '../conversations/session.ts'
import { RETENTION } from '../retention/retention.ts'
import type { DataKeys } from './dataKeys.ts'
import { dropExpiredCodes } from './codeStore.ts'
import { destroyKeys, recordDestruction } from './destroy/destructionRows.ts'
import { forgetTranscript, untilLastFiling } from './destroy/forgetTranscript.ts'
import { lockConversation } from './destroy/lockConversation.ts'
import { dropExpiredAccess } from './deskAccess.ts'
import type { Schema } from './schema.ts'
import { dropOrphanedPhotos, dropPhotos } from './photoTx.ts'
import { openJson } from './sealedJson.ts'
import { placeOf } from './sealedPlaces.ts'
import { storedSession } from './storedSession.ts'
import { dropExpiredLinks } from './usedLinks.ts'

/** How long an unfinished draft, and the memory of an event, are kept. */
const KEPT_MS = RETENTION.draft.period.hours * 60 * 60_000

/**
 * Drops what is past its time: conversations that came to nothing, with their transcript and key; the drafts of those
 * that have a ticket; events; sign-ins of the desk.
 *
 * @returns how many conversations lost their draft
 * @throws {StoreError} the first failure, after everything else was dropped
 */
export async function dropExpired(db: Kysely<Schema>, keys: DataKeys, now: Date): Promise<number> {
  const before = new Date(now.getTime() - KEPT_MS)
  const dropped = await dropConversations(db, before, now)
  await untieLoneReceipts(db, before)
  await db.deleteFrom('inbound_events').where('at', '<', before).execute()
  await dropExpiredAccess(db, now)
  await dropExpiredLinks(db, now)
  await dropExpiredCodes(db, now)
  return dropped + (await dropDrafts(db, keys, before, now))
}

/** Deletes row, transcript and key together. Whoever writes a turn meanwhile finds the conversation gone, or keeps it. */
async function dropConversations(db: Kysely<Schema>, before: Date, now: Date): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const dropped = await trx
      .deleteFrom('conversations as c')
      .where('c.last_turn_at', '<', before)
      .where((row) =>
        row.not(row.exists(row.selectFrom('tickets as t').select('t.id').whereRef('t.conversation_id', '=', 'c.id'))),
      )
      .returning(['c.id', 'c.key_id', 'c.unfinished'])
      .execute()
    const keyIds = dropped.map(({ key_id }) => key_id)
    if (keyIds.length === 0) return 0
    await destroyKeys(trx, keyIds)
    await untieReceipts(trx, dropped)
    const photos = await dropOrphanedPhotos(trx)
    const order = { rule: 'draft', at: now, by: 'job' } as const
    const counts = { conversations: dropped.length, photos }
    await recordDestruction(trx, { what: 'conversation', subject: undefined, keyId: undefined, counts }, order)
    return dropped.filter(({ unfinished }) => unfinished).length
  })
}

// What somebody agreed to or refused supports no case now; without its tie it is nobody's.
async function untieReceipts(trx: Kysely<Schema>, dropped: readonly { readonly id: string }[]): Promise<void> {
  await trx
    .updateTable('receipts')
    .set({ conversation_id: null })
    .where(
      'conversation_id',
      'in',
      dropped.map(({ id }) => id),
    )
    .execute()
}

// Where one consent was given and the next never answered, the conversation itself was only ever in the hold. A guardian's
// answer waits for the child as long as its request.
async function untieLoneReceipts(db: Kysely<Schema>, before: Date): Promise<void> {
  await db
    .updateTable('receipts as r')
    .set({ conversation_id: null })
    .where('r.conversation_id', 'is not', null)
    .where('r.ticket_id', 'is', null)
    .where('r.answered_at', '<', before)
    .where((row) =>
      row.not(
        row.exists(row.selectFrom('conversations as c').select('c.id').whereRef('c.id', '=', 'r.conversation_id')),
      ),
    )
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('guardian_requests as g')
            .select('g.id')
            .whereRef('g.conversation_id', '=', 'r.conversation_id'),
        ),
      ),
    )
    .execute()
}

async function dropDrafts(db: Kysely<Schema>, keys: DataKeys, before: Date, now: Date): Promise<number> {
  const rows = await db
    .selectFrom('conversations')
    .select(['id', 'version'])
    .where('last_turn_at', '<', before)
    .where('unfinished', '=', true)
    .execute()
  const results = await Promise.allSettled(rows.map(async (row) => dropDraft(db, keys, row, now)))
  for (const result of results) if (result.status === 'rejected') throw result.reason
  return results.filter((result) => result.status === 'fulfilled' && result.value).length
}

/**
 * Takes out what was said on the way to nothing: the draft, and the words since the last ticket was filed.
 * @returns false when the person came back meanwhile: their turn counts
 */
async function dropDraft(
  db: Kysely<Schema>,
  keys: DataKeys,
  { id, version }: { readonly id: string; readonly version: number },
  now: Date,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const row = await lockConversation(trx, id)
    if (row?.version !== version) return false
    const session: Session = openJson(keys.open(row), row.state, placeOf.session(id), storedSession)
    const emptied = { ...session, version: version + 1, draft: {}, dialogState: {}, prompt: undefined }
    const photos = await dropPhotos(trx, { conversationId: id })
    const words = await forgetTranscript({ trx, keys }, row, { session: emptied, keeps: untilLastFiling(id), at: now })
    const counts = { ...words, photos }
    const order = { rule: 'draft', at: now, by: 'job' } as const
    await recordDestruction(trx, { what: 'transcript', subject: undefined, keyId: row.key_id, counts }, order)
    return true
  })
}
