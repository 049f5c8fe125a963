import { digitsOf } from './digitsOf.ts'
import { findPersonalData } from './findPersonalData.ts'
import { digitRuns, hintBefore, type PendingRun } from './looseRuns.ts'
import { isNeverKept, type Finding, type PersonalDataType } from './personalData.ts'
import { domesticDigits, type IsPublicNumber } from './publicNumbers.ts'

/** A number that earlier messages began: `finding` lies in the new message, `value` is the whole of it. */
export type CompletedNumber = {
  readonly finding: Finding
  readonly value: string
  readonly used: readonly PendingRun[]
}

/** Said before the joined pieces, so that the words of an earlier message still count. */
const ANNOUNCED: Partial<Record<PersonalDataType, string>> = {
  rrn: '주민번호 ',
  foreigner_no: '외국인등록번호 ',
  passport: '여권번호 ',
  driver_license: '면허번호 ',
  card: '카드번호 ',
  account: '계좌번호 ',
  patient_no: '환자번호 ',
}
const THE_REST = '뒷자리 '
const SEAMS = [' ', ''] as const
/** For a back half that was said first. */
const TURNED = ' 앞 '
const FREE_SEAMS = 3
const RUNS_TRIED = 3
const REACH = 60
const REST_MIN = 3
const REST_MAX = 6
/** Fewer digits than this are not the whole of such a number yet, whatever they look like. */
const LEAST: Partial<Record<PersonalDataType, number>> = { rrn: 13, foreigner_no: 13, card: 15, account: 10 }

/** Joins the runs that wait with the first numbers of a new message; undefined where that makes no known number. */
export function completeNumber(
  said: string,
  pending: readonly PendingRun[],
  isPublic: IsPublicNumber,
): CompletedNumber | undefined {
  if (pending.length === 0) return undefined
  // A whole number of another kind is no rest; half a number that may not be kept may be one.
  const whole = findPersonalData(said).filter(
    ({ type, start, end }) => !isNeverKept(type) && !mayBeRest(type, said.slice(start, end)),
  )
  const runs = digitRuns(said).filter((run) => whole.every(({ start, end }) => start >= run.end || end <= run.start))
  const completed = runs
    .slice(0, RUNS_TRIED)
    .flatMap((run) => joinsAt(said, run.start, pending))
    .filter(({ finding, value }) => !isPublic(finding.type, value))
  const rest = restOfVariable(said, pending)
  const forbidden = completed.find(({ finding }) => isNeverKept(finding.type)) ?? rest
  // Whatever was said just before it may be a part of it.
  return forbidden ? { ...forbidden, used: pending } : completed[0]
}

/** Ten digits in a row look like a phone of old or at home, and are as often the end of something longer. */
function mayBeRest(type: PersonalDataType, value: string): boolean {
  return type === 'phone' && !domesticDigits(value).startsWith('010') && !/\d\D+\d/.test(value)
}

/** An account has no set length: a few more digits, alone in the next message, belong to it. */
function restOfVariable(said: string, pending: readonly PendingRun[]): CompletedNumber | undefined {
  const expected = pending.findLast(({ value, hint }) => value === '' && (hint === 'account' || hint === 'card'))
  const [run] = digitRuns(said)
  const places = said.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '').length
  if (!expected?.hint || !run || places < REST_MIN || places > REST_MAX || digitsOf(said).length < places)
    return undefined
  return { finding: { ...run, type: expected.hint }, value: said.slice(run.start, run.end), used: [expected] }
}

function joinsAt(said: string, start: number, pending: readonly PendingRun[]): readonly CompletedNumber[] {
  return pending.flatMap((_, from) => {
    const pieces = pending.slice(from)
    const hint = pieces.findLast((piece) => piece.hint)?.hint ?? hintBefore(said.slice(0, start), said.slice(start))
    return seamsFor(pieces.length).flatMap((seams) => join(said, start, pieces, seams, hint) ?? [])
  })
}

/** Every way to set blanks between a few pieces; for many, all alike. */
function seamsFor(count: number): readonly (readonly string[])[] {
  if (count === 1) return [...SEAMS, TURNED].map((seam) => [seam])
  if (count > FREE_SEAMS) return SEAMS.map((seam) => Array.from({ length: count }, () => seam))
  return Array.from({ length: count }).reduce<readonly (readonly string[])[]>(
    (ways) => ways.flatMap((way) => SEAMS.map((seam) => [...way, seam])),
    [[]],
  )
}

function join(
  said: string,
  from: number,
  pieces: readonly PendingRun[],
  seams: readonly string[],
  hint: PersonalDataType | undefined,
): CompletedNumber | undefined {
  const isRest = pieces[0]?.value === ''
  let text = ((hint && ANNOUNCED[hint]) ?? '') + (isRest ? THE_REST : '')
  const ends = pieces.map(({ value }, place) => {
    text += value
    const end = text.length
    text += value === '' ? '' : (seams[place] ?? '')
    return end
  })
  const seam = text.length
  text += said.slice(from, from + REACH)
  const whole = findPersonalData(text).find(
    ({ start, end, type }) => (start < seam || (isRest && start === seam)) && end > seam && type !== 'name',
  )
  if (!whole) return undefined
  const value = text.slice(whole.start, whole.end)
  if (!isRest && digitsOf(value).length < (LEAST[whole.type] ?? 0)) return undefined
  if (hint && isNeverKept(hint) && !isNeverKept(whole.type)) return undefined
  return {
    finding: { start: from, end: from + whole.end - seam, type: whole.type },
    value,
    used: pieces.filter(({ value }, place) => value === '' || (ends[place] ?? 0) > whole.start),
  }
}
