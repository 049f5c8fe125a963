import { ActivityTypes } from 'botbuilder'

import { createSpeech } from './speech.ts'
import { takeArrival } from '../../dialogs/consentArrival.ts'
import { isAnsweredElsewhere } from '../../dialogs/consentState.ts'
import { type DialogPorts, type Reply, say, Turn } from '../../dialogs/turn.ts'
import { hasGuardianNews, takeGuardianAnswer } from '../../dialogs/guardianState.ts'
import { translate } from '../../locales/locales.ts'
import type { ConversationStore, HeldConversations, WaitingReply } from '../../src/conversations/ports.ts'
import type { ActivityBody, Choice, Session } from '../../src/conversations/session.ts'
import type { Scrubbed } from '../../src/consent/scrubbed.ts'
import { describeError } from '../../src/describeError.ts'
import { coverReplies } from '../../src/consent/coverTurn.ts'
import type { Vault } from '../../src/consent/vault.ts'
import type { Hospital } from '../../src/hospital/hospital.ts'
import type { Locks, WakeUps } from '../../src/live/live.ts'
import { toActivityBody } from './activityBody.ts'
import { isErased } from './applyRights.ts'
import { apologise } from './apologise.ts'
import { conversationTopic, findRepeat, type Loaded, loadConversation } from './conversationState.ts'
import { createDigitMemory } from './digitMemory.ts'
import { hear } from './hear.ts'
import type { InboundEvent, RunTurn, TurnOutcome } from './inbound.ts'
import { IntakeBot } from './intakeBot.ts'
import { findSaidBefore } from './saidBefore.ts'
import { showTokens, shownVault } from './showTokens.ts'
import { TurnAdapter } from './turnAdapter.ts'
import { createUnseenAnswers, findUnseenReplies } from './unseen.ts'
import { writeOutcome } from './writeOutcome.ts'

/** What a conversation waits at most for an instance that died in the middle of its turn. */
const LOCK_TTL_MS = 5_000
const LOCK_WAIT_MS = 20_000
/** What is left of KakaoTalk's five seconds after this is for writing and for the way back. */
const MODEL_WAIT_MS = 2_500

/** Another instance got ahead of this turn, or gave out the same number: nothing was written, and it may be run again. */
const MAY_BE_RUN_AGAIN: ReadonlySet<string> = new Set(['conversation_moved_on', 'number_taken'])

export type TurnDependencies = {
  readonly hospital: Hospital
  readonly conversations: ConversationStore
  readonly held: HeldConversations
  readonly locks: Locks
  readonly wakeUps: WakeUps
  readonly ports: DialogPorts
  readonly log: { warn(fields: object, message: string): void; error(fields: object, message: string): void }
}

/**
 * Builds the one way every event goes, whichever door it came in by: alone in its conversation, scrubbed, understood,
 * answered by the dialogs, written in one piece, and only then shown.
 */
export function createRunTurn(deps: TurnDependencies): RunTurn {
  const bot = new IntakeBot()
  const adapter = new TurnAdapter()
  const publicNumbers = publicNumbersOf(deps.hospital)
  const digits = createDigitMemory(deps.held)
  const unseenAnswers = createUnseenAnswers(deps.held, deps.log)

  async function runDialogs(event: InboundEvent, turn: Turn): Promise<void> {
    if (event.kind === 'visit') return
    if (event.kind === 'start' && turn.session.lastTurnAt !== 0) return
    if (goesOnByItself(event) && !isAnsweredElsewhere(turn) && !hasGuardianNews(turn)) return sayTaken(turn)
    await adapter.run(
      {
        type: ActivityTypes.Message,
        text: turn.reply.text,
        conversation: conversationAccount(event),
        channelId: turn.session.channel,
      },
      turn,
      (context) => bot.run(context),
    )
  }

  async function runAlone(event: InboundEvent, modelDeadlineMs: number, again = false): Promise<TurnOutcome> {
    const loaded = await loadConversation(deps, event)
    const repeat = await findRepeat(deps, loaded, event)
    if (repeat) return asShown(repeat, shownVault(loaded.session))

    const unseen = event.kind === 'consents' ? undefined : await findUnseenReplies(deps, loaded)
    const before = await findSaidBefore(deps, loaded, event, unseen)
    if (before) return sayAgain(event, loaded, before)
    const pending = event.kind === 'message' ? await digits.find(event.conversationId) : []
    const heard = hear(event, { vault: loaded.session.vault, pending }, { publicNumbers, now: deps.ports.now() })
    const turn = new Turn(
      deps.ports,
      replyTo(event, heard.reply, loaded),
      { ...loaded.session, vault: heard.vault },
      modelDeadlineMs,
    )
    turn.isQuestionUnseen = unseen !== undefined
    // The number it was to get is taken, so it gets another.
    if (again) turn.learn({ filing: undefined })
    const speech = createSpeech(deps.hospital, turn)
    // KakaoTalk shows nothing until the person writes, or an event makes it ask: what comes next waits for that.
    const isShown = event.kind !== 'consents' || loaded.session.channel !== 'kakao'
    const mayWait = isShown && loaded.session.isDurable
    const answered = mayWait ? await deps.conversations.listWaitingReplies(event.conversationId) : []
    const waiting = coverReplies(answered, loaded.session.consents)
    const shown: WaitingReply[] = []

    const opening: ActivityBody[] = heard.wasCut ? [speech.tooLong()] : []
    if (heard.wasScrubbed && !turn.session.toldScrubbed) {
      opening.push(speech.scrubbed())
      turn.session = { ...turn.session, toldScrubbed: true }
    }
    if (!isInTheMiddle(turn.session)) opening.push(...waiting.map((reply) => speech.answer(reply, shown)))
    const taken = event.arrival ? takeArrival(turn, event.arrival) : []
    const isGuardianHeard = await takeGuardianAnswer(turn)
    const isNothingTaken = taken.length === 0 && !isGuardianHeard
    if (event.kind === 'consents' && isNothingTaken) return { replies: [], sequence: undefined, consents: [] }
    if (isShown) await runDialogs(event, turn)

    const closing: ActivityBody[] = []
    const left = waiting.filter(({ ticketId }) => !isErased(turn.effects, ticketId))
    if (shown.length === 0 && left.length > 0 && !isInTheMiddle(turn.session)) {
      closing.push(...left.map((reply) => speech.answer(reply, shown)))
    } else if (shown.length === 0 && left.length > 0 && event.kind === 'visit' && event.asksForAnswer) {
      closing.push(speech.answerWaits())
    }
    const said = isShown ? [...opening, ...turn.replies.map(toActivityBody), ...closing] : []
    const replies = withWaysOn(said, speech.waysOn())
    if (event.kind !== 'message' && isNothingTaken && replies.length === 0) {
      const nothingNew = event.asksForAnswer ? withWaysOn([speech.answerShown()], speech.waysOn()) : []
      return { replies: nothingNew, sequence: undefined }
    }
    const saidBefore = unseen?.map(({ deliveryId: _shown, ...reply }) => reply)
    const outcome = await writeOutcome(deps, { event, loaded, turn, replies, saidBefore, shown })
    if (unseen) await forgetUnseen(loaded)
    if (pending.length + heard.pending.length > 0) await digits.keep(event.conversationId, heard.pending)
    await deps.wakeUps.publish(conversationTopic(event.conversationId))
    return { ...asShown(outcome, shownVault(turn.session)), consents: taken.map(({ purpose }) => purpose) }
  }

  async function sayAgain(event: InboundEvent, loaded: Loaded, before: readonly ActivityBody[]): Promise<TurnOutcome> {
    const { reply } = hear(event, { vault: [], pending: [] }, { publicNumbers, now: deps.ports.now() })
    const turn = new Turn(deps.ports, reply, loaded.session)
    const writing = { event, loaded, turn, replies: [], saidBefore: before, isAskedAgain: true, shown: [] }
    const outcome = await writeOutcome(deps, writing)
    await forgetUnseen(loaded)
    return asShown(outcome, shownVault(loaded.session))
  }

  async function forgetUnseen({ session: { conversationId, lastEvent } }: Loaded): Promise<void> {
    if (lastEvent) await unseenAnswers.forget(conversationId, lastEvent.fingerprint)
  }

  async function runWhole(event: InboundEvent, modelDeadlineMs: number): Promise<TurnOutcome> {
    try {
      return await runAlone(event, modelDeadlineMs)
    } catch (error) {
      if (MAY_BE_RUN_AGAIN.has(describeError(error).code)) return runAlone(event, 0, true)
      throw error
    }
  }

  return async (event) => {
    const options = { ttlMs: LOCK_TTL_MS, waitMs: LOCK_WAIT_MS }
    const modelDeadlineMs = performance.now() + MODEL_WAIT_MS
    try {
      return await deps.locks.withLock(`turn:${event.conversationId}`, options, () => runWhole(event, modelDeadlineMs))
    } catch (error) {
      deps.log.error({ ...describeError(error), event: event.kind }, 'a turn failed')
      return { replies: apologise(deps.hospital, event), sequence: undefined, failed: true }
    }
  }
}

// Photos have no words: the transcript says how many there were.
function replyTo({ photos }: InboundEvent, heard: Reply, { session }: Loaded): Reply {
  if (!photos) return heard
  const words = translate(session.language, 'photos.said', { count: photos.length })
  return { ...heard, photos, text: words as Scrubbed }
}

/** Nothing the bot says is a dead end: whatever asks no question itself offers the ways on. */
function withWaysOn(replies: readonly ActivityBody[], waysOn: readonly Choice[]): readonly ActivityBody[] {
  const last = replies.at(-1)
  if (!last || last.suggestedActions) return replies
  return [...replies.slice(0, -1), { ...last, suggestedActions: waysOn }]
}

/** Tells whether an answer from the hospital would interrupt: the person is on the way to a ticket. */
function isInTheMiddle(session: Pick<Session, 'prompt'>): boolean {
  return session.prompt !== undefined && session.prompt.id !== 'menu'
}

// Answers from a page, and the news of them, are no words of the person: only the question they answer goes on.
function goesOnByItself({ kind }: InboundEvent): boolean {
  return kind === 'consents' || kind === 'go_on'
}

function sayTaken(turn: Turn): void {
  if (turn.replies.length > 0) return
  turn.replies.push({ type: ActivityTypes.Message, text: say(turn)('consent.taken') })
}

function asShown(outcome: TurnOutcome, vault: Vault): TurnOutcome {
  return { ...outcome, replies: outcome.replies.map((reply) => showTokens(reply, vault)) }
}

/** The hospital's own numbers, which are nobody's personal data. */
function publicNumbersOf({ phone, emergencyRoom, helplines }: Hospital): readonly string[] {
  return [phone, emergencyRoom, ...helplines.map(({ number }) => number)]
}

function conversationAccount(event: InboundEvent) {
  return { id: event.conversationId, isGroup: false, conversationType: 'personal', name: '' }
}
