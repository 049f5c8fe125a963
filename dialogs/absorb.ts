import type { Scrubbed } from '../src/consent/scrubbed.ts'
import type { Draft } from '../src/conversations/session.ts'
import { URGENCIES, type Urgency } from '../src/tickets/vocabulary.ts'
import { awaitsGuardian } from './consentState.ts'
import { isSpam } from './asides/isSpam.ts'
import { readYesNo } from './reading.ts'
import { relationTold } from './relationState.ts'
import type { Turn } from './turn.ts'

/** Fewer characters tell something only where a word in them has a subject, as 불친절해요 has. */
const STORY_MIN_CHARS = 6

/** Takes a story in: its words, and everything it already tells, so that nothing told is asked. */
export function absorbStory(turn: Turn, story: Scrubbed): void {
  const { understanding } = turn.reply
  const { draft } = turn
  turn.learn({
    story,
    health: understanding.health,
    type: filedType(draft.type, understanding.type),
    category: understanding.category ?? 'other',
    department: understanding.department,
    urgency: understanding.urgency,
    crisis: understanding.crisis,
    abstained: understanding.abstained || understanding.category === undefined,
    when: draft.when ?? understanding.when,
    where: draft.where ?? understanding.where,
    wish: draft.wish ?? understanding.wish,
    relation: draft.relation ?? relationTold(story),
  })
}

/**
 * Tells whether words may be taken in. Words of health wait for their own consent in the hold, which forgets them; once
 * the conversation is written down, or that consent was refused, they are not taken (개인정보 보호법 §23①1). Nor are a
 * child's words, whatever they tell of, where they would be written down before a guardian agreed (§22의2①).
 */
export function mayTakeIn(turn: Turn): boolean {
  const { session, draft, reply } = turn
  if (draft.anonymous === true) return true
  if (session.isDurable && awaitsGuardian(turn)) return false
  if (!reply.understanding.health) return true
  const { health } = session.consents
  return health === true || (health === undefined && !session.isDurable)
}

/** Adds words to a story that was begun before; what was read out of it stays, and urgency only rises. */
export function addToStory(turn: Turn, words: Scrubbed): void {
  if (!mayTakeIn(turn)) return
  const { story, urgency = 'normal', crisis, health } = turn.draft
  if (story === undefined) return absorbStory(turn, words)
  if (story.includes(words.trim())) return
  const { understanding } = turn.reply
  turn.learn({
    story: `${story}\n${words}` as Scrubbed,
    health: health === true || understanding.health,
    urgency: moreUrgent(urgency, understanding.urgency),
    crisis: crisis ?? understanding.crisis,
  })
}

/** Forgets the words and all that was read out of them. */
export function forgetStory(turn: Turn): void {
  const forgotten: { [K in keyof Draft]?: undefined } = {
    story: undefined,
    health: undefined,
    category: undefined,
    department: undefined,
    urgency: undefined,
    crisis: undefined,
    abstained: undefined,
    when: undefined,
    where: undefined,
    wish: undefined,
  }
  turn.learn(forgotten)
}

/** Tells whether a message says something that happened, rather than a greeting or noise. */
export function tellsAStory(turn: Turn): boolean {
  const { text, understanding } = turn.reply
  if (isSpam(text)) return false
  if (understanding.type === 'not_complaint' || readYesNo(text) !== undefined) return false
  return text.trim().length >= STORY_MIN_CHARS || understanding.category !== undefined
}

function moreUrgent(one: Urgency, other: Urgency): Urgency {
  return URGENCIES.find((urgency) => urgency === one || urgency === other) ?? one
}

// Whoever came to praise and then complains, complains; a question or noise changes nothing.
function filedType(known: Draft['type'], read: Turn['reply']['understanding']['type']): NonNullable<Draft['type']> {
  if (known !== undefined && (read === 'not_complaint' || read === 'inquiry')) return known
  return read === 'not_complaint' ? 'complaint' : read
}
