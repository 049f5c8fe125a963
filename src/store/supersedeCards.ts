import type { Kysely } from 'kysely'

import type { Schema } from './schema.ts'

/** Takes back cards that are queued; see `TicketTx`. */
export async function supersedeCards(trx: Kysely<Schema>, ticketId: string, at: Date): Promise<void> {
  await trx
    .updateTable('outbox')
    .set({ state: 'superseded', finished_at: at })
    .where('ticket_id', '=', ticketId)
    .where('kind', '=', 'slack_card')
    .where('state', '=', 'pending')
    .where('lease_owner', 'is', null)
    .execute()
}
