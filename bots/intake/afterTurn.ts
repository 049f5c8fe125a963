import { awaitsGuardian } from '../../dialogs/consentState.ts'
import type { Turn } from '../../dialogs/turn.ts'
import type { HeldActivity, HeldConversation, WaitingReply } from '../../src/conversations/ports.ts'
import type { ActivityBody, Session, TranscriptActivity } from '../../src/conversations/session.ts'
import { type Loaded, storedKey } from './conversationState.ts'
import type { InboundEvent } from './inbound.ts'

const HELD_EVENTS = 20
/** Far more than anybody says before consent; what is older is let go. */
const HELD_ACTIVITIES = 200

/** A turn that was decided, about to be written. */
export type Writing = {
  readonly event: InboundEvent
  readonly loaded: Loaded
  readonly turn: Turn
  readonly replies: readonly ActivityBody[]
  /** What was written with an earlier turn, and is shown again before `replies`. */
  readonly saidBefore?: readonly ActivityBody[] | undefined
  /** The event asks for what was said before and says nothing itself. */
  readonly isAskedAgain?: boolean
  readonly shown: readonly WaitingReply[]
}

/** What was said in the turn, by the person and by the bot, as the hold keeps it. */
export function activitiesOf(
  { event, loaded, turn, replies, isAskedAgain }: Writing,
  at: Date,
): readonly HeldActivity[] {
  const own: ActivityBody[] =
    event.kind === 'message' && isAskedAgain !== true
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
  const isTie = turn.tellsOfNameless && !loaded.session.isDurable
  return [
    ...own.map((body, index) => ({ activity: toActivity(body, index, false), health, dropped: isUncovered || isTie })),
    // The bot repeats a person's words only out of the draft, as the summary does.
    ...replies.map((body, index) => ({
      activity: toActivity(body, own.length + index, true),
      health: turn.draft.health === true,
      dropped: isTie,
    })),
  ]
}

/** The session after the turn. @param count how many activities it added */
export function sessionAfter({ event, loaded, turn }: Writing, count: number, now: Date): Session {
  const key = storedKey(event, loaded.session)
  return {
    ...turn.session,
    vault: isChildsRecord(loaded, turn) ? loaded.session.vault : turn.session.vault,
    version: loaded.session.version + 1,
    // Events are told apart by it, so it moves on where nothing new was said, too.
    nextSequence: loaded.session.nextSequence + Math.max(1, count),
    lastTurnAt: now.getTime(),
    lastEvent: { fingerprint: event.eventKey, key, at: now.getTime() },
  }
}

// Somebody else's consent opened the record; a child's words have no place in it before a guardian agreed.
function isChildsRecord({ session }: Loaded, turn: Turn): boolean {
  return session.isDurable && awaitsGuardian(turn)
}

/** The conversation as the hold keeps it after a turn that is not written down. */
export function heldAfter(
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
