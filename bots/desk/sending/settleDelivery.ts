import type { Delivery, SettleOutcome } from '../../../src/delivery/delivery.ts'
import { classifySlackError } from './classifySlackError.ts'
import { findPosted, type SearchResult } from './findPosted.ts'
import type { SenderParts } from './senderParts.ts'

/** Slack's clock and ours may differ. */
const CLOCK_SKEW_MS = 2 * 60 * 1000

/**
 * Looks in Slack for a message that may have arrived. An update of a card that is there counts as absent: doing it again
 * does no harm.
 */
export async function settleDelivery(delivery: Delivery, parts: SenderParts): Promise<SettleOutcome> {
  const { kind, ticketId } = delivery
  const card = ticketId === undefined ? undefined : await parts.tickets.findCard(ticketId)
  if (kind === 'slack_card' ? card : kind === 'slack_note' && !card) return { kind: 'absent' }
  const isInThread = kind === 'slack_note' && card !== undefined
  const place = isInThread ? { channel: card.channel, threadTs: card.ts } : { channel: delivery.destination }
  const result = await look(delivery, place, parts)
  if (result.kind !== 'found') return result
  if (kind === 'slack_card' && ticketId !== undefined) {
    await parts.tickets.saveCard(ticketId, { ...result.posted.reference, revision: result.posted.revision })
  }
  return { kind: 'found', reference: result.posted.reference }
}

async function look(
  delivery: Delivery,
  place: { readonly channel: string; readonly threadTs?: string },
  { client }: SenderParts,
): Promise<Exclude<SearchResult, { kind: 'too_much' }> | Extract<SettleOutcome, { kind: 'unknown' }>> {
  const since = new Date((delivery.firstAttemptAt ?? delivery.createdAt).getTime() - CLOCK_SKEW_MS)
  try {
    const result = await findPosted(client, { ...place, since, deliveryId: delivery.id })
    return result.kind === 'too_much' ? { kind: 'unknown', code: 'history_too_long' } : result
  } catch (error) {
    return { kind: 'unknown', code: classifySlackError(error).code }
  }
}
