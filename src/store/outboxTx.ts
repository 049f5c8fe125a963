import type { Kysely } from 'kysely'

import type { OutboxTx } from '../delivery/ports.ts'
import type { Schema } from './schema.ts'

type Parts = {
  readonly trx: Kysely<Schema>
  readonly now: () => Date
  /** Called when something was enqueued; its worker is told after the commit. */
  readonly onEnqueued: () => void
}

/** The outbox inside a transaction. */
export function createOutboxTx({ trx, now, onEnqueued }: Parts): OutboxTx {
  return {
    async enqueue({ id, kind, ticketId, destination, orderKey, priority, payload }) {
      const at = now()
      await trx
        .insertInto('outbox')
        .values({
          id,
          kind,
          ticket_id: ticketId ?? null,
          destination,
          order_key: orderKey,
          priority,
          payload: JSON.stringify(payload),
          state: 'pending',
          attempts: 0,
          created_at: at,
          next_attempt_at: at,
        })
        .execute()
      onEnqueued()
    },
  }
}
