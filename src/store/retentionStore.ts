import { type Kysely, sql } from 'kysely'

import type { EndedTicket, RetentionStore } from '../retention/ports.ts'
import { OVER_STATES } from '../tickets/states.ts'
import type { TicketState } from '../tickets/ticket.ts'
import { recordDestruction } from './destroy/destructionRows.ts'
import type { Schema } from './schema.ts'

const ENDED_STATES: readonly TicketState[] = [...OVER_STATES, 'answered']

/** What has been kept long enough, in PostgreSQL. */
export function createRetentionStore(db: Kysely<Schema>): RetentionStore {
  const endedAt = sql<Date>`coalesce(t.closed_at, t.answered_at)`

  // What a card or the desk page still shows of an open ticket is not yet a log. What waits for the person to come by, and
  // was under way when its ticket was destroyed, waits for nothing.
  const oldDeliveries = (finishedBefore: Date) => sql`
    from outbox o where
      (o.finished_at < ${finishedBefore} and o.state not in ('pending', 'unclear', 'waiting')
        and not exists (select from tickets t where t.id = o.ticket_id and t.destroyed_at is null
          and t.state <> all(${ENDED_STATES}::text[])))
      or (o.state = 'waiting' and exists (
        select from tickets t where t.id = o.ticket_id and t.destroyed_at < ${finishedBefore}))`

  return {
    async listEnded(endedBefore, behind, limit) {
      let query = db
        .selectFrom('tickets as t')
        .select(['t.id', 't.number', 't.type', 't.category', 't.department', 't.crisis', 't.revision'])
        .select(['t.answered_at', 't.contact_destroyed', endedAt.as('ended_at'), hasNoticeContact.as('has_contact')])
        .where('t.destroyed_at', 'is', null)
        .where('t.state', 'in', ENDED_STATES)
        .where(endedAt, '<=', endedBefore)
      if (behind) query = query.where(sql<boolean>`(${endedAt}, t.id) > (${behind.endedAt}, ${behind.id}::uuid)`)
      const rows = await query.orderBy(endedAt).orderBy('t.id').limit(limit).execute()
      return rows.map(({ answered_at, contact_destroyed, ended_at, has_contact, crisis, ...known }): EndedTicket => ({
        ...known,
        crisis: crisis ?? undefined,
        answeredAt: answered_at ?? undefined,
        endedAt: ended_at,
        contactDestroyed: contact_destroyed ?? undefined,
        hasNoticeContact: has_contact,
      }))
    },

    async countDeliveries(finishedBefore) {
      const { rows } = await sql<{ n: number }>`select count(*) as n ${oldDeliveries(finishedBefore)}`.execute(db)
      return rows[0]?.n ?? 0
    },

    async dropDeliveries(finishedBefore, order) {
      return db.transaction().execute(async (trx) => {
        const { numAffectedRows = 0n } = await sql`delete ${oldDeliveries(finishedBefore)}`.execute(trx)
        const deliveries = Number(numAffectedRows)
        if (deliveries > 0)
          await recordDestruction(
            trx,
            { what: 'log', subject: undefined, keyId: undefined, counts: { deliveries } },
            order,
          )
        return deliveries
      })
    },
  }
}

const hasNoticeContact = sql<boolean>`exists (select from receipts r
  where r.purpose = 'contact' and r.granted and (r.ticket_id = t.id or r.conversation_id = t.conversation_id))`
