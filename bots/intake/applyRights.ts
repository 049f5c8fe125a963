import type { DialogPorts, Effect, RightsEffect } from '../../dialogs/turn.ts'
import type { AuditAction } from '../../src/audit/auditEntry.ts'
import type { RightsPlan, TicketRef } from '../../src/consent/rights.ts'
import type { ConversationTx } from '../../src/conversations/ports.ts'
import type { DestructionOrder } from '../../src/retention/destruction.ts'
import { cardDelivery } from '../../src/tickets/deliveries.ts'
import { takeBack } from '../../src/tickets/takeBack.ts'
import { type Ticket, TICKET_STATES, type TicketAction } from '../../src/tickets/ticket.ts'

type Parts = {
  readonly tx: ConversationTx
  readonly ports: Pick<DialogPorts, 'hospital' | 'now' | 'newId'>
  readonly conversationId: string
}

/**
 * Does what a person wants done with their data, before the turn that says so is written: a transcript is destroyed
 * without the words that tell of it, and the session is sealed with whatever key the conversation then has.
 */
export async function applyRights(parts: Parts, effects: readonly Effect[]): Promise<void> {
  for (const effect of effects) if (isOfRights(effect)) await applyOne(parts, effect)
}

/** Tells whether a turn destroys a ticket, so that nothing of it can be shown any more. */
export function isErased(effects: readonly Effect[], ticketId: string): boolean {
  return effects.some(
    (effect) =>
      (effect.kind === 'withdraw' || effect.kind === 'erase') &&
      (effect.plan.conversation === 'goes' || effect.plan.destroy.some(({ id }) => id === ticketId)),
  )
}

function isOfRights(effect: Effect): effect is RightsEffect {
  return effect.kind === 'withdraw' || effect.kind === 'erase' || effect.kind === 'correct'
}

async function applyOne(parts: Parts, effect: RightsEffect): Promise<void> {
  if (effect.kind === 'correct') return correct(parts, effect)
  const { plan } = effect
  const rule = effect.kind === 'withdraw' ? 'consent_withdrawn' : 'deletion_request'
  const order: DestructionOrder = { rule, at: parts.ports.now(), by: 'person' }
  if (effect.kind === 'withdraw') await logWithdrawal(parts, effect)
  for (const ticket of plan.bare) await bare(parts, ticket)
  for (const { id } of plan.forgetContact) await parts.tx.destroyContact(id, 'notices', order)
  for (const { id } of plan.destroy) {
    await takeBack(parts.tx, id, order.at)
    await parts.tx.destroyTicket(id, order)
  }
  if (plan.conversation === 'loses_words') await parts.tx.destroyTranscript(parts.conversationId, order)
  if (plan.conversation === 'goes') await parts.tx.destroyConversation(parts.conversationId, order)
}

/** Slack loses the words: cards still queued are taken back, and the one that is there is drawn again without them. */
async function bare(parts: Parts, { id }: TicketRef): Promise<void> {
  const { tx, ports } = parts
  const at = ports.now()
  const bared = await tx.changeTicket({ id, expected: { states: TICKET_STATES }, set: { slackCovered: false }, at })
  if (!bared) return
  await note(parts, bared, 'bared')
  await tx.supersedeCards(id, at)
  await tx.enqueue(cardDelivery(ports.hospital, bared, ports.newId))
}

async function correct(parts: Parts, effect: Extract<RightsEffect, { kind: 'correct' }>): Promise<void> {
  const { tx, ports } = parts
  for (const { id, number } of effect.tickets) {
    const ticket = await tx.findTicket(number)
    if (!ticket || ticket.destroyedAt !== undefined) continue
    await tx.correctContact(id, effect.contact)
    await note(parts, ticket, 'corrected')
    for (const field of Object.keys(effect.contact)) await tx.appendAudit(line(ports.now(), 'changed', field, ticket))
  }
}

async function note({ tx, ports }: Parts, ticket: Ticket, action: TicketAction): Promise<void> {
  const { id, state } = ticket
  const actor = { kind: 'patient' } as const
  await tx.appendHistory(id, { at: ports.now(), actor, action, from: undefined, to: state, text: undefined })
}

async function logWithdrawal(
  { tx, ports }: Parts,
  { purpose, plan }: Extract<RightsEffect, { kind: 'withdraw' }>,
): Promise<void> {
  const touched = touchedBy(plan)
  for (const ticket of touched.length > 0 ? touched : [undefined]) {
    await tx.appendAudit(line(ports.now(), 'withdrawn', purpose, ticket))
  }
}

function touchedBy({ bare, forgetContact, destroy }: RightsPlan): readonly TicketRef[] {
  return [...new Map([...bare, ...forgetContact, ...destroy].map((ticket) => [ticket.id, ticket])).values()]
}

function line(at: Date, action: AuditAction, field: string, ticket: TicketRef | undefined) {
  const whose = { ticketId: ticket?.id, ticketNumber: ticket?.number }
  return { at, who: 'person', surface: 'chat', address: undefined, ...whose, action, field, reason: undefined } as const
}
