import type { NewTicket, TicketContent } from '../tickets/ticket.ts'
import type { ConsentAnswers } from './consent.ts'
import { type Covered, type Data, demandCovered } from './coverage.ts'
import { filledFields, type InventoryField } from './inventory.ts'

/** What a ticket's words say, and of whom. */
export function contentData(content: TicketContent, isNameless: boolean): Data {
  const found: readonly InventoryField[] = content.vault.map(({ type }) => `found.${type}` as const)
  return {
    fields: [...filledFields('content', content), ...found],
    tellsOfHealth: content.health,
    isNameless,
    isOfChild: content.relation === 'child',
  }
}

/**
 * A ticket that may be written down: everything in it is covered by the answers in hand, or it is nameless.
 * @throws {UncoveredError} a question that should have been asked was not
 */
export function coverTicket(ticket: NewTicket, answers: ConsentAnswers): Covered<NewTicket, 'record'> {
  const { content, ...known } = ticket
  const data = contentData(content, ticket.conversationId === undefined)
  return demandCovered(
    ticket,
    { ...data, fields: [...filledFields('ticket', known), ...data.fields] },
    answers,
    'record',
  )
}
