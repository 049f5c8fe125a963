import { type Kysely, sql } from 'kysely'

import type { TicketReader } from '../tickets/ports.ts'
import type { Actor, HistoryEntry, TicketState } from '../tickets/ticket.ts'
import { OVER_STATES } from '../tickets/states.ts'
import { URGENCIES } from '../tickets/vocabulary.ts'
import type { DataKeys } from './dataKeys.ts'
import { open } from './encryption/sealing.ts'
import type { Schema } from './schema.ts'
import { readContent } from './readContent.ts'
import { listTicketReceipts } from './receiptRows.ts'
import { openJson } from './sealedJson.ts'
import { placeOf } from './sealedPlaces.ts'
import { storedDraft } from './storedDraft.ts'
import { ticketKey } from './ticketKey.ts'
import { listByConversation } from './ticketLookups.ts'
import { createPhotoReader } from './photoStore.ts'
import { TICKET_COLUMNS, toTicket } from './ticketRow.ts'
import { listWithdrawn } from './withdrawnConsents.ts'

/** Reads tickets outside a transaction. */
export function createTicketReader({ db, keys }: { db: Kysely<Schema>; keys: DataKeys }): TicketReader {
  const tickets = () => db.selectFrom('tickets').select(TICKET_COLUMNS)

  return {
    ...createPhotoReader({ db, keys }),

    async findTicket(number) {
      const row = await tickets().where('number', '=', number).executeTakeFirst()
      return row && toTicket(row)
    },

    async findTicketById(id) {
      const row = await tickets().where('id', '=', id).executeTakeFirst()
      return row && toTicket(row)
    },

    async readContent(ticketId) {
      return readContent(db, keys, ticketId)
    },

    async readHistory(ticketId) {
      const rows = await history(db, ticketId).orderBy('sequence').execute()
      const key = rows.some(({ text }) => text) ? await ticketKey(db, keys, ticketId) : undefined
      return rows.map(({ id, text, ...row }) => ({
        ...toEntry(row),
        text: text && key ? open(key, text, placeOf.historyText(id)) : undefined,
      }))
    },

    async findDraft(ticketId) {
      const row = await db
        .selectFrom('tickets')
        .select(['draft', 'draft_at'])
        .where('id', '=', ticketId)
        .executeTakeFirst()
      if (!row?.draft || !row.draft_at) return undefined
      const key = await ticketKey(db, keys, ticketId)
      const { text, by } = openJson(key, row.draft, placeOf.draft(ticketId), storedDraft)
      return { text, by, at: row.draft_at }
    },

    async findAnswer(ticketId) {
      const row = await history(db, ticketId)
        .where('action', '=', 'answered')
        .where('text', 'is not', null)
        .orderBy('sequence', 'desc')
        .executeTakeFirst()
      if (!row?.text) return undefined
      return open(await ticketKey(db, keys, ticketId), row.text, placeOf.historyText(row.id))
    },

    async listDeliveries(ticketId) {
      const rows = await db
        .selectFrom('outbox')
        .select(['kind', 'state', 'created_at', 'finished_at', 'error_code'])
        .where('ticket_id', '=', ticketId)
        .orderBy('sequence')
        .execute()
      return rows.map(({ kind, state, created_at, finished_at, error_code }) => ({
        kind,
        state,
        at: finished_at ?? created_at,
        errorCode: error_code ?? undefined,
      }))
    },

    async findCard(ticketId) {
      return db
        .selectFrom('slack_cards')
        .select(['channel', 'ts', 'revision'])
        .where('ticket_id', '=', ticketId)
        .executeTakeFirst()
    },

    async saveCard(ticketId, { channel, ts, revision }) {
      await db
        .insertInto('slack_cards')
        .values({ ticket_id: ticketId, channel, ts, revision })
        .onConflict((conflict) => conflict.column('ticket_id').doUpdateSet({ channel, ts, revision }))
        .execute()
    },

    async listOpen(departments, limit) {
      const open = tickets().where('state', 'not in', OVER_STATES).where('destroyed_at', 'is', null)
      const theirs =
        departments === 'all' ? open : open.where(sql<boolean>`desk_department = any(${departments}::text[])`)
      const mostUrgentFirst = sql`array_position(${URGENCIES}::text[], urgency)`
      const rows = await theirs.orderBy(mostUrgentFirst).orderBy('due_at').orderBy('id').limit(limit).execute()
      return rows.map(toTicket)
    },

    listByConversation: (conversationId) => listByConversation(db, conversationId),

    async listReceipts(ticketId) {
      return listTicketReceipts(db, ticketId)
    },

    async listWithdrawnConsents(ticketId) {
      return listWithdrawn(db, ticketId)
    },

    async findBySecretHash(secretHash) {
      const row = await tickets().where('secret_hash', '=', secretHash).executeTakeFirst()
      return row && toTicket(row)
    },
  }
}

const history = (db: Kysely<Schema>, ticketId: string) =>
  db
    .selectFrom('ticket_history')
    .select(['id', 'at', 'actor_kind', 'actor', 'action', 'from_state', 'to_state', 'text'])
    .where('ticket_id', '=', ticketId)

type EntryRow = {
  readonly at: Date
  readonly actor_kind: Actor['kind']
  readonly actor: string | null
  readonly action: HistoryEntry['action']
  readonly from_state: TicketState | null
  readonly to_state: TicketState
}

function toEntry({ at, actor_kind, actor, action, from_state, to_state }: EntryRow): Omit<HistoryEntry, 'text'> {
  const by: Actor = actor_kind === 'staff' ? { kind: 'staff', slackUserId: actor ?? '' } : { kind: actor_kind }
  return { at, actor: by, action, from: from_state ?? undefined, to: to_state }
}
