import type { Relation } from '../tickets/ticket.ts'
import type { Category, TicketType, Urgency } from '../tickets/vocabulary.ts'
import type { ConsentAnswers } from './consent.ts'
import { type InventoryField, inventoryRow } from './inventory.ts'
import type { Recipient } from './inventory/row.ts'

declare const coveredFor: unique symbol

/** What is private is not copied: `{ ...covered, story }`, which nobody checked, is no longer of the type. */
declare class CheckedAsIs {
  private readonly mark: true
}

/** A payload whose every field the consents in hand cover for this recipient. Only `cover` makes it. */
export type Covered<T, R extends Recipient> = T & CheckedAsIs & { readonly [coveredFor]: R }

/** What is about to be written or sent: which fields, and what they say of whom. */
export type Data = {
  readonly fields: readonly InventoryField[]
  /** The words among them tell of health (개인정보 보호법 §23①1). */
  readonly tellsOfHealth?: boolean | undefined
  /** Written without a name: every token in the words has lost its value, and nothing ties them to anybody. */
  readonly isNameless?: boolean | undefined
  /** About what a child under 14 said, for whom a guardian has to agree (§22의2①). */
  readonly isOfChild?: boolean | undefined
}

/** One field that may not go there: for want of a consent, or ever. */
export type Gap = { readonly field: InventoryField; readonly missing: keyof ConsentAnswers | 'never' }

/**
 * What of the data the consents in hand do not cover for a recipient, and why not. Empty: all of it may go.
 *
 * @param answers the answers of the receipts in hand; one that is absent covers nothing
 */
export function uncovered(data: Data, answers: ConsentAnswers, recipient: Recipient): readonly Gap[] {
  return data.fields.flatMap((field) =>
    neededFor(field, data, recipient)
      .filter((purpose) => purpose === 'never' || answers[purpose] !== true)
      .map((missing) => ({ field, missing })),
  )
}

function neededFor(field: InventoryField, data: Data, recipient: Recipient): readonly Gap['missing'][] {
  const row = inventoryRow(field)
  const consents = row.recipients[recipient]
  if (!consents) return ['never']
  const isPersonal = consents.length > 0
  // Without a name words are nobody's, so that they need no consent; what names or reaches a person is not kept at all.
  if (data.isNameless && isPersonal) return row.class === 'sensitive' && recipient === 'record' ? [] : ['never']
  const health: readonly Gap['missing'][] =
    isPersonal && row.class === 'sensitive' && data.tellsOfHealth === true ? ['health'] : []
  const guardian: readonly Gap['missing'][] = isPersonal && data.isOfChild === true ? ['guardian'] : []
  return [...consents, ...health, ...guardian]
}

/** The payload as one that may go to the recipient; undefined where anything of it is not covered. */
export function cover<T, R extends Recipient>(
  payload: T,
  data: Data,
  answers: ConsentAnswers,
  recipient: R,
): Covered<T, R> | undefined {
  return uncovered(data, answers, recipient).length === 0 ? (payload as Covered<T, R>) : undefined
}

/** Something was about to be kept or sent that its consents do not cover: a mistake in what asks, not in what people say. */
export class UncoveredError extends Error {
  readonly code = 'uncovered'
  readonly gaps: readonly Gap[]

  /** The message names fields and consents, and no value. */
  constructor(gaps: readonly Gap[], recipient: Recipient) {
    const named = gaps.map(({ field, missing }) => `${field} (${missing})`).join(', ')
    super(`Not covered for ${recipient}: ${named}.`)
    this.name = 'UncoveredError'
    this.gaps = gaps
  }
}

/**
 * As {@link cover}, where nothing is left to ask.
 * @throws {UncoveredError}
 */
export function demandCovered<T, R extends Recipient>(
  payload: T,
  data: Data,
  answers: ConsentAnswers,
  recipient: R,
): Covered<T, R> {
  const gaps = uncovered(data, answers, recipient)
  if (gaps.length > 0) throw new UncoveredError(gaps, recipient)
  return payload as Covered<T, R>
}

/** Where a service processes what it gets; abroad needs the person's consent (개인정보 보호법 §28의8①1). */
export type Processing = 'domestic' | 'overseas'

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
  /** Who wrote, where that is not the patient: what may be answered depends on it. */
  readonly relation?: Relation | undefined
}

export type Card = BareCard | FullCard

/** What Slack carries about a ticket beyond its number: what staff read on its card and write in its modal. */
const THROUGH_SLACK: Data = {
  fields: ['ticket.type', 'ticket.category', 'ticket.department', 'content.gist', 'content.relation', 'history.text'],
}

/** Tells whether what staff write and read about a ticket may pass through Slack. */
export function coversSlack(
  answers: ConsentAnswers,
  processing: Processing,
  about: Pick<Data, 'tellsOfHealth' | 'isNameless' | 'isOfChild'> = {},
): boolean {
  return uncovered({ ...THROUGH_SLACK, ...about }, answers, `slack_${processing}`).length === 0
}

/** Cuts a ticket down to what its consent lets Slack carry; `slackCovered` was found by {@link coversSlack}. */
export function coverCard(
  ticket: Omit<FullCard, 'level'> & { readonly slackCovered: boolean },
): Covered<Card, 'slack_overseas'> {
  const { number, urgency, dueAt, type, category, department, gist, relation } = ticket
  const bare = { number, urgency, dueAt }
  if (!ticket.slackCovered) return { level: 'bare', ...bare } as Covered<BareCard, 'slack_overseas'>
  return { level: 'full', ...bare, type, category, department, gist, relation } as Covered<FullCard, 'slack_overseas'>
}
