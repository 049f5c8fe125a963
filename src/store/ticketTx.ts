import { type Kysely, sql } from 'kysely'

import type { AuditEntry } from '../audit/auditEntry.ts'
import type { TicketChange, TicketTx } from '../tickets/ports.ts'
import type { NewTicket, Ticket } from '../tickets/ticket.ts'
import { correctContact } from './correctContact.ts'
import type { DataKeys, NewDataKey } from './dataKeys.ts'
import { seal } from './encryption/sealing.ts'
import { destroyConversation } from './destroy/destroyConversation.ts'
import { destroyContact } from './destroy/destroyContact.ts'
import { destroyTicket } from './destroy/destroyTicket.ts'
import { createOutboxTx } from './outboxTx.ts'
import { readContent } from './readContent.ts'
import { linkReceipts } from './receiptRows.ts'
import type { Schema } from './schema.ts'
import { sealJson } from './sealedJson.ts'
import { placeOf } from './sealedPlaces.ts'
import { StoreError } from './storeError.ts'
import type { StoredDraft } from './storedDraft.ts'
import { ticketKey } from './ticketKey.ts'
import { findReplyState, listByConversation } from './ticketLookups.ts'
import { supersedeCards } from './supersedeCards.ts'
import { TICKET_COLUMNS, toTicket } from './ticketRow.ts'
import { isOver } from '../tickets/states.ts'

/** What the work of one transaction is done with. */
export type TxParts = {
  readonly trx: Kysely<Schema>
  readonly keys: DataKeys
  readonly now: () => Date
  readonly newId: () => string
  readonly onEnqueued: () => void
  /** Takes an entry of the access log, to be written when the rest of the work is done. */
  readonly onAudited: (entry: AuditEntry) => void
}

/** Tickets inside a transaction. */
export function createTicketTx(parts: TxParts): TicketTx {
  const { trx, keys, newId } = parts
  return {
    ...createOutboxTx(parts),

    async insertTicket(ticket, receipts) {
      const made = keys.make()
      const inserted = await insertRow(trx, ticket, made)
      if (!inserted) return { ticket: await findFiled(trx, ticket), isNew: false }
      await keys.keep(trx, made, ticket.createdAt)
      await linkReceipts(trx, receipts, ticket)
      return { ticket: toTicket(inserted), isNew: true }
    },

    async changeTicket(change) {
      const row = await changeRow(trx, change)
      return row && toTicket(row)
    },

    async appendHistory(ticketId, { at, actor, action, from, to, text }) {
      const id = newId()
      const sealed =
        text === undefined ? null : seal(await ticketKey(trx, keys, ticketId), text, placeOf.historyText(id))
      await trx
        .insertInto('ticket_history')
        .values({
          id,
          ticket_id: ticketId,
          at,
          actor_kind: actor.kind,
          actor: actor.kind === 'staff' ? actor.slackUserId : null,
          action,
          from_state: from ?? null,
          to_state: to,
          text: sealed,
        })
        .execute()
    },

    async saveDraft(ticketId, draft, at) {
      const stored: StoredDraft | undefined = draft ? { v: 1, text: draft.text, by: draft.by } : undefined
      const sealed = stored && sealJson(await ticketKey(trx, keys, ticketId), stored, placeOf.draft(ticketId))
      await trx
        .updateTable('tickets')
        .set({ draft: sealed ?? null, draft_at: sealed ? at : null })
        .where('id', '=', ticketId)
        .execute()
    },

    async findTicket(number) {
      const query = trx.selectFrom('tickets').select(TICKET_COLUMNS).where('number', '=', number)
      const row = await query.forUpdate().executeTakeFirst()
      return row && toTicket(row)
    },

    async readContent(ticketId) {
      return readContent(trx, keys, ticketId)
    },

    async appendAudit(entry) {
      parts.onAudited(entry)
    },

    destroyTicket: (ticketId, order) => destroyTicket(parts, ticketId, order),
    destroyContact: (ticketId, scope, order) => destroyContact(parts, ticketId, scope, order),
    destroyConversation: (conversationId, order) => destroyConversation(parts, conversationId, order),
    listByConversation: (conversationId) => listByConversation(trx, conversationId),
    findReplyState: (ticketId) => findReplyState(trx, ticketId),
    correctContact: (ticketId, contact) => correctContact(parts, ticketId, contact),
    supersedeCards: (ticketId, at) => supersedeCards(trx, ticketId, at),

    async rememberEvent(key, at) {
      const remembered = await trx
        .insertInto('inbound_events')
        .values({ key, conversation_id: null, replies: null, at })
        .onConflict((conflict) => conflict.column('key').doNothing())
        .returning('key')
        .executeTakeFirst()
      return remembered !== undefined
    },
  }
}

/** @returns undefined when something of it is there already: the filing key, or the number */
async function insertRow(trx: Kysely<Schema>, ticket: NewTicket, made: NewDataKey) {
  return trx
    .insertInto('tickets')
    .values({
      id: ticket.id,
      number: ticket.number,
      filing_key: ticket.filingKey,
      secret_hash: ticket.secretHash ?? null,
      type: ticket.type,
      category: ticket.category,
      department: ticket.department,
      desk_department: ticket.deskDepartment,
      urgency: ticket.urgency,
      crisis: ticket.crisis ?? null,
      state: 'received',
      revision: 1,
      channel: ticket.channel,
      language: ticket.language,
      conversation_id: ticket.conversationId ?? null,
      slack_covered: ticket.slackCovered,
      key_id: made.id,
      content: sealJson(made.key, ticket.content, placeOf.content(ticket.id)),
      created_at: ticket.createdAt,
      due_at: ticket.dueAt,
      updated_at: ticket.createdAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning(TICKET_COLUMNS)
    .executeTakeFirst()
}

async function findFiled(trx: Kysely<Schema>, { filingKey, number }: NewTicket): Promise<Ticket> {
  const filed = trx.selectFrom('tickets').select(TICKET_COLUMNS).where('filing_key', '=', filingKey)
  const row = await filed.executeTakeFirst()
  if (row) return toTicket(row)
  throw new StoreError('number_taken', `Another ticket has the number ${number}.`)
}

async function changeRow(trx: Kysely<Schema>, { id, expected, set, at }: TicketChange) {
  let update = trx
    .updateTable('tickets')
    .set({
      revision: sql<number>`revision + 1`,
      updated_at: at,
      ...(set.state === undefined ? {} : { state: set.state, closed_at: isOver(set.state) ? at : null }),
      ...(set.assignee === undefined ? {} : { assignee: set.assignee }),
      ...(set.answeredAt === undefined ? {} : { answered_at: set.answeredAt }),
      ...(set.slackCovered === undefined ? {} : { slack_covered: set.slackCovered }),
    })
    .where('id', '=', id)
    .where('destroyed_at', 'is', null)
    .where('state', 'in', expected.states)
  if (expected.assignee === null) update = update.where('assignee', 'is', null)
  if (typeof expected.assignee === 'string') update = update.where('assignee', '=', expected.assignee)
  if (expected.revision !== undefined) update = update.where('revision', '=', expected.revision)
  return update.returning(TICKET_COLUMNS).executeTakeFirst()
}
