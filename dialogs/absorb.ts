import type { Scrubbed } from '../src/consent/scrubbed.ts'
import type { Draft } from '../src/conversations/session.ts'
import { URGENCIES, type Urgency } from '../src/tickets/vocabulary.ts'
import type { Turn } from './turn.ts'

/** Takes a story in: its words, and everything it already tells, so that nothing told is asked. */
export function absorbStory(turn: Turn, story: Scrubbed): void {
  const { understanding } = turn.reply
  const { draft } = turn
  turn.learn({
    story,
    health: understanding.health,
    type: draft.type ?? filedType(understanding.type),
    category: understanding.category ?? 'other',
    department: understanding.department,
    urgency: understanding.urgency,
    crisis: understanding.crisis,
    abstained: understanding.abstained || understanding.category === undefined,
    when: draft.when ?? understanding.when,
    where: draft.where ?? understanding.where,
    wish: draft.wish ?? understanding.wish,
  })
}

/** Adds words to a story that was begun before; what was read out of it stays, and urgency only rises. */
export function addToStory(turn: Turn, words: Scrubbed): void {
  const { story, urgency = 'normal', crisis, health } = turn.draft
  if (story === undefined) return absorbStory(turn, words)
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
  return understanding.type !== 'not_complaint' && text.trim().length >= 6
}

function moreUrgent(one: Urgency, other: Urgency): Urgency {
  return URGENCIES.find((urgency) => urgency === one || urgency === other) ?? one
}

function filedType(type: Turn['reply']['understanding']['type']): NonNullable<Draft['type']> {
  return type === 'not_complaint' ? 'complaint' : type
}
