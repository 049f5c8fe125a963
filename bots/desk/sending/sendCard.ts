import { WebAPIPlatformError } from '@slack/web-api'

import { coverCard } from '../../../src/consent/coverage.ts'
import type { Delivery, SendOutcome, SlackReference } from '../../../src/delivery/delivery.ts'
import { mayBeResolvedFrom } from '../../../src/tickets/states.ts'
import type { Ticket } from '../../../src/tickets/ticket.ts'
import { findAnswerDelivery } from '../cards/answerDelivery.ts'
import { renderDestroyedCard } from '../cards/destroyedCard.ts'
import { renderTicketCard, type SlackMessage } from '../cards/ticketCard.ts'
import { errorCode } from '../errorCode.ts'
import { includesState } from '../includesState.ts'
import { classifySlackError } from './classifySlackError.ts'
import type { SenderParts } from './senderParts.ts'

/**
 * Brings a ticket's card up to date: posts it the first time, changes it after. It always shows the newest state, so
 * what was queued for an older one has nothing left to do. A delivery without a revision redraws the card in any case:
 * what became of the answer changes no revision.
 *
 * @throws when the ticket cannot be read: nothing was sent
 */
export async function sendCard(delivery: Delivery, parts: SenderParts): Promise<SendOutcome> {
  const ticket = delivery.ticketId === undefined ? undefined : await parts.tickets.findTicketById(delivery.ticketId)
  if (!ticket) return { kind: 'rejected', code: 'ticket_missing' }
  const card = await parts.tickets.findCard(ticket.id)
  if (card && delivery.payload.revision !== undefined && card.revision >= ticket.revision) return { kind: 'superseded' }
  if (ticket.destroyedAt) return blankCard(ticket, card, delivery.id, parts)
  const message = await drawCard(ticket, delivery.id, parts)
  try {
    const reference = await put(message, card, delivery.destination, parts)
    return await keep(ticket, reference, parts)
  } catch (error) {
    return classifySlackError(error)
  }
}

/** What is destroyed is nowhere posted anew: where the card is gone, all is well. */
async function blankCard(
  ticket: Ticket,
  card: SlackReference | undefined,
  deliveryId: string,
  { client }: SenderParts,
): Promise<SendOutcome> {
  if (!card) return { kind: 'superseded' }
  const { channel, ts } = card
  try {
    await client.chat.update({ channel, ts, ...renderDestroyedCard(ticket, deliveryId) })
  } catch (error) {
    if (!isGone(error)) return classifySlackError(error)
  }
  return { kind: 'sent', reference: { channel, ts } }
}

async function drawCard(ticket: Ticket, deliveryId: string, { tickets, deskUrl }: SenderParts): Promise<SlackMessage> {
  // Words that Slack may not carry are not even decrypted.
  const content = ticket.slackCovered ? await tickets.readContent(ticket.id) : undefined
  const sights = ticket.answeredAt === undefined ? [] : await tickets.listDeliveries(ticket.id)
  const mayClose = content && mayBeResolvedFrom(ticket, content.kind === 'callback')
  return renderTicketCard(
    coverCard({ ...ticket, gist: content?.gist ?? '', relation: content?.relation }),
    {
      state: ticket.state,
      revision: ticket.revision,
      assignee: ticket.assignee,
      mayCloseUnanswered: mayClose !== undefined && includesState(mayClose, 'claimed'),
      answer: findAnswerDelivery(ticket, sights),
      deliveryId,
    },
    deskUrl,
  )
}

async function put(
  message: SlackMessage,
  card: SlackReference | undefined,
  channel: string,
  { client }: SenderParts,
): Promise<SlackReference> {
  if (card) {
    try {
      await client.chat.update({ channel: card.channel, ts: card.ts, ...message })
      return { channel: card.channel, ts: card.ts }
    } catch (error) {
      if (!isGone(error)) throw error
    }
  }
  const posted = await client.chat.postMessage({ channel, ...message, unfurl_links: false, unfurl_media: false })
  return { channel: posted.channel ?? channel, ts: posted.ts ?? '' }
}

/** Somebody deleted the card. */
function isGone(error: unknown): boolean {
  return error instanceof WebAPIPlatformError && error.data.error === 'message_not_found'
}

async function keep(ticket: Ticket, reference: SlackReference, { tickets }: SenderParts): Promise<SendOutcome> {
  try {
    await tickets.saveCard(ticket.id, { ...reference, revision: ticket.revision })
    return { kind: 'sent', reference }
  } catch (error) {
    // The card is there and nobody has written down where: looking for it will.
    return { kind: 'unclear', code: errorCode(error) }
  }
}
