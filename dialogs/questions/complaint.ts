import type { Scrubbed } from '../../src/consent/scrubbed.ts'
import type { When } from '../../src/tickets/ticket.ts'
import { seoulDay } from '../../src/hospital/workingCalendar.ts'
import { mayTakeIn, tellsAStory } from '../absorb.ts'
import type { MessageKey } from '../../locales/locales.ts'
import type { QuestionSpec, Reading } from '../question.ts'
import { shorten } from '../format.ts'
import { isPraise } from '../isPraise.ts'
import { normalise, readLabel, readPhone } from '../reading.ts'
import { say, type Turn } from '../turn.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const WISH_MAX_CHARS = 1_000

/** A place that takes longer to tell is a story of its own. */
export const PLACE_MAX_CHARS = 200

/** What came of asking for the story: the words, or a wish to deal with health consent or a call instead. */
export type StoryAnswer = { readonly kind: 'story'; readonly text: Scrubbed } | { readonly kind: 'agree_health' }

/** What happened, in the person's own words. */
export const story: QuestionSpec<StoryAnswer> = {
  id: 'complaint.story',
  ask(turn) {
    const t = say(turn)
    const offers =
      turn.session.consents.health === false ? [{ value: 'agree_health', label: t('story.agreeHealth') }] : []
    return { text: t(askFor(turn)), offers }
  },
  read(turn, choice) {
    const { text } = turn.reply
    if (choice === 'agree_health' || readLabel(text, [{ value: 'x', label: say(turn)('story.agreeHealth') }])) {
      return { ok: true, value: { kind: 'agree_health' } }
    }
    if (!tellsAStory(turn)) return { ok: false, problem: 'story.retry' }
    return mayTakeIn(turn) ? { ok: true, value: { kind: 'story', text } } : { ok: false, problem: 'story.health' }
  },
}

// Who keeps their health to themselves is told what can be told here.
function askFor(turn: Turn): MessageKey {
  if (isPraise(turn)) return 'story.askPraise'
  return turn.session.consents.health === false ? 'story.askWithoutHealth' : 'story.ask'
}

/** When it happened. Nobody is kept at a date: `unread` is the second answer that names no day. */
export const when: QuestionSpec<When | 'unknown' | 'unread'> = {
  id: 'complaint.when',
  ask: (turn) => ({ text: say(turn)('when.ask'), offers: whenOffers(turn) }),
  read(turn, choice, misses) {
    const value = choice ?? readLabel(turn.reply.text, whenOffers(turn))
    const now = turn.ports.now()
    if (value === 'today') return { ok: true, value: { date: seoulDay(now), text: say(turn)('when.today') } }
    if (value === 'yesterday') {
      return {
        ok: true,
        value: { date: seoulDay(new Date(now.getTime() - DAY_MS)), text: say(turn)('when.yesterday') },
      }
    }
    if (value === 'unknown' || /모르|기억|글쎄|notsure|dontknow/.test(normalise(turn.reply.text))) {
      return { ok: true, value: 'unknown' }
    }
    const said = turn.reply.understanding.when
    if (said) return { ok: true, value: said }
    return misses > 0 ? { ok: true, value: 'unread' } : { ok: false, problem: 'when.retry' }
  },
}

/** Where it happened; an empty string when the person skips. */
export const where: QuestionSpec<string> = {
  id: 'complaint.where',
  ask: (turn) => ({ text: say(turn)('where.ask'), offers: skipOffer(turn) }),
  read: (turn, choice, misses) =>
    readOptional(turn, choice, { misses, problem: 'where.retry', maxChars: PLACE_MAX_CHARS }),
}

/** What the person would like; an empty string when they skip. */
export const wish: QuestionSpec<string> = {
  id: 'complaint.wish',
  ask: (turn) => ({ text: say(turn)('wish.ask'), offers: skipOffer(turn) }),
  read: (turn, choice, misses) =>
    readOptional(turn, choice, { misses, problem: 'wish.retry', maxChars: WISH_MAX_CHARS }),
}

/** The number to tell the result to, as digits. */
export const phone: QuestionSpec<string> = {
  id: 'contact.phone',
  ask: (turn) => ({ text: say(turn)('phone.ask'), offers: skipOffer(turn) }),
  read(turn, choice) {
    const value = choice ?? readLabel(turn.reply.text, skipOffer(turn))
    if (value === 'skip') return { ok: true, value: '' }
    const number = readPhone(turn.reply.heard)
    return number ? { ok: true, value: number } : { ok: false, problem: 'phone.retry' }
  },
}

function whenOffers(turn: Turn) {
  const t = say(turn)
  return [
    { value: 'today', label: t('when.today') },
    { value: 'yesterday', label: t('when.yesterday') },
    { value: 'unknown', label: t('choice.unknown') },
  ]
}

function skipOffer(turn: Turn) {
  return [{ value: 'skip', label: say(turn)('choice.skip') }]
}

// What says nothing twice is taken as skipped.
function readOptional(
  turn: Turn,
  choice: string | undefined,
  { misses, problem, maxChars }: { misses: number; problem: MessageKey; maxChars: number },
): Reading<string> {
  const value = choice ?? readLabel(turn.reply.text, skipOffer(turn))
  if (value === 'skip' || isSkipped(turn.reply.text)) return { ok: true, value: '' }
  if (!mayTakeIn(turn)) return { ok: false, problem: 'story.healthPart' }
  const text = turn.reply.text.trim()
  if (text.length >= 2 && normalise(text) !== '') return { ok: true, value: shorten(text, maxChars) }
  return misses > 0 ? { ok: true, value: '' } : { ok: false, problem }
}

/** Tells whether somebody has nothing to say to a question that may be left open. */
export function isSkipped(text: string): boolean {
  return /^(?:잘?몰라요?|모르겠(?:어요|습니다|네요)|잘?모르겠(?:어요|습니다)|모름|기억(?:이)?안나요?|없(?:어요|습니다|음)|딱히없(?:어요|습니다)|패스|스킵|idontknow|dontknow|notsure|none|nothing|no|아니요|아뇨)$/.test(
    normalise(text),
  )
}
