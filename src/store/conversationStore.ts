import { type Kysely } from 'kysely'

import type { ConversationStore } from '../conversations/ports.ts'
import type { DataKeys } from './dataKeys.ts'
import type { DataKey } from './encryption/sealing.ts'
import { open } from './encryption/sealing.ts'
import { dropExpired } from './dropExpired.ts'
import { eventRowKey } from './eventRowKey.ts'
import { listReceipts } from './receiptRows.ts'
import { redrawCards } from './redrawCards.ts'
import type { Schema } from './schema.ts'
import { openJson } from './sealedJson.ts'
import { placeOf } from './sealedPlaces.ts'
import { storedActivities } from './storedActivities.ts'
import { storedSession } from './storedSession.ts'
import { isLinkUsed } from './usedLinks.ts'

type Parts = {
  readonly db: Kysely<Schema>
  readonly keys: DataKeys
  readonly transact: ConversationStore['transact']
  /** Called when there is something new to send. */
  readonly onEnqueued: () => void
}

/** Conversations from consent on. */
export function createConversationStore({ db, keys, transact, onEnqueued }: Parts): ConversationStore {
  const conversation = (conversationId: string) =>
    db
      .selectFrom('conversations as c')
      .leftJoin('keyring.data_keys as k', 'k.id', 'c.key_id')
      .select(['c.version', 'c.state', 'c.key_id', 'k.wrapped', 'k.master_key_id'])
      .where('c.id', '=', conversationId)

  async function findKey(conversationId: string): Promise<DataKey | undefined> {
    const row = await conversation(conversationId).executeTakeFirst()
    return row && keys.open(row)
  }

  return {
    transact,

    async findSession(conversationId) {
      const row = await conversation(conversationId).executeTakeFirst()
      if (!row) return undefined
      const session = openJson(keys.open(row), row.state, placeOf.session(conversationId), storedSession)
      return { ...session, version: row.version }
    },

    async findReplies(conversationId, eventKey) {
      const rowKey = eventRowKey(conversationId, eventKey)
      const row = await db.selectFrom('inbound_events').select('replies').where('key', '=', rowKey).executeTakeFirst()
      const key = row?.replies && (await findKey(conversationId))
      if (!row?.replies || !key) return undefined
      return openJson(key, row.replies, placeOf.replies(rowKey), storedActivities).bodies
    },

    isLinkUsed: (tokenHash) => isLinkUsed(db, tokenHash),

    async listActivities(conversationId, afterSequence, limit) {
      const key = await findKey(conversationId)
      if (!key) return undefined
      const rows = await db
        .selectFrom('activities')
        .select(['sequence', 'from_bot', 'at', 'body'])
        .where('conversation_id', '=', conversationId)
        .where('sequence', '>', afterSequence)
        .orderBy('sequence')
        .limit(limit)
        .execute()
      return rows.flatMap(({ sequence, from_bot, at, body: sealed }) => {
        const { bodies } = openJson(key, sealed, placeOf.activity(conversationId, sequence), storedActivities)
        return bodies.map((body) => ({ sequence, fromBot: from_bot, at, body }))
      })
    },

    listReceipts: (conversationId) => listReceipts(db, conversationId),

    async listWaitingReplies(conversationId) {
      const rows = await waitingReplies(db, conversationId).execute()
      return rows.map(({ delivery_id, ticket_id, number, history_id, text, ...key }) => ({
        deliveryId: delivery_id,
        ticketId: ticket_id,
        ticketNumber: number,
        text: text ? open(keys.open(key), text, placeOf.historyText(history_id)) : '',
      }))
    },

    async markDelivered(conversationId, upToSequence, at) {
      const delivered = await db
        .updateTable('outbox')
        .set({ state: 'delivered', finished_at: at })
        .where('state', '=', 'sent')
        .where('id', 'in', (shown) =>
          shown
            .selectFrom('activities')
            .select('delivery_id')
            .where('conversation_id', '=', conversationId)
            .where('sequence', '<=', upToSequence)
            .where('delivery_id', 'is not', null)
            .$narrowType<{ delivery_id: string }>(),
        )
        .returning(['kind', 'ticket_id'])
        .execute()
      if (await redrawCards(db, delivered, at)) onEnqueued()
    },

    async dropExpired(now) {
      return dropExpired(db, keys, now)
    },
  }
}

/** Replies not yet shown, each with the answer it carries: the last one written to its ticket. */
const waitingReplies = (db: Kysely<Schema>, conversationId: string) =>
  db
    .selectFrom('outbox as o')
    .innerJoin('tickets as t', 't.id', 'o.ticket_id')
    .leftJoin('keyring.data_keys as k', 'k.id', 't.key_id')
    .innerJoinLateral(
      (from) =>
        from
          .selectFrom('ticket_history as h')
          .select(['h.id as history_id', 'h.text'])
          .whereRef('h.ticket_id', '=', 't.id')
          .where('h.action', '=', 'answered')
          .where('h.text', 'is not', null)
          .orderBy('h.sequence', 'desc')
          .limit(1)
          .as('answer'),
      (join) => join.onTrue(),
    )
    .select(['o.id as delivery_id', 't.id as ticket_id', 't.number', 'answer.history_id', 'answer.text'])
    .select(['t.key_id', 'k.wrapped', 'k.master_key_id'])
    .where('o.kind', '=', 'patient_reply')
    .where('o.destination', '=', conversationId)
    .where('o.state', 'in', ['pending', 'unclear', 'waiting'])
    .orderBy('o.sequence')
