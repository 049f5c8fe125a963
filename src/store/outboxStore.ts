import { type Kysely, sql } from 'kysely'

import type { DeliveryState } from '../delivery/delivery.ts'
import type { OutboxStore } from '../delivery/ports.ts'
import { isNextOfItsKey, leaseDeliveries } from './leaseDeliveries.ts'
import type { Schema } from './schema.ts'
import { redrawCards } from './redrawCards.ts'
import { isDuplicate } from './sqlState.ts'

const FINISHED: readonly DeliveryState[] = ['sent', 'delivered', 'superseded', 'parked']

type Parts = {
  readonly db: Kysely<Schema>
  /** Called when there is something new to send. */
  readonly onEnqueued: () => void
}

/** The outbox outside a transaction. */
export function createOutboxStore({ db, onEnqueued }: Parts): OutboxStore {
  return {
    async lease(options) {
      try {
        return await leaseDeliveries(db, options)
      } catch (error) {
        // Another worker took a row of the same key in the same instant: this one comes again.
        if (isDuplicate(error, 'outbox_in_flight')) return []
        throw error
      }
    },

    async finish(id, owner, { state, at, nextAttemptAt, errorCode, reference }) {
      const hasRedrawn = await db.transaction().execute(async (trx) => {
        const changed = await trx
          .updateTable('outbox')
          .set({
            state,
            lease_owner: null,
            lease_until: null,
            last_attempt_at: sql<Date>`case when state = 'pending' then ${at} else last_attempt_at end`,
            error_code: errorCode ?? null,
            finished_at: FINISHED.includes(state) ? at : null,
            ...(nextAttemptAt ? { next_attempt_at: nextAttemptAt } : {}),
            ...(reference ? { reference: JSON.stringify(reference) } : {}),
          })
          .where('id', '=', id)
          .where('lease_owner', '=', owner)
          .where('state', 'in', state === 'delivered' ? ['pending', 'unclear', 'sent'] : ['pending', 'unclear'])
          .returning(['kind', 'ticket_id'])
          .execute()
        return state !== 'pending' && redrawCards(trx, changed, at)
      })
      if (hasRedrawn) onEnqueued()
    },

    async findNextAttemptAt(busyDestinations) {
      const { rows } = await sql<{ at: Date | null }>`
        select min(greatest(o.next_attempt_at, o.lease_until)) as at
        from outbox o
        where o.state in ('pending', 'unclear') and ${isNextOfItsKey}
          and o.destination <> all(${busyDestinations}::text[])`.execute(db)
      return rows[0]?.at ?? undefined
    },

    async countByState() {
      const rows = await db
        .selectFrom('outbox')
        .select(['state', (count) => count.fn.countAll<number>().as('count')])
        .groupBy('state')
        .execute()
      return Object.fromEntries(rows.map(({ state, count }) => [state, count]))
    },
  }
}
