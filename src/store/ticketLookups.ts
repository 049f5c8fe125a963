import type { Kysely } from 'kysely'

import type { DeliveryState } from '../delivery/delivery.ts'
import type { Ticket } from '../tickets/ticket.ts'
import type { Schema } from './schema.ts'
import { TICKET_COLUMNS, toTicket } from './ticketRow.ts'

/** Tickets of a conversation, newest first; a destroyed one belongs to none. */
export async function listByConversation(db: Kysely<Schema>, conversationId: string): Promise<readonly Ticket[]> {
  const rows = await db
    .selectFrom('tickets')
    .select(TICKET_COLUMNS)
    .where('conversation_id', '=', conversationId)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(toTicket)
}

/** How the latest answer to a ticket is getting on; undefined where none was sent. */
export async function findReplyState(db: Kysely<Schema>, ticketId: string): Promise<DeliveryState | undefined> {
  const row = await db
    .selectFrom('outbox')
    .select('state')
    .where('ticket_id', '=', ticketId)
    .where('kind', '=', 'patient_reply')
    .orderBy('sequence', 'desc')
    .executeTakeFirst()
  return row?.state
}
