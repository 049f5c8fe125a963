import type { types as slack } from '@slack/bolt'
import { z } from 'zod'

import { translate } from '../../../locales/locales.ts'
import type { Delivery, SendOutcome } from '../../../src/delivery/delivery.ts'
import { pageButton } from '../cards/pageButton.ts'
import { messageMetadata } from '../cards/messageMetadata.ts'
import { escapeMrkdwn } from '../mrkdwn.ts'
import { classifySlackError } from './classifySlackError.ts'
import type { SenderParts } from './senderParts.ts'

/** The sentences a delivery may name. */
const messageKeySchema = z.enum([
  'desk.thread.noted',
  'desk.thread.answered',
  'desk.page.urgent',
  'desk.page.news',
  'desk.page.several',
  'desk.alarm.parked',
  'desk.alarm.stuck',
  'desk.audit.anchor',
])

/**
 * Posts one sentence: a note in the thread under its ticket's card, a page or an alarm in its channel. A page calls
 * everyone in the channel.
 *
 * @throws when the ticket cannot be read: nothing was sent
 */
export async function sendLine(delivery: Delivery, parts: SenderParts): Promise<SendOutcome> {
  const text = findText(delivery)
  if (text === undefined) return { kind: 'rejected', code: 'message_unknown' }
  const { ticketId, destination } = delivery
  const ticket = ticketId === undefined ? undefined : await parts.tickets.findTicketById(ticketId)
  const card = delivery.kind === 'slack_note' && ticket ? await parts.tickets.findCard(ticket.id) : undefined
  // Deliveries of a ticket go in order: a card that is missing now was parked, and its alarm has rung.
  if (delivery.kind === 'slack_note' && !card) return { kind: 'superseded' }
  try {
    const posted = await parts.client.chat.postMessage({
      channel: card?.channel ?? destination,
      ...(card ? { thread_ts: card.ts } : {}),
      ...bodyOf(delivery, text),
      metadata: messageMetadata({ number: ticket?.number, delivery: delivery.id }),
      unfurl_links: false,
      unfurl_media: false,
    })
    return { kind: 'sent', reference: { channel: posted.channel ?? destination, ts: posted.ts ?? '' } }
  } catch (error) {
    return classifySlackError(error)
  }
}

// A page can be opened by whoever it calls; a summary's own number stands for all of them.
function bodyOf({ kind, payload }: Delivery, text: string): { text: string; blocks?: slack.KnownBlock[] } {
  if (kind !== 'slack_page') return { text }
  const called = `<!channel> ${text}`
  const incident = payload.message?.values['incident']
  if (incident === undefined) return { text: called }
  return { text: called, blocks: [{ type: 'section', text: { type: 'mrkdwn', text: called } }, pageButton(incident)] }
}

function findText({ payload }: Delivery): string | undefined {
  const key = messageKeySchema.safeParse(payload.message?.key)
  if (!key.success) return undefined
  const values = Object.entries(payload.message?.values ?? {}).map(([name, value]) => [name, escapeMrkdwn(value)])
  return translate('ko', key.data, Object.fromEntries(values))
}
