import type { Category, TicketType, Urgency } from '../tickets/vocabulary.ts'
import type { ConsentAnswers } from './consent.ts'

declare const covered: unique symbol

/** A payload whose every field the consents in hand cover for its recipient. Only this file makes it. */
export type Covered<T> = T & { readonly [covered]: true }

/** Where staff alerts are processed; abroad needs the person's consent (개인정보 보호법 §28의8①1). */
export type SlackProcessing = 'domestic' | 'overseas'

/** What a Slack card may say without consent to processing abroad. */
type BareCard = {
  readonly level: 'bare'
  readonly number: string
  readonly urgency: Urgency
  readonly dueAt: Date
}

/** What a Slack card may say where that consent was given, or Slack is domestic. Never a name, number or raw text. */
export type FullCard = Omit<BareCard, 'level'> & {
  readonly level: 'full'
  readonly type: TicketType
  readonly category: Category
  readonly department: string
  readonly gist: string
}

export type Card = BareCard | FullCard

/** Tells whether what staff write and read about a ticket may pass through Slack. */
export function coversSlack(answers: ConsentAnswers, processing: SlackProcessing): boolean {
  return processing === 'domestic' || answers.overseas === true
}

/** Cuts a ticket down to what its consent lets Slack carry. */
export function coverCard(ticket: Omit<FullCard, 'level'> & { readonly slackCovered: boolean }): Covered<Card> {
  const bare: BareCard = { level: 'bare', number: ticket.number, urgency: ticket.urgency, dueAt: ticket.dueAt }
  if (!ticket.slackCovered) return bare as Covered<BareCard>
  const { type, category, department, gist } = ticket
  return { ...bare, level: 'full', type, category, department, gist } as Covered<FullCard>
}

/**
 * Tells whether words may be written down for good. Nothing is before consent to collection; words that tell of
 * health need a consent of their own as well (개인정보 보호법 §15①1, §23①1).
 */
export function coversStorage(answers: ConsentAnswers, words: { readonly health: boolean }): boolean {
  return answers.collect === true && (!words.health || answers.health === true)
}
