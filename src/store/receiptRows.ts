import type { Insertable, Kysely, Selectable } from 'kysely'

import { type ConsentReceipt, identifiesNobody } from '../consent/consent.ts'
import type { Schema } from './schema.ts'

/** Writes receipts of a conversation, or of nobody; one that is there already stays as it is. */
export async function insertReceipts(
  db: Kysely<Schema>,
  receipts: readonly ConsentReceipt[],
  conversationId: string | undefined,
): Promise<void> {
  if (receipts.length === 0) return
  const rows = receipts.map((receipt) => toRow(receipt, conversationId, undefined))
  await db
    .insertInto('receipts')
    .values(rows)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}

/**
 * Ties receipts to the ticket they support: those given, written or not, and all that its conversation still has free.
 * A ticket without a conversation takes the link to one off its receipts. A receipt supports one ticket at most.
 */
export async function linkReceipts(
  db: Kysely<Schema>,
  receipts: readonly ConsentReceipt[],
  ticket: { readonly id: string; readonly conversationId: string | undefined },
): Promise<void> {
  if (receipts.length > 0) {
    await db
      .insertInto('receipts')
      .values(receipts.map((receipt) => toRow(receipt, ticket.conversationId, ticket.id)))
      .onConflict((conflict) =>
        conflict
          .column('id')
          .doUpdateSet({ ticket_id: ticket.id, conversation_id: ticket.conversationId ?? null })
          .where('receipts.ticket_id', 'is', null),
      )
      .execute()
  }
  if (ticket.conversationId === undefined) return
  await db
    .updateTable('receipts')
    .set({ ticket_id: ticket.id })
    .where('conversation_id', '=', ticket.conversationId)
    .where('ticket_id', 'is', null)
    .execute()
}

/** Receipts of a conversation, in the order of the answers. */
export async function listReceipts(db: Kysely<Schema>, conversationId: string): Promise<readonly ConsentReceipt[]> {
  const rows = await db
    .selectFrom('receipts')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .orderBy('answered_at')
    .orderBy('id')
    .execute()
  return rows.map(toReceipt)
}

/** As `TicketReader.listReceipts`. */
export async function listTicketReceipts(db: Kysely<Schema>, ticketId: string): Promise<readonly ConsentReceipt[]> {
  const rows = await db
    .selectFrom('receipts as r')
    .innerJoin('tickets as t', (join) =>
      join.on((on) =>
        on.or([on('r.ticket_id', '=', on.ref('t.id')), on('r.conversation_id', '=', on.ref('t.conversation_id'))]),
      ),
    )
    .selectAll('r')
    .where('t.id', '=', ticketId)
    // A later yes in the conversation is for what comes after it.
    .where((row) =>
      row.or([
        row('r.ticket_id', '=', ticketId),
        row('r.granted', '=', false),
        row('r.answered_at', '<=', row.ref('t.created_at')),
      ]),
    )
    .orderBy('r.answered_at')
    .orderBy('r.id')
    .execute()
  return rows.map(toReceipt)
}

// Only what `toRow` makes is ever there.
function toReceipt(row: Selectable<Schema['receipts']>): ConsentReceipt {
  return {
    id: row.id,
    purpose: row.purpose as ConsentReceipt['purpose'],
    granted: row.granted,
    noticeVersion: row.notice_version,
    noticeHash: row.notice_hash,
    language: row.language,
    actor: row.actor as ConsentReceipt['actor'],
    channel: row.channel,
    shownAs: row.shown_as as ConsentReceipt['shownAs'],
    answeredAt: row.answered_at,
  }
}

function toRow(
  receipt: ConsentReceipt,
  conversationId: string | undefined,
  ticketId: string | undefined,
): Insertable<Schema['receipts']> {
  return {
    id: receipt.id,
    conversation_id: identifiesNobody(receipt) ? null : (conversationId ?? null),
    ticket_id: ticketId ?? null,
    purpose: receipt.purpose,
    granted: receipt.granted,
    notice_version: receipt.noticeVersion,
    notice_hash: receipt.noticeHash,
    language: receipt.language,
    actor: receipt.actor,
    channel: receipt.channel,
    shown_as: receipt.shownAs,
    answered_at: receipt.answeredAt,
  }
}
