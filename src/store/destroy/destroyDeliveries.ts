import { blankCardDelivery } from '../../tickets/deliveries.ts'
import { createOutboxTx } from '../outboxTx.ts'
import type { TxParts } from '../ticketTx.ts'

/**
 * Deletes what was sent or is to be sent about a ticket, and has its card blanked. What may be under way at this moment
 * stays: the blanking goes after it (same order key), or words would come to Slack behind it.
 *
 * @returns how many were deleted
 */
export async function destroyDeliveries(parts: TxParts, ticketId: string): Promise<number> {
  const { trx, newId } = parts
  const { numDeletedRows } = await trx
    .deleteFrom('outbox')
    .where('ticket_id', '=', ticketId)
    .where('state', '<>', 'unclear')
    .where((row) => row.or([row('lease_owner', 'is', null), row('state', '<>', 'pending')]))
    .executeTakeFirst()
  const channel = await findCardChannel(parts, ticketId)
  if (channel !== undefined) await createOutboxTx(parts).enqueue(blankCardDelivery(ticketId, channel, newId))
  return Number(numDeletedRows)
}

/** Where the ticket's card is, or is just being posted. */
async function findCardChannel({ trx }: TxParts, ticketId: string): Promise<string | undefined> {
  const card = await trx
    .selectFrom('slack_cards')
    .select('channel')
    .where('ticket_id', '=', ticketId)
    .executeTakeFirst()
  if (card) return card.channel
  const underWay = await trx
    .selectFrom('outbox')
    .select('destination')
    .where('ticket_id', '=', ticketId)
    .where('kind', '=', 'slack_card')
    .executeTakeFirst()
  return underWay?.destination
}
