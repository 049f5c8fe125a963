import { awaitsGuardian } from '../../dialogs/consentState.ts'
import type { Effect, Turn } from '../../dialogs/turn.ts'
import type { ConsentReceipt } from '../../src/consent/consent.ts'
import type { Covered } from '../../src/consent/coverage.ts'
import { coverTicket } from '../../src/consent/coverTicket.ts'
import { coverActivities, coverSession } from '../../src/consent/coverTurn.ts'
import type {
  ConversationStore,
  ConversationTx,
  HeldActivity,
  HeldConversation,
  HeldConversations,
  WaitingReply,
} from '../../src/conversations/ports.ts'
import type { ActivityBody, Session, TranscriptActivity } from '../../src/conversations/session.ts'
import { guardianDelivery } from '../../src/guardian/guardianDelivery.ts'
import type { Hospital } from '../../src/hospital/hospital.ts'
import { cardDelivery, pageDelivery } from '../../src/tickets/deliveries.ts'
import { applyRights } from './applyRights.ts'
import { type Loaded, storedKey } from './conversationState.ts'
import type { InboundEvent, TurnOutcome } from './inbound.ts'

const HELD_EVENTS = 20
/** Far more than anybody says before consent; what is older is let go. */
const HELD_ACTIVITIES = 200

type Writing = {
  readonly event: InboundEvent
  readonly loaded: Loaded
  readonly turn: Turn
  readonly replies: readonly ActivityBody[]
  readonly shown: readonly WaitingReply[]
}

type Stores = {
  readonly hospital: Hospital
  readonly conversations: ConversationStore
  readonly held: HeldConversations
}

/**
 * Writes everything a turn decided: to the record where consent covers it, else to the hold. Effects on tickets and
 * receipts always go to the record, in the same transaction.
 */
export async function writeOutcome(stores: Stores, writing: Writing): Promise<TurnOutcome> {
  const { event, loaded, turn, replies } = writing
  const now = turn.ports.now()
  const said = activitiesOf(writing, now)
  const held: readonly HeldActivity[] = [...(loaded.held?.transcript ?? []), ...said]
  const after = sessionAfter(writing, said.length, now)
  const receipts = turn.effects.flatMap((effect) => (effect.kind === 'receipt' ? [effect.receipt] : []))
  const sequence = event.kind === 'message' ? loaded.session.nextSequence : undefined

  const kept = coverActivities(held, after.consents)
  const covered = coverDurable(withVaultOf(kept, after, loaded.session), turn.effects)
  if (covered) {
    await stores.conversations.transact(async (tx) => {
      await applyRights({ tx, ports: turn.ports, conversationId: event.conversationId }, turn.effects)
      await tx.writeTurn({
        eventKey: storedKey(event, loaded.session),
        before: loaded.session,
        after: covered,
        activities: kept,
        replies,
        receipts,
        at: now,
      })
      await applyEffects(tx, stores.hospital, turn, after)
      for (const reply of writing.shown) await tx.markReplyShown(reply.deliveryId, shownState(after), now)
    })
    // The record goes before the hold from here on. What cannot be dropped is gone in half an hour.
    if (loaded.held) await stores.held.drop(event.conversationId).catch(() => undefined)
    return { replies, sequence: kept.some((activity) => activity.sequence === sequence) ? sequence : undefined }
  }

  if (turn.effects.length > 0) {
    await stores.conversations.transact(async (tx) => {
      await applyRights({ tx, ports: turn.ports, conversationId: event.conversationId }, turn.effects)
      await tx.writeReceipts(receipts, after.consents.collect === true ? after.conversationId : undefined)
      await applyEffects(tx, stores.hospital, turn, after)
    })
  }
  const heard = turn.effects.some(({ kind }) => kind === 'forget_guardian') ? held.filter(isBots) : held
  await stores.held.put(heldAfter(loaded, after, heard, { key: storedKey(event, loaded.session), sequence, replies }))
  return { replies, sequence }
}

/**
 * The session, where durability begins or goes on: all of it is covered. What is told without a name stays in the hold,
 * whatever was agreed to besides.
 */
function coverDurable(session: Session, effects: readonly Effect[]): Covered<Session, 'record'> | undefined {
  const isNameless = session.draft.anonymous === true || effects.some(isNamelessFiling)
  if (isNameless && !session.isDurable) return undefined
  const covered = coverSession(session)
  return covered && { ...covered, isDurable: true }
}

/** The session with the values of what is kept: names and numbers in words that were refused to be kept go with them. */
function withVaultOf(kept: readonly TranscriptActivity[], after: Session, before: Session): Session {
  const { story, where, wish } = after.draft
  const texts = [story, where, wish, ...kept.map(({ body }) => body.text)]
  const known = before.isDurable ? before.vault : []
  const fresh = after.vault.filter(({ token, type }) => {
    const wasThere = known.some((entry) => entry.token === token)
    return wasThere || (before.isDurable && type === 'number') || texts.some((text) => text?.includes(token))
  })
  return { ...after, vault: fresh }
}

function isNamelessFiling(effect: Effect): boolean {
  return effect.kind === 'file' && effect.ticket.conversationId === undefined
}

async function applyEffects(tx: ConversationTx, hospital: Hospital, turn: Turn, after: Session): Promise<void> {
  for (const effect of turn.effects) await applyEffect(tx, hospital, turn, effect, after)
}

async function applyEffect(
  tx: ConversationTx,
  hospital: Hospital,
  turn: Turn,
  effect: Effect,
  after: Session,
): Promise<void> {
  const { newId, now } = turn.ports
  if (effect.kind === 'use_link') return tx.useLink(effect.link)
  if (isTest(after)) return
  if (effect.kind === 'ask_guardian') {
    await tx.insertGuardianRequest(effect.request)
    await tx.enqueue(guardianDelivery(effect.request.id, newId))
  }
  if (effect.kind === 'forget_guardian') await tx.deleteGuardianRequest(effect.requestId)
  if (effect.kind === 'page') await tx.enqueue(pageDelivery(hospital, effect.incident, newId))
  if (effect.kind !== 'file') return
  const filed = coverTicket(effect.ticket, after.consents)
  const { ticket, isNew } = await tx.insertTicket(filed, receiptsToLink(turn, filed.conversationId))
  if (!isNew) return
  await tx.appendHistory(ticket.id, {
    at: now(),
    actor: { kind: 'patient' },
    action: 'filed',
    from: undefined,
    to: ticket.state,
    text: undefined,
  })
  await tx.enqueue(cardDelivery(hospital, ticket, newId))
}

// A refusal's receipt identifies nobody, so an anonymous ticket is linked to none.
function receiptsToLink(turn: Turn, conversationId: string | undefined): readonly ConsentReceipt[] {
  if (conversationId === undefined) return []
  return turn.effects.flatMap((effect) => (effect.kind === 'receipt' ? [effect.receipt] : []))
}

// An operator trying the skill out in Kakao's admin centre must not call anybody.
function isTest(session: Session): boolean {
  return session.address.channel === 'kakao' && session.address.isTest
}

// A KakaoTalk answer is the response itself; elsewhere the person's client says what it received.
function shownState(session: Session): 'sent' | 'delivered' {
  return session.channel === 'kakao' ? 'delivered' : 'sent'
}

function activitiesOf({ event, loaded, turn, replies }: Writing, at: Date): readonly HeldActivity[] {
  const own: ActivityBody[] =
    event.kind === 'message'
      ? [{ type: 'message', text: turn.reply.text, from: event.from, channelData: event.channelData }]
      : []
  const first = loaded.session.nextSequence
  const toActivity = (body: ActivityBody, index: number, fromBot: boolean): TranscriptActivity => ({
    sequence: first + index,
    fromBot,
    at,
    body,
  })
  const { health } = turn.reply.understanding
  const isUncovered = isChildsRecord(loaded, turn)
  return [
    ...own.map((body, index) => ({ activity: toActivity(body, index, false), health, dropped: isUncovered })),
    // The bot repeats a person's words only out of the draft, as the summary does.
    ...replies.map((body, index) => ({
      activity: toActivity(body, own.length + index, true),
      health: turn.draft.health === true,
      dropped: false,
    })),
  ]
}

function sessionAfter({ event, loaded, turn }: Writing, count: number, now: Date): Session {
  const key = storedKey(event, loaded.session)
  return {
    ...turn.session,
    vault: isChildsRecord(loaded, turn) ? loaded.session.vault : turn.session.vault,
    version: loaded.session.version + 1,
    nextSequence: loaded.session.nextSequence + count,
    lastTurnAt: now.getTime(),
    lastEvent: { fingerprint: event.eventKey, key, at: now.getTime() },
  }
}

// After a guardian's no nothing of what the child said stays, in the hold either.
function isBots({ activity }: HeldActivity): boolean {
  return activity.fromBot
}

// Somebody else's consent opened the record; a child's words have no place in it before a guardian agreed.
function isChildsRecord({ session }: Loaded, turn: Turn): boolean {
  return session.isDurable && awaitsGuardian(turn)
}

function heldAfter(
  loaded: Loaded,
  after: Session,
  transcript: readonly HeldActivity[],
  event:
    | HeldConversation['events'][number]
    | { key: string; sequence: number | undefined; replies: readonly ActivityBody[] },
): HeldConversation {
  const events = [...(loaded.held?.events ?? []), { ...event, sequence: event.sequence ?? null }].slice(-HELD_EVENTS)
  const hasDropped = dropsWhatWasSaid(loaded.session, after)
  return {
    v: 1,
    session: { ...after, isDurable: false, version: 0 },
    transcript: transcript.slice(-HELD_ACTIVITIES).map((held) => (hasDropped ? { ...held, dropped: true } : held)),
    events,
  }
}

/**
 * Tells whether a turn before consent drops what was said up to it: it was refused to be kept, or the draft it went into
 * was cancelled or filed without a name. A later consent in the same conversation does not reach back to it.
 */
function dropsWhatWasSaid(before: Session, after: Session): boolean {
  const isRefused = after.consents.collect === false
  return isRefused || (before.draft.story !== undefined && after.draft.story === undefined)
}
