import type { Selectable } from 'kysely'

import type { LeasedDelivery } from '../delivery/ports.ts'
import type { OutboxTable } from './schema.ts'

/** A leased row as its worker sees it. */
export function toLeasedDelivery(row: Selectable<OutboxTable>): LeasedDelivery {
  return {
    id: row.id,
    kind: row.kind,
    ticketId: row.ticket_id ?? undefined,
    destination: row.destination,
    orderKey: row.order_key,
    priority: toPriority(row.priority),
    payload: row.payload,
    state: row.state,
    attempts: row.attempts,
    createdAt: row.created_at,
    firstAttemptAt: row.first_attempt_at ?? row.created_at,
    lastAttemptAt: row.last_attempt_at ?? row.created_at,
    nextAttemptAt: row.next_attempt_at,
    errorCode: row.error_code ?? undefined,
    reference: row.reference ?? undefined,
  }
}

function toPriority(priority: number): 0 | 1 | 2 {
  if (priority === 0 || priority === 1) return priority
  return 2
}
