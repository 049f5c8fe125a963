import type { types as slack } from '@slack/bolt'

import type { Card, Covered, FullCard } from '../../../src/consent/coverage.ts'
import { escapeMrkdwn } from '../mrkdwn.ts'
import { say } from '../say.ts'
import type { AnswerDelivery } from './answerDelivery.ts'
import { dueTime } from './dueTime.ts'
import { messageMetadata } from './messageMetadata.ts'
import { type ButtonState, ticketButtons } from './ticketButtons.ts'

/** Where the ticket on a card stands. */
export type CardState = ButtonState & {
  readonly revision: number
  /** Slack user id of the one who has it. */
  readonly assignee: string | undefined
  readonly answer: AnswerDelivery | undefined
  /** The delivery that brings this card. */
  readonly deliveryId: string
}

/** A message as `chat.postMessage` and `chat.update` take it. `text` is what a locked phone shows. */
export type SlackMessage = {
  readonly text: string
  readonly blocks: slack.KnownBlock[]
  readonly metadata: slack.MessageMetadata
}

/** A gist is one line; anything longer is cut here. */
const GIST_LIMIT = 500

/**
 * Draws a ticket's card. It calls nobody: the only name on it is that of the one who took the ticket.
 *
 * @param deskUrl the desk page, where staff can go when the buttons cannot be used
 */
export function renderTicketCard(card: Covered<Card, 'slack_overseas'>, now: CardState, deskUrl: string): SlackMessage {
  const stateText = say(`desk.card.state.${now.state}`)
  return {
    text: say('desk.card.notice', { number: card.number, state: stateText }),
    blocks: [
      mrkdwn(`*${say('desk.card.title', { number: card.number })}* · ${say(`desk.card.urgency.${card.urgency}`)}`),
      ...(card.level === 'full' ? [mrkdwn(gistText(card))] : []),
      context([
        say('desk.card.due', { due: dueTime(card.dueAt) }),
        ...(card.level === 'full' ? [subjectText(card), ...relationText(card)] : []),
        `<${deskUrl}|${say('desk.card.page')}>`,
      ]),
      context([
        stateText,
        ...(now.assignee === undefined ? [] : [say('desk.card.owner', { owner: now.assignee })]),
        ...(now.answer === undefined ? [] : [say(`desk.card.answer.${now.answer}`)]),
      ]),
      { type: 'actions', elements: ticketButtons(card, now.revision, now) },
    ],
    metadata: messageMetadata({ number: card.number, revision: now.revision, delivery: now.deliveryId }),
  }
}

function subjectText({ type, category, department }: FullCard): string {
  return `${say(`desk.card.type.${type}`)} · ${say(`desk.card.category.${category}`)} · ${escapeMrkdwn(department)}`
}

/** Whoever is not the patient is answered on the process alone until consent or kinship was shown (의료법 §19①, §21②). */
function relationText({ relation }: FullCard): readonly string[] {
  return relation === undefined || relation === 'self' ? [] : [say(`desk.card.relation.${relation}`)]
}

function gistText({ gist }: FullCard): string {
  return escapeMrkdwn(Array.from(gist.replaceAll(/\s+/g, ' ').trim()).slice(0, GIST_LIMIT).join('')) || '-'
}

function mrkdwn(text: string): slack.SectionBlock {
  return { type: 'section', text: { type: 'mrkdwn', text, verbatim: true } }
}

function context(texts: readonly string[]): slack.ContextBlock {
  return { type: 'context', elements: texts.map((text) => ({ type: 'mrkdwn', text, verbatim: true })) }
}
