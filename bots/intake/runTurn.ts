import { ActivityTypes } from 'botbuilder'

import { createSpeech } from './speech.ts'
import { type DialogPorts, type Reply, Turn } from '../../dialogs/turn.ts'
import { scrub } from '../../skills/privacy/scrub.ts'
import { understand } from '../../skills/understanding/understand.ts'
import type { ConversationStore, HeldConversations, WaitingReply } from '../../src/conversations/ports.ts'
import type { ActivityBody, Choice, Session } from '../../src/conversations/session.ts'
import { describeError } from '../../src/describeError.ts'
import type { Scrubbed } from '../../src/consent/scrubbed.ts'
import type { Hospital } from '../../src/hospital/hospital.ts'
import type { Locks, WakeUps } from '../../src/live/live.ts'
import { toActivityBody } from './activityBody.ts'
import { apologise } from './apologise.ts'
import { conversationTopic, findRepeat, loadConversation } from './conversationState.ts'
import type { InboundEvent, RunTurn, TurnOutcome } from './inbound.ts'
import { IntakeBot } from './intakeBot.ts'
import { TurnAdapter } from './turnAdapter.ts'
import { writeOutcome } from './writeOutcome.ts'

/** What a conversation waits at most for an instance that died in the middle of its turn. */
const LOCK_TTL_MS = 5_000
const LOCK_WAIT_MS = 20_000
const TEXT_MAX_CHARS = 4_000
/** What is listened to at all, with room for what scrubbing takes away. */
const HEARD_MAX_CHARS = 5_000

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
    if (event.kind !== 'message' && replies.length === 0) {
      const nothingNew = event.asksForAnswer ? withWaysOn([speech.answerShown()], speech.waysOn()) : []
      return { replies: nothingNew, sequence: undefined }
    }
    const outcome = await writeOutcome(deps, { event, loaded, turn, replies, shown })
    await deps.wakeUps.publish(conversationTopic(event.conversationId))
    return outcome
  }

  async function runWhole(event: InboundEvent): Promise<TurnOutcome> {
    try {
      return await runAlone(event, false)
    } catch (error) {
      if (MAY_BE_RUN_AGAIN.has(describeError(error).code)) return runAlone(event, true)
      throw error
    }
  }

  return async (event) => {
    const options = { ttlMs: LOCK_TTL_MS, waitMs: LOCK_WAIT_MS }
    try {
      return await deps.locks.withLock(`turn:${event.conversationId}`, options, () => runWhole(event))
    } catch (error) {
      deps.log.error({ ...describeError(error), event: event.kind }, 'a turn failed')
      return { replies: apologise(deps.hospital, event), sequence: undefined, failed: true }
    }
  }
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
  // Cut after scrubbing: half a number that may not be kept would not be known for one.
  const { text: whole, removed } = scrub(event.text.slice(0, HEARD_MAX_CHARS))
  const text = whole.slice(0, TEXT_MAX_CHARS) as Scrubbed
  return {
    reply: { text, understanding: understand(text, { now: ports.now() }), choice: event.choice },
    wasScrubbed: removed.length > 0,
    wasCut: whole.length > TEXT_MAX_CHARS || event.text.length > HEARD_MAX_CHARS,
  }
}

function conversationAccount(event: InboundEvent) {
  return { id: event.conversationId, isGroup: false, conversationType: 'personal', name: '' }
}
