import { type Kysely, type RawBuilder, type Selectable, sql } from 'kysely'

import type { LeasedDelivery, OutboxStore } from '../delivery/ports.ts'
import { toLeasedDelivery } from './outboxRow.ts'
import type { OutboxTable, Schema } from './schema.ts'

/**
 * Takes what is due, in one statement.
 *
 * Whether a row is the next of its order key is read from the statement's snapshot, which may be older than another
 * worker's lease. `skip locked` and the repeated conditions keep a row from being taken twice; the unique index
 * `outbox_in_flight` keeps two rows of one key from being out at once.
 */
export async function leaseDeliveries(
  db: Kysely<Schema>,
  { now, leaseMs, limit, owner, busyDestinations }: Parameters<OutboxStore['lease']>[0],
): Promise<readonly LeasedDelivery[]> {
  const { rows } = await sql<Selectable<OutboxTable>>`
    with next as (
      select distinct on (o.destination) o.id
      from outbox o
      where ${isDue(now)} and ${isNextOfItsKey} and o.destination <> all(${busyDestinations}::text[])
      order by o.destination, o.priority, o.sequence
    ), taken as (
      select o.id
      from outbox o join next using (id)
      where ${isDue(now)}
      order by o.priority, o.sequence
      limit ${limit}
      for update of o skip locked
    )
    update outbox o set
      state = case when o.lease_owner is null then o.state else 'unclear' end,
      attempts = o.attempts + 1,
      first_attempt_at = coalesce(o.first_attempt_at, ${now}),
      last_attempt_at = case when o.state = 'pending' and o.lease_owner is null then ${now} else o.last_attempt_at end,
      lease_owner = ${owner},
      lease_until = ${new Date(now.getTime() + leaseMs)}
    from taken
    where o.id = taken.id
    returning o.*`.execute(db)
  return rows.map(toLeasedDelivery).sort((a, b) => a.priority - b.priority)
}

const isDue = (now: Date): RawBuilder<unknown> => sql`
  o.state in ('pending', 'unclear') and o.next_attempt_at <= ${now} and (o.lease_until is null or o.lease_until <= ${now})`

/** One that is or was in somebody's hands comes before the others of its key, then the oldest. */
export const isNextOfItsKey = sql`
  not exists (
    select from outbox other
    where other.order_key = o.order_key and other.id <> o.id and other.state in ('pending', 'unclear')
      and (other.lease_owner is not null or (o.lease_owner is null and other.sequence < o.sequence)))`
