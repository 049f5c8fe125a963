import type { CrisisKind } from '../../src/tickets/vocabulary.ts'
import {
  DENIED,
  DENIED_EN,
  HYPOTHETICAL,
  HYPOTHETICAL_EN,
  LONG_PAST,
  NOT_REAL,
  NOW,
  OVER,
  PAPERS,
  PAST_TIME,
} from './rules/crisisGuards.ts'
import { CRISIS_RULES } from './rules/crisisRules.ts'
import type { DangerRule } from './rules/danger/dangerRule.ts'
import { splitSentences } from './splitSentences.ts'

/** What rules make of a text: a danger, or words of danger that they took back. */
export type CrisisFinding = {
  readonly kind: CrisisKind | undefined
  /** A danger that only some of the stories with these words tell of. */
  readonly suspected: CrisisKind | undefined
  /** Words of danger stand there, as a figure of speech, denied, over, in a drill or in a question. */
  readonly takenBack: boolean
}

/**
 * Looks for danger to somebody, by rules alone: nothing here may wait for a network. Rather alarms once too often; a
 * figure of speech, a denial, something over, a drill or a question about what might happen does not alarm.
 */
export function findCrisis(text: string): CrisisFinding {
  const over = OVER.test(text)
  const sentences = splitSentences(text).filter((sentence) => !NOT_REAL.test(sentence))
  const fits = (rule: DangerRule): boolean => sentences.some((sentence) => alarms(rule, sentence, over))
  const kind = CRISIS_RULES.find((rule) => !rule.needsSecond && fits(rule))?.kind
  const suspected = kind ?? CRISIS_RULES.find((rule) => rule.needsSecond && fits(rule))?.kind
  return {
    kind,
    suspected,
    takenBack: suspected === undefined && CRISIS_RULES.some(({ words }) => text.search(words) !== -1),
  }
}

function alarms({ kind, words, harmless, elsewhere }: DangerRule, sentence: string, over: boolean): boolean {
  if (sentence.search(words) === -1 || elsewhere?.test(sentence)) return false
  const said = sentence.replace(harmless, ' ')
  return Array.from(said.matchAll(words)).some(({ 0: danger, index }) => {
    const before = said.slice(0, index)
    const after = said.slice(index + danger.length)
    if (DENIED.test(after) || DENIED_EN.test(before)) return false
    if (kind === 'medical_emergency' && isSupposed(after, said)) return false
    return !isOver(kind, said, danger + after, over)
  })
}

/** Whether it is asked what to do if it should happen. */
function isSupposed(after: string, said: string): boolean {
  return (HYPOTHETICAL.test(after) && !NOW.test(said)) || HYPOTHETICAL_EN.test(said)
}

/** Violence and harassment are never over, whenever they happened, unless all that is asked for is a paper about them. */
function isOver(kind: CrisisKind, sentence: string, fromDanger: string, over: boolean): boolean {
  if (kind === 'violence_abuse' || kind === 'sexual_harassment')
    return LONG_PAST.test(sentence) && PAPERS.test(sentence)
  if (kind === 'self_harm') return LONG_PAST.test(sentence) && (over || !NOW.test(sentence))
  return over || (!NOW.test(sentence) && PAST_TIME.test(sentence) && endsInPast(fromDanger))
}

/** Whether the last predicate is in the past tense: its last syllable closed by ㅆ is neither 있 nor 겠. */
function endsInPast(clause: string): boolean {
  const closed = Array.from(clause).findLast(endsInDoubleSiot)
  if (closed !== undefined) return closed !== '있' && closed !== '겠'
  return /\b(?:was|were|had|did|couldn'?t|collapsed|fainted|passed out|stopped|happened)\b/i.test(clause)
}

/** Hangul syllables are laid out by 28 final consonants; ㅆ is the twentieth. */
function endsInDoubleSiot(letter: string): boolean {
  const place = (letter.codePointAt(0) ?? 0) - 0xac00
  return place >= 0 && place < 11172 && place % 28 === 20
}
