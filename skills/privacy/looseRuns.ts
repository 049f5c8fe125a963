import { digitsOf } from './digitsOf.ts'
import { isNeverKept, type Finding, type PersonalDataType } from './personalData.ts'
import type { IsPublicNumber } from './publicNumbers.ts'
import { createShadow, toOriginal } from './shadow.ts'
import { GAP } from './rules/rule.ts'
import { DIGIT_LIKE, translateDigits } from './spoken/digitWords.ts'

/** A run of digits that may go on in the next message. `hint` is the kind of number the words before it named. */
export type PendingRun = { readonly token: string; readonly value: string; readonly hint?: PersonalDataType }

export type LooseRun = {
  readonly start: number
  readonly end: number
  readonly run: Omit<PendingRun, 'token'>
}
type Span = { readonly start: number; readonly end: number }

const MIN_DIGITS = 3
const RUN = new RegExp(
  `(?<![A-Za-z\\d가-힣]-?)(?:[A-Za-z]{1,2}[\\s-]?)?${DIGIT_LIKE}(?:${GAP}${DIGIT_LIKE})*(?=\\P{L}|\\p{Script=Hangul}|$)`,
  'gu',
)
const ENDINGS =
  /^(?:이?[에예]요|입니다|이?고요?|이?구요?|이?[인]데요?|이?요|이?고|이?야|이?라고|이?며|까지|그리고|또|다음에?|and|then)?[\s\p{P}\p{S}]*$/u
/** Words after which a number is another one: waiting numbers, places, bookings, amounts. */
const ANOTHER_NUMBER =
  /(?:대기|내선|병동|병실|예약|접수|번호표|순번|창구|호실|사번|송장|주문|승인|영수증|room|ward|ticket|extension|queue|waiting|booking)[^\d\n]{0,8}$/i
const TICKET_NUMBER = /V\d\d-/i
const DATE_OR_TIME =
  /^(?:(?:19|20)\d{2}|\d{2})[.\-/]\s?\d{1,2}[.\-/]\s?\d{1,2}\.?$|^\d{1,2}:\d{2}$|^\d{1,2}[.\-/]\d{1,2}$|^\d{1,3}(?:,\d{3})+$|^\d+\/\d+$/
const HINTS: readonly (readonly [PersonalDataType, RegExp])[] = [
  ['foreigner_no', /외국인|거소|\barc\b|alien/i],
  ['rrn', /주민|주번|민증|resident/i],
  ['passport', /여권|passport/i],
  ['driver_license', /면허|licen[cs]e/i],
  ['card', /카드|\bcard\b/i],
  ['account', /계좌|은행|뱅크|입금|환불|통장|농협|국민|신한|새마을|우체국|account|\bbank\b/i],
  ['patient_no', /등록\s?번호|환자\s?번호|차트|chart|patient n/i],
]
/** "앞자리", "뒷자리": of a resident number if so many digits follow. */
const HALF = /[앞뒤뒷]\s?(?:자리|번호|에|은|는)/
const HALF_DIGITS = /^\D*\d(?:\D?\d){5,6}(?!\D?\d)/
const WHOLE_DIGITS = 12
const LONGEST = { account: 14, card: 16 } as const
const HINT_REACH = 25

/** The kind of number that the words before a run announce. */
export function hintBefore(words: string, run: string): PersonalDataType | undefined {
  const near = words.slice(-HINT_REACH)
  const named = HINTS.find(([, pattern]) => pattern.test(near))?.[0]
  return named ?? (HALF.test(near) && HALF_DIGITS.test(translateDigits(run.slice(0, HINT_REACH))) ? 'rrn' : undefined)
}

/**
 * Stands for what is still to come of a number that was removed: its other half, or the last digits of one whose
 * length varies or whose pieces only seemed to be complete. Its token stands in no text.
 */
export function expectRest(
  text: string,
  findings: readonly Finding[],
  completed: Finding | undefined,
): PendingRun | undefined {
  const unfinished = findings.findLast((finding) =>
    finding === completed ? isNeverKept(finding.type) : isPartial(text, finding),
  )
  if (!unfinished) return undefined
  const isRegistration = unfinished.type === 'rrn' || unfinished.type === 'foreigner_no'
  const isHalf = unfinished !== completed && isRegistration && digitsIn(text, unfinished) < WHOLE_DIGITS
  return { token: '[숫자0]', value: '', hint: isHalf || unfinished.type === 'account' ? unfinished.type : 'card' }
}

function digitsIn(text: string, { start, end }: Finding): number {
  return digitsOf(text.slice(start, end)).length
}

function isPartial(text: string, finding: Finding): boolean {
  const { type, start, end } = finding
  const length = digitsIn(text, finding)
  const hint = hintBefore(text.slice(0, start), '')
  if (isNeverKept(type) && (hint === 'card' || hint === 'account') && type !== hint)
    return ENDINGS.test(text.slice(end))
  if (type === 'account' || type === 'card') return length < LONGEST[type] && ENDINGS.test(text.slice(end))
  return (type === 'rrn' || type === 'foreigner_no') && length < WHOLE_DIGITS
}

/** All runs of digits of a text, spelled ones too, in offsets of the original. */
export function digitRuns(text: string): readonly Span[] {
  const shadow = createShadow(text)
  return Array.from(shadow.text.matchAll(RUN), ({ 0: run, index }) => toOriginal(shadow, index, index + run.length))
}

/**
 * The run of digits at the end of a message that may be the beginning of a longer number; undefined where there is
 * none, or where its words say what it is.
 * @param known stretches that are understood already
 */
export function findLooseRun(text: string, known: readonly Span[], isPublic: IsPublicNumber): LooseRun | undefined {
  const last = withoutEnding(text, digitRuns(text).at(-1))
  if (!last || known.some(({ start, end }) => start < last.end && end > last.start)) return undefined
  const value = text.slice(last.start, last.end)
  const before = text.slice(0, last.start)
  if (isPublic('phone', value)) return undefined
  const hint = hintBefore(before, value)
  if (!ENDINGS.test(text.slice(last.end)) || !isSuspicious(value, before, hint)) return undefined
  return { ...last, run: hint ? { value, hint } : { value } }
}

/** "3123456이에요": the last syllable belongs to the ending. */
function withoutEnding(text: string, run: Span | undefined): Span | undefined {
  if (!run || !/[이구에]$/.test(text.slice(run.start, run.end)) || !/^[에고라며니랑요인]/.test(text.slice(run.end)))
    return run
  return { start: run.start, end: run.end - 1 }
}

function isSuspicious(value: string, before: string, hint: PersonalDataType | undefined): boolean {
  const plain = createShadow(value).text
  const places = plain.replace(/[^\p{L}\p{N}]/gu, '')
  if (places.length < MIN_DIGITS || ANOTHER_NUMBER.test(before) || TICKET_NUMBER.test(before + plain)) return false
  if (hint === undefined && DATE_OR_TIME.test(plain.trim())) return false
  const isSpelled = !/\d/.test(plain)
  return (
    !isSpelled || hint !== undefined || before.trim() === '' || /^[공영]/.test(places) || places.length > MIN_DIGITS
  )
}
