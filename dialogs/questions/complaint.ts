import { coversStorage } from '../../src/consent/coverage.ts'
import type { Scrubbed } from '../../src/consent/scrubbed.ts'
import type { When } from '../../src/tickets/ticket.ts'
import { seoulDay } from '../../src/hospital/workingCalendar.ts'
import { tellsAStory } from '../absorb.ts'
import { type QuestionSpec } from '../question.ts'
import { normalise, readLabel, readPhone } from '../reading.ts'
import { say, type Turn } from '../turn.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** What came of asking for the story: the words, or a wish to deal with health consent or a call instead. */
export type StoryAnswer = { readonly kind: 'story'; readonly text: Scrubbed } | { readonly kind: 'agree_health' }

/** What happened, in the person's own words. */
export const story: QuestionSpec<StoryAnswer> = {
  id: 'complaint.story',
  ask(turn) {
    const t = say(turn)
    const isPraise = turn.draft.type === 'compliment' || turn.draft.type === 'suggestion'
    const offers =
      turn.session.consents.answers.health === false ? [{ value: 'agree_health', label: t('story.agreeHealth') }] : []
    return { text: t(isPraise ? 'story.askPraise' : 'story.ask'), offers }
  },
  read(turn, choice) {
    const { text, understanding } = turn.reply
    if (choice === 'agree_health' || readLabel(text, [{ value: 'x', label: say(turn)('story.agreeHealth') }])) {
      return { ok: true, value: { kind: 'agree_health' } }
    }
    if (!tellsAStory(turn)) return { ok: false, problem: 'story.retry' }
    const mayBeKept = turn.draft.anonymous === true || coversStorage(turn.session.consents.answers, understanding)
    return mayBeKept ? { ok: true, value: { kind: 'story', text } } : { ok: false, problem: 'story.health' }
  },
}

/** When it happened. */
export const when: QuestionSpec<When | 'unknown'> = {
  id: 'complaint.when',
  ask: (turn) => ({ text: say(turn)('when.ask'), offers: whenOffers(turn) }),
  read(turn, choice) {
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
    return said ? { ok: true, value: said } : { ok: false, problem: 'when.retry' }
  },
}

/** Where it happened; an empty string when the person skips. */
export const where: QuestionSpec<string> = {
  id: 'complaint.where',
  ask: (turn) => ({ text: say(turn)('where.ask'), offers: skipOffer(turn) }),
  read: (turn, choice) => readOptional(turn, choice, 'where.retry'),
}

/** What the person would like; an empty string when they skip. */
export const wish: QuestionSpec<string> = {
  id: 'complaint.wish',
  ask: (turn) => ({ text: say(turn)('wish.ask'), offers: skipOffer(turn) }),
  read: (turn, choice) => readOptional(turn, choice, 'wish.retry'),
}

/** The number to tell the result to, as digits. */
export const phone: QuestionSpec<string> = {
  id: 'contact.phone',
  ask: (turn) => ({ text: say(turn)('phone.ask'), offers: skipOffer(turn) }),
  read(turn, choice) {
    const value = choice ?? readLabel(turn.reply.text, skipOffer(turn))
    if (value === 'skip') return { ok: true, value: '' }
    const number = readPhone(turn.reply.text)
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

function readOptional(turn: Turn, choice: string | undefined, problem: 'where.retry' | 'wish.retry') {
  const value = choice ?? readLabel(turn.reply.text, skipOffer(turn))
  if (value === 'skip') return { ok: true as const, value: '' }
  const text = turn.reply.text.trim()
  return text.length >= 2 && text.length <= 200 ? { ok: true as const, value: text } : { ok: false as const, problem }
}
