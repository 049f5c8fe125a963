import type { MessageKey } from '../../locales/locales.ts'
import type { HeldTicket } from '../../src/consent/rights.ts'
import { mayTakeIn, tellsAStory } from '../absorb.ts'
import type { Offer, QuestionSpec } from '../question.ts'
import { normalise, readLabel } from '../reading.ts'
import { holdingsOf } from '../rights/holdings.ts'
import { say, type Turn } from '../turn.ts'
import { readTicket, stopOffer, TICKETS_OFFERED } from './rights.ts'

const NAME_MAX_CHARS = 40

/** What is to be corrected: `phone`, `name` or `words`. */
export const rightsCorrect: QuestionSpec<'phone' | 'name' | 'words' | 'stop'> = {
  id: 'rights.correct',
  ask: (turn) => ({ text: say(turn)('rights.whatToCorrect'), offers: correctOffers(turn) }),
  read(turn, choice) {
    const value = choice ?? readLabel(turn.reply.text, correctOffers(turn))
    const chosen = (['phone', 'name', 'words', 'stop'] as const).find((known) => known === value)
    return chosen ? { ok: true, value: chosen } : { ok: false, problem: 'rights.chooseRetry' }
  },
}

/** The person's own name, put right. */
export const correctName: QuestionSpec<string> = {
  id: 'contact.name',
  ask: (turn) => ({ text: say(turn)('rights.nameAsk'), offers: [stopOffer(turn)] }),
  read(turn, choice) {
    if (choice === 'stop' || readLabel(turn.reply.text, [stopOffer(turn)])) return { ok: true, value: 'stop' }
    const name = turn.reply.heard.trim()
    const isName = normalise(name).length >= 2 && name.length <= NAME_MAX_CHARS && !/\d/.test(name)
    return isName ? { ok: true, value: name } : { ok: false, problem: 'rights.nameRetry' }
  },
}

/** What is to be put right in the words of a ticket. */
export const rightsWords = wordsQuestion('rights.words', 'rights.wordsAsk')

/** Whatever else somebody asks about their data, such as to see what is not shown here, or to object. */
export const rightsOther = wordsQuestion('rights.other', 'rights.otherAsk')

/** Which ticket's words are to be corrected. */
export const rightsWordsOf: QuestionSpec<string> = {
  id: 'rights.wordsOf',
  ask: (turn) => ({ text: say(turn)('rights.which'), offers: numberOffers(turn) }),
  read: (turn, choice) => readTicket(turn, choice, numberOffers(turn)),
}

/** Tickets whose words or contact the person may want to put right. */
export function correctable(turn: Turn): readonly HeldTicket[] {
  return holdingsOf(turn).tickets.filter(({ kind }) => kind !== 'rights')
}

function numberOffers(turn: Turn): readonly Offer[] {
  const numbers = correctable(turn).map(({ ticket }) => ticket.number)
  return [...numbers.slice(0, TICKETS_OFFERED).map((number) => ({ value: number, label: number })), stopOffer(turn)]
}

function correctOffers(turn: Turn): readonly Offer[] {
  const t = say(turn)
  const tickets = correctable(turn)
  return [
    ...(tickets.some(({ phone }) => phone !== undefined) ? [{ value: 'phone', label: t('rights.correctPhone') }] : []),
    ...(tickets.some(({ name }) => name !== undefined) ? [{ value: 'name', label: t('rights.correctName') }] : []),
    { value: 'words', label: t('rights.correctWords') },
    stopOffer(turn),
  ]
}

function wordsQuestion(id: string, ask: MessageKey): QuestionSpec<'stop' | 'told'> {
  return {
    id,
    ask: (turn) => ({ text: say(turn)(ask), offers: [stopOffer(turn)] }),
    read(turn, choice) {
      if (choice === 'stop' || readLabel(turn.reply.text, [stopOffer(turn)])) return { ok: true, value: 'stop' }
      if (!tellsAStory(turn)) return { ok: false, problem: 'rights.wordsRetry' }
      return mayTakeIn(turn) ? { ok: true, value: 'told' } : { ok: false, problem: 'story.healthPart' }
    },
  }
}
