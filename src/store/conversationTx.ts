import { type Kysely, sql } from 'kysely'

import type { ConversationTx, TurnWrite } from '../conversations/ports.ts'
import type { Session } from '../conversations/session.ts'
import { eventRowKey } from './eventRowKey.ts'
import type { DataKeys } from './dataKeys.ts'
import type { DataKey } from './encryption/sealing.ts'
import { createGuardianTx } from './guardianTx.ts'
import { createIncidentTx } from './incidentTx.ts'
import { createPhotoTx } from './photoTx.ts'
import { destroyTranscript } from './destroy/destroyConversation.ts'
import { insertReceipts } from './receiptRows.ts'
import { redrawCards } from './redrawCards.ts'
import type { Schema } from './schema.ts'
import { sealJson } from './sealedJson.ts'
import { placeOf } from './sealedPlaces.ts'
import { sessionColumns } from './sessionColumns.ts'
import type { StoredActivities } from './storedActivities.ts'
import { StoreError } from './storeError.ts'
import { createTicketTx, type TxParts } from './ticketTx.ts'
import { useLink } from './usedLinks.ts'

/** Conversations, and all a turn may write besides, inside a transaction. */
export function createConversationTx(parts: TxParts): ConversationTx {
  const { trx, keys } = parts
  return {
    ...createTicketTx(parts),
    ...createGuardianTx(parts),
    ...createIncidentTx(parts),
    ...createPhotoTx(parts),

    async writeTurn(write) {
      const key =
        write.before.version === 0
          ? await insertConversation(trx, keys, write)
          : await updateConversation(trx, keys, write)
      await insertActivities(trx, key, write)
      await insertEvent(trx, key, write)
      await insertReceipts(trx, write.receipts, write.after.conversationId)
    },

    async writeReceipts(receipts, conversationId) {
      await insertReceipts(trx, receipts, conversationId)
    },

    destroyTranscript: (conversationId, order) => destroyTranscript(parts, conversationId, order),

    useLink: (link) => useLink(trx, link),

    async markReplyShown(deliveryId, state, at) {
      const shown = await trx
        .updateTable('outbox')
        .set({
          state,
          finished_at: at,
          error_code: null,
          first_attempt_at: sql<Date>`coalesce(first_attempt_at, ${at})`,
        })
        .where('id', '=', deliveryId)
        .where('state', 'in', ['pending', 'unclear', 'waiting'])
        .returning(['kind', 'ticket_id'])
        .executeTakeFirst()
      if (!shown) throw new StoreError('conversation_moved_on', `Delivery ${deliveryId} was shown by another turn.`)
      if (await redrawCards(trx, [shown], at)) parts.onEnqueued()
    },
  }
}

async function insertConversation(trx: Kysely<Schema>, keys: DataKeys, { after, at }: TurnWrite): Promise<DataKey> {
  const made = keys.make()
  const inserted = await trx
    .insertInto('conversations')
    .values({
      id: after.conversationId,
      version: 1,
      channel: after.channel,
      key_id: made.id,
      created_at: at,
      ...sessionColumns(made.key, after),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!inserted) throw movedOn(after)
  await keys.keep(trx, made, at)
  return made.key
}

async function updateConversation(trx: Kysely<Schema>, keys: DataKeys, { before, after }: TurnWrite): Promise<DataKey> {
  const row = await trx
    .selectFrom('conversations as c')
    .leftJoin('keyring.data_keys as k', 'k.id', 'c.key_id')
    .select(['c.key_id', 'k.wrapped', 'k.master_key_id'])
    .where('c.id', '=', before.conversationId)
    .where('c.version', '=', before.version)
    .executeTakeFirst()
  if (!row) throw movedOn(before)
  const key = keys.open(row)
  const updated = await trx
    .updateTable('conversations')
    .set({ version: before.version + 1, channel: after.channel, ...sessionColumns(key, after) })
    .where('id', '=', before.conversationId)
    .where('version', '=', before.version)
    // It may have got a new key meanwhile, and nobody could read what the old one seals.
    .where('key_id', '=', row.key_id)
    .returning('id')
    .executeTakeFirst()
  if (!updated) throw movedOn(before)
  return key
}

async function insertActivities(trx: Kysely<Schema>, key: DataKey, { after, activities }: TurnWrite): Promise<void> {
  if (activities.length === 0) return
  const { conversationId } = after
  const rows = activities.map(({ sequence, fromBot, at, body }) => {
    const stored: StoredActivities = { v: 1, bodies: [body] }
    return {
      conversation_id: conversationId,
      sequence,
      from_bot: fromBot,
      delivery_id: body.deliveryId ?? null,
      body: sealJson(key, stored, placeOf.activity(conversationId, sequence)),
      at,
    }
  })
  await trx.insertInto('activities').values(rows).execute()
}

async function insertEvent(
  trx: Kysely<Schema>,
  key: DataKey,
  { eventKey, after, replies, at }: TurnWrite,
): Promise<void> {
  if (eventKey === undefined) return
  const rowKey = eventRowKey(after.conversationId, eventKey)
  const stored: StoredActivities = { v: 1, bodies: replies }
  const inserted = await trx
    .insertInto('inbound_events')
    .values({
      key: rowKey,
      conversation_id: after.conversationId,
      replies: sealJson(key, stored, placeOf.replies(rowKey)),
      at,
    })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('key')
    .executeTakeFirst()
  if (!inserted) throw movedOn(after)
}

const movedOn = ({ conversationId }: Session): StoreError =>
  new StoreError('conversation_moved_on', `Another turn of the conversation ${conversationId} was written meanwhile.`)
