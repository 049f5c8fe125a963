import { ActivityTypes } from 'botbuilder'

import { createSpeech } from './speech.ts'
import { type DialogPorts, type Reply, Turn } from '../../dialogs/turn.ts'
import { scrub } from '../../skills/privacy/scrub.ts'
import { understand } from '../../skills/understanding/understand.ts'
import type { ConversationStore, HeldConversations, WaitingReply } from '../../src/conversations/ports.ts'
import type { ActivityBody, Choice, Session } from '../../src/conversations/session.ts'
import type { Hospital } from '../../src/hospital/hospital.ts'
import type { Locks, WakeUps } from '../../src/live/live.ts'
import { toActivityBody } from './activityBody.ts'
import { conversationTopic, findRepeat, loadConversation } from './conversationState.ts'
import type { InboundEvent, RunTurn, TurnOutcome } from './inbound.ts'
import { IntakeBot } from './intakeBot.ts'
import { TurnAdapter } from './turnAdapter.ts'
import { writeOutcome } from './writeOutcome.ts'

const LOCK_TTL_MS = 15_000
const LOCK_WAIT_MS = 20_000
const TEXT_MAX_CHARS = 4_000

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

  async function runDialogs(event: InboundEvent, turn: Turn): Promise<void> {
    if (event.kind === 'visit') return
    if (event.kind === 'start' && turn.session.lastTurnAt !== 0) return
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

  async function runAlone(event: InboundEvent, again: boolean): Promise<TurnOutcome> {
    const loaded = await loadConversation(deps, event)
    const repeat = await findRepeat(deps, loaded, event)
    if (repeat) return repeat

    const heard = hear(deps.ports, event)
    const turn = new Turn(deps.ports, heard.reply, loaded.session)
    // The number it was to get is taken, so it gets another.
    if (again) turn.learn({ filing: undefined })
    const speech = createSpeech(deps.hospital, turn)
    const waiting = loaded.session.isDurable ? await deps.conversations.listWaitingReplies(event.conversationId) : []
    const shown: WaitingReply[] = []

    const opening: ActivityBody[] = heard.wasCut ? [speech.tooLong()] : []
    if (heard.wasScrubbed && !turn.session.toldScrubbed) {
      opening.push(speech.scrubbed())
      turn.session = { ...turn.session, toldScrubbed: true }
    }
    if (!isInTheMiddle(turn.session)) opening.push(...waiting.map((reply) => speech.answer(reply, shown)))
    await runDialogs(event, turn)

    const closing: ActivityBody[] = []
    if (shown.length === 0 && waiting.length > 0 && !isInTheMiddle(turn.session)) {
      closing.push(...waiting.map((reply) => speech.answer(reply, shown)))
    } else if (shown.length === 0 && waiting.length > 0 && event.kind === 'visit' && event.asksForAnswer) {
      closing.push(speech.answerWaits())
    }
    const replies = withWaysOn([...opening, ...turn.replies.map(toActivityBody), ...closing], speech.waysOn())
    if (event.kind !== 'message' && replies.length === 0) return { replies, sequence: undefined }
    const outcome = await writeOutcome(deps, { event, loaded, turn, replies, shown })
    await deps.wakeUps.publish('outbox')
    await deps.wakeUps.publish(conversationTopic(event.conversationId))
    return outcome
  }

  async function runOrApologise(event: InboundEvent): Promise<TurnOutcome> {
    try {
      return await runAlone(event, false).catch((error: unknown) => {
        if (MAY_BE_RUN_AGAIN.has(codeOf(error))) return runAlone(event, true)
        throw error
      })
    } catch (error) {
      deps.log.error(
        { code: codeOf(error), event: event.kind, stack: stackOf(error) },
        'a turn failed; nothing of it was written',
      )
      return {
        replies: [createSpeech(deps.hospital, { session: { language: guessLanguage(event) } }).apology()],
        sequence: undefined,
        failed: true,
      }
    }
  }

  return (event) =>
    deps.locks.withLock(`turn:${event.conversationId}`, { ttlMs: LOCK_TTL_MS, waitMs: LOCK_WAIT_MS }, () =>
      runOrApologise(event),
    )
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

function hear(ports: DialogPorts, event: InboundEvent): { reply: Reply; wasScrubbed: boolean; wasCut: boolean } {
  const { text, removed } = scrub(event.text.slice(0, TEXT_MAX_CHARS))
  return {
    reply: { text, understanding: understand(text, { now: ports.now() }), choice: event.choice },
    wasScrubbed: removed.length > 0,
    wasCut: event.text.length > TEXT_MAX_CHARS,
  }
}

function conversationAccount(event: InboundEvent) {
  return { id: event.conversationId, isGroup: false, conversationType: 'personal', name: '' }
}

function guessLanguage(event: InboundEvent): 'ko' | 'en' {
  return event.locale?.toLowerCase().startsWith('en') ? 'en' : 'ko'
}

function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  return error instanceof Error ? error.name : 'unknown'
}

// Where it happened, without the message: a library's message may quote what a person wrote.
function stackOf(error: unknown): string | undefined {
  return error instanceof Error
    ? error.stack
        ?.split('\n')
        .filter((line) => line.trimStart().startsWith('at '))
        .join('\n')
    : undefined
}
