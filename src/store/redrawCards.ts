import { type Kysely, sql } from 'kysely'

import type { Schema } from './schema.ts'

type Changed = { readonly kind: string; readonly ticket_id: string | null }

/**
 * Has the cards of tickets drawn again whose answer got on (waiting, sent, delivered, parked): cards show that, and
 * it changes no ticket. A redrawing goes where the ticket's card went before, and carries no revision.
 *
 * @returns whether anything was enqueued
 */
export async function redrawCards(db: Kysely<Schema>, changed: readonly Changed[], at: Date): Promise<boolean> {
  const tickets = changed.flatMap(({ kind, ticket_id }) => (kind === 'patient_reply' && ticket_id ? [ticket_id] : []))
  if (tickets.length === 0) return false
  const { numAffectedRows = 0n } = await sql`
    insert into outbox (id, kind, ticket_id, destination, order_key, priority, payload, state, attempts, created_at, next_attempt_at)
    select gen_random_uuid(), card.kind, card.ticket_id, card.destination, card.order_key, card.priority, '{}', 'pending', 0, ${at}, ${at}
    from (
      select distinct on (ticket_id) * from outbox
      where kind = 'slack_card' and ticket_id = any(${tickets}::uuid[])
      order by ticket_id, sequence
    ) card`.execute(db)
  return numAffectedRows > 0n
}
