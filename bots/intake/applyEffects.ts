import { incidentLately } from '../../dialogs/hearOut.ts'
import type { Effect, Turn } from '../../dialogs/turn.ts'
import type { ConsentReceipt } from '../../src/consent/consent.ts'
import { coverTicket } from '../../src/consent/coverTicket.ts'
import type { ConversationTx } from '../../src/conversations/ports.ts'
import type { Session } from '../../src/conversations/session.ts'
import { guardianDelivery } from '../../src/guardian/guardianDelivery.ts'
import type { Hospital } from '../../src/hospital/hospital.ts'
import { coverIncidentContact } from '../../src/incidents/coverIncident.ts'
import { coverPhotos } from '../../src/photos/coverPhotos.ts'
import type { NewPhoto } from '../../src/photos/photo.ts'
import { photoDelivery } from '../../src/photos/photoDelivery.ts'
import { cardDelivery, pageDelivery, pageNewsDelivery } from '../../src/tickets/deliveries.ts'

/**
 * Does what a turn decided, but for what a person wants done with their data: that goes before the turn is written. A link
 * is used up even in a test; nothing else leaves one.
 */
export async function applyEffects(tx: ConversationTx, hospital: Hospital, turn: Turn, after: Session): Promise<void> {
  for (const effect of turn.effects) await applyEffect(tx, hospital, turn, effect, after)
}

async function applyEffect(
  tx: ConversationTx,
  hospital: Hospital,
  turn: Turn,
  effect: Effect,
  after: Session,
): Promise<void> {
  const { newId } = turn.ports
  if (effect.kind === 'use_link') return tx.useLink(effect.link)
  if (isTest(after)) return
  if (effect.kind === 'ask_guardian') {
    await tx.insertGuardianRequest(effect.request)
    await tx.enqueue(guardianDelivery(effect.request.id, newId))
  }
  if (effect.kind === 'photos') await askForPhotos(tx, turn, effect.photos)
  if (effect.kind === 'forget_guardian') await tx.deleteGuardianRequest(effect.requestId)
  if (effect.kind === 'incident') await tx.insertIncident(effect.incident)
  if (effect.kind === 'leave_contact') await keepContact(tx, hospital, turn, effect)
  if (effect.kind === 'page') await tx.enqueue(pageDelivery(hospital, effect, newId))
  if (effect.kind === 'file') await fileTicket(tx, hospital, turn, effect, after)
}

async function fileTicket(
  tx: ConversationTx,
  hospital: Hospital,
  turn: Turn,
  { ticket: confirmed, photos = [] }: Extract<Effect, { kind: 'file' }>,
  after: Session,
): Promise<void> {
  const { newId, now } = turn.ports
  const filed = coverTicket(confirmed, after.consents)
  const { ticket, isNew } = await tx.insertTicket(filed, receiptsToLink(turn, filed.conversationId))
  if (!isNew) return
  if (photos.length > 0) await tx.filePhotos(photos, ticket.id)
  await tx.appendHistory(ticket.id, {
    at: now(),
    actor: { kind: 'patient' },
    action: 'filed',
    from: undefined,
    to: ticket.state,
    text: undefined,
  })
  await tx.enqueue(cardDelivery(hospital, ticket, newId))
  // A ticket without a name is tied to nothing.
  const incident = incidentLately(turn)
  if (incident && ticket.conversationId !== undefined) await tx.linkIncident(incident.number, ticket.number)
}

async function askForPhotos(
  tx: ConversationTx,
  { session, draft, ports }: Turn,
  photos: readonly NewPhoto[],
): Promise<void> {
  const about = { isNameless: draft.anonymous === true, isOfChild: draft.age === 'child' }
  await tx.insertPhotos(coverPhotos(photos, about, session.consents))
  for (const { id } of photos) await tx.enqueue(photoDelivery(id, ports.newId))
}

// Those who were called are told that there is something new to see, and not what.
async function keepContact(
  tx: ConversationTx,
  hospital: Hospital,
  { ports }: Turn,
  { incident, isNews, contact }: Extract<Effect, { kind: 'leave_contact' }>,
): Promise<void> {
  const isKept = await tx.keepIncidentContact(incident, coverIncidentContact(contact), ports.now())
  if (isKept && isNews) await tx.enqueue(pageNewsDelivery(hospital, incident, ports.newId))
}

// A refusal's receipt identifies nobody, so an anonymous ticket is linked to none.
function receiptsToLink(turn: Turn, conversationId: string | undefined): readonly ConsentReceipt[] {
  return conversationId === undefined ? [] : receiptsOf(turn.effects)
}

// An operator trying the skill out in Kakao's admin centre must not call anybody.
function isTest(session: Session): boolean {
  return session.address.channel === 'kakao' && session.address.isTest
}

/** The receipts among a turn's effects. */
export function receiptsOf(effects: readonly Effect[]): readonly ConsentReceipt[] {
  return effects.flatMap((effect) => (effect.kind === 'receipt' ? [effect.receipt] : []))
}
