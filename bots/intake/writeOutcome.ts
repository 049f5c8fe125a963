import type { Effect, Turn } from '../../dialogs/turn.ts'
import { coversStorage } from '../../src/consent/coverage.ts'
import type { ConsentAnswers, ConsentReceipt } from '../../src/consent/consent.ts'
import type {
  ConversationStore,
  ConversationTx,
  HeldActivity,
  HeldConversation,
  HeldConversations,
  WaitingReply,
} from '../../src/conversations/ports.ts'
import type { ActivityBody, Session, TranscriptActivity } from '../../src/conversations/session.ts'
import type { Hospital } from '../../src/hospital/hospital.ts'
import { cardDelivery, pageDelivery } from '../../src/tickets/deliveries.ts'
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

  if (isCovered(after, turn.effects)) {
    const kept = held
      .filter(({ health, dropped }) => !dropped && coversStorage(after.consents, { health }))
      .map(({ activity }) => activity)
    await stores.conversations.transact(async (tx) => {
      await tx.writeTurn({
        eventKey: storedKey(event, loaded.session),
        before: loaded.session,
        after: { ...after, isDurable: true },
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
      await tx.writeReceipts(receipts, after.consents.collect === true ? after.conversationId : undefined)
      await applyEffects(tx, stores.hospital, turn, after)
    })
  }
  await stores.held.put(heldAfter(loaded, after, held, { key: storedKey(event, loaded.session), sequence, replies }))
  return { replies, sequence }
}

/**
 * Durability begins with consent: to collection, and to health where the story tells of it. What is told without a name
 * stays in the hold, whatever was agreed to besides.
 */
function isCovered({ isDurable, consents, draft }: Session, effects: readonly Effect[]): boolean {
  if (isDurable) return true
  const { collect, health }: ConsentAnswers = consents
  const isNameless = draft.anonymous === true || effects.some(isNamelessFiling)
  return collect === true && !isNameless && (health !== undefined || draft.health !== true)
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
  if (isTest(after)) return
  if (effect.kind === 'page') await tx.enqueue(pageDelivery(hospital, effect.incident, newId))
  if (effect.kind !== 'file') return
  const { ticket, isNew } = await tx.insertTicket(effect.ticket, receiptsToLink(turn, effect.ticket.conversationId))
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
  return [
    ...own.map((body, index) => ({ activity: toActivity(body, index, false), health, dropped: false })),
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
    version: loaded.session.version + 1,
    nextSequence: loaded.session.nextSequence + count,
    lastTurnAt: now.getTime(),
    lastEvent: { fingerprint: event.eventKey, key, at: now.getTime() },
  }
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
