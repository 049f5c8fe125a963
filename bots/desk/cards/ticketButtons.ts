import type { types as slack } from '@slack/bolt'

import type { Card } from '../../../src/consent/coverage.ts'
import type { TicketState } from '../../../src/tickets/ticket.ts'
import { say } from '../say.ts'

type ButtonName = 'claim' | 'release' | 'view' | 'reply' | 'note' | 'resolve'

/** What decides which buttons a card has. */
export type ButtonState = {
  readonly state: TicketState
  /** Whether it may be closed without an answer, as a compliment or a call made by phone may. */
  readonly mayCloseUnanswered: boolean
}

/**
 * The buttons of a ticket's card. Notes are typed into Slack, so a bare card has none; its reply button leads to the
 * desk page.
 */
export function ticketButtons(
  card: Pick<Card, 'level' | 'number'>,
  revision: number,
  now: ButtonState,
): slack.Button[] {
  const value = JSON.stringify({ n: card.number, r: revision })
  return buttonNames(now)
    .filter((name) => name !== 'note' || card.level === 'full')
    .map((name) => ({
      type: 'button',
      action_id: `ticket_${name}`,
      text: { type: 'plain_text', text: say(`desk.card.button.${name}`) },
      value,
      ...(name === 'claim' || name === 'reply' ? { style: 'primary' as const } : {}),
      ...(name === 'resolve' ? { confirm: closingQuestion() } : {}),
    }))
}

function buttonNames({ state, mayCloseUnanswered }: ButtonState): readonly ButtonName[] {
  if (state === 'received' || state === 'reopened') return ['claim', 'view']
  if (state === 'claimed' || state === 'drafted') {
    return mayCloseUnanswered ? ['reply', 'note', 'release', 'resolve', 'view'] : ['reply', 'note', 'release', 'view']
  }
  return state === 'answered' ? ['resolve', 'note', 'view'] : ['view']
}

function closingQuestion(): slack.ConfirmationDialog {
  const plain = (text: string): slack.PlainTextElement => ({ type: 'plain_text', text })
  return {
    title: plain(say('desk.card.closing.title')),
    text: plain(say('desk.card.closing.text')),
    confirm: plain(say('desk.card.closing.yes')),
    deny: plain(say('desk.card.closing.no')),
  }
}
