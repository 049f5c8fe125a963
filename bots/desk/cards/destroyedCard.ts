import type { Ticket } from '../../../src/tickets/ticket.ts'
import { say } from '../say.ts'
import { messageMetadata } from './messageMetadata.ts'
import type { SlackMessage } from './ticketCard.ts'

/** What is left of a card when its ticket was destroyed: the number, and why. Nothing can be pressed. */
export function renderDestroyedCard(
  { number, revision, state }: Pick<Ticket, 'number' | 'revision' | 'state'>,
  deliveryId: string,
): SlackMessage {
  const text = say(state === 'withdrawn' ? 'desk.card.withdrawnAndDestroyed' : 'desk.card.destroyed', { number })
  return {
    text,
    blocks: [{ type: 'section', text: { type: 'mrkdwn', text, verbatim: true } }],
    metadata: messageMetadata({ number, revision, delivery: deliveryId }),
  }
}
