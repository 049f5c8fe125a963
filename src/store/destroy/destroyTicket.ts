import { sql } from 'kysely'

import type { DestructionOrder } from '../../retention/destruction.ts'
import type { TxParts } from '../ticketTx.ts'
import { dropPhotos } from '../photoTx.ts'
import { destroyDeliveries } from './destroyDeliveries.ts'
import { leaveConversation } from './destroyConversation.ts'
import { destroyKeys, destructionEntry, recordDestruction } from './destructionRows.ts'

/** Destroys a ticket; see `TicketTx`. */
export async function destroyTicket(parts: TxParts, ticketId: string, order: DestructionOrder): Promise<boolean> {
  const { trx } = parts
  const ticket = await trx
    .selectFrom('tickets')
    .select(['id', 'number', 'key_id', 'conversation_id'])
    .where('id', '=', ticketId)
    .where('destroyed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!ticket) return false

  const deliveries = await destroyDeliveries(parts, ticketId)
  const photos = await dropPhotos(trx, { ticketId })
  const history = await blankHistory(parts, ticketId)
  await blankRow(parts, ticketId, order)
  await destroyKeys(trx, [ticket.key_id])
  const receipts = await passReceiptsOn(parts, ticketId, ticket.conversation_id)
  if (ticket.conversation_id !== null) await leaveConversation(parts, ticket.conversation_id, order)

  const counts = { history, deliveries, receipts, photos }
  await recordDestruction(trx, { what: 'ticket', subject: ticketId, keyId: ticket.key_id, counts }, order)
  parts.onAudited(destructionEntry(ticket, undefined, order))
  return true
}

// Who worked on it goes too: for whoever reads the ledger later it is nobody's ticket any more.
async function blankHistory({ trx }: TxParts, ticketId: string): Promise<number> {
  const { numUpdatedRows } = await trx
    .updateTable('ticket_history')
    .set({ text: null, actor: null })
    .where('ticket_id', '=', ticketId)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

async function blankRow({ trx }: TxParts, ticketId: string, { at }: DestructionOrder): Promise<void> {
  await trx
    .updateTable('tickets')
    .set({
      content: null,
      draft: null,
      draft_at: null,
      filing_key: `destroyed:${ticketId}`,
      secret_hash: null,
      conversation_id: null,
      crisis: null,
      assignee: null,
      revision: sql<number>`revision + 1`,
      updated_at: at,
      destroyed_at: at,
    })
    .where('id', '=', ticketId)
    .execute()
}

/**
 * Consents given once cover every ticket of their conversation, and are tied to its first: the next one takes them over.
 * Where there is none they are tied to no case any more.
 */
async function passReceiptsOn({ trx }: TxParts, ticketId: string, conversationId: string | null): Promise<number> {
  const heir =
    conversationId === null
      ? undefined
      : await trx
          .selectFrom('tickets')
          .select('id')
          .where('conversation_id', '=', conversationId)
          .orderBy('created_at')
          .limit(1)
          .executeTakeFirst()
  const { numUpdatedRows } = await trx
    .updateTable('receipts')
    .set({ ticket_id: heir?.id ?? null })
    .where('ticket_id', '=', ticketId)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
