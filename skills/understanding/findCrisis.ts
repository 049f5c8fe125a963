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
  PAST_TIME,
} from './rules/crisisGuards.ts'
import { CRISIS_RULES, type CrisisRule } from './rules/crisisRules.ts'
import { splitSentences } from './splitSentences.ts'

/**
 * Looks for danger to somebody, by rules alone: nothing here may wait for a network. Rather alarms once too often; a
 * figure of speech, a denial, something over, a drill or a question about what might happen does not alarm.
 */
export function findCrisis(text: string): CrisisKind | undefined {
  const over = OVER.test(text)
  const sentences = splitSentences(text)
  return CRISIS_RULES.find((rule) => sentences.some((sentence) => alarms(rule, sentence, over)))?.kind
}

function alarms({ kind, words, harmless }: CrisisRule, sentence: string, over: boolean): boolean {
  if (NOT_REAL.test(sentence)) return false
  const said = sentence.replace(harmless, ' ')
  return Array.from(said.matchAll(words)).some(({ 0: danger, index }) => {
    const before = said.slice(0, index)
    const after = said.slice(index + danger.length)
    if (DENIED.test(after) || DENIED_EN.test(before)) return false
    if (kind === 'medical_emergency' && (HYPOTHETICAL.test(after) || HYPOTHETICAL_EN.test(said))) return false
    return !isOver(kind, said, danger + after, over)
  })
}

/** Violence and harassment are never over: they are followed up whenever they happened. */
function isOver(kind: CrisisKind, sentence: string, fromDanger: string, over: boolean): boolean {
  if (kind === 'violence_abuse' || kind === 'sexual_harassment') return false
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
