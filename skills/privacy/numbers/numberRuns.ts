import { findLabels, labelAfter, labelBefore, type NamedLabel, type PlacedLabel } from './labels.ts'

/** Digits that stand together, and the words that stand between them and the next ones. */
type Chunk = { readonly digits: string; readonly start: number; readonly end: number }

/** A stretch of a text that reads as one number: chunks of digits and the gaps between them, with the words around. */
export type NumberWindow = {
  readonly digits: string
  /** The lengths of its chunks, such as 3, 4, 4. */
  readonly sizes: readonly number[]
  readonly gaps: readonly string[]
  readonly start: number
  readonly end: number
  readonly before: string
  readonly after: string
  /** It begins and ends where a run of digits does. */
  readonly isWholeRun: boolean
  readonly labelBefore: () => NamedLabel | undefined
  readonly labelAfter: () => NamedLabel | undefined
}

type ReadLabels = () => readonly PlacedLabel[]

const MIN_DIGITS = 4
const MAX_DIGITS = 19
const MAX_GAP = 30
const NEARBY = 40
const SEPARATORS = /^[^\p{L}\p{N}]{1,8}$/u
const SPOKEN_SEPARATOR =
  /^[^\p{L}\p{N}]{0,3}(?:다시|대시|데시|하이픈|하고요?|이랑|이요|에요?|에서|의|국에?|점|쩜|땡|짝대기|작대기|바|빼기|마이너스|슬래시|그리고|그\s?다음에?|다음에?|dash|hyphen|minus|dot|space|then|and)[^\p{L}\p{N}]{0,3}$/iu
const DATE_WORD = /^\s?(?:년도?생?|월|일생?|생)(?:이고|에)?[\s,.\-/:]{0,3}(?:(?:다시|대시|하이픈)\s?)?$/u
const TELLING_PLACE =
  /[뒤뒷앞]|나머지|마지막|다음|가운데|중간|끝\s?(?:에|은|이|자리|번호)|국번|지역|이어서|첫\s?번째|두\s?번째|last|rest|then|followed|back|ending/i
const COUNT_OF_PLACES = /^\s?(?:자리|글자|개\s?숫자|digits?\b)/

/** Every stretch of the text that could be a number of some kind, with up to 19 digits. */
export function readNumberWindows(text: string): readonly NumberWindow[] {
  const labels = once(() => findLabels(text))
  return readRuns(text).flatMap((run) => windowsOf(text, run, labels))
}

/** Whether the gap holds words, such as "뒤에 일곱 자리는", that tell where the next digits belong. */
export function isTellingGap(gap: string): boolean {
  return TELLING_PLACE.test(gap)
}

/** Whether the gap is a part of a date, such as 년. */
export function isDateGap(gap: string): boolean {
  return DATE_WORD.test(gap)
}

function readRuns(text: string): readonly (readonly Chunk[])[] {
  const runs: Chunk[][] = []
  for (const chunk of readChunks(text)) {
    const last = runs.at(-1)
    const previous = last?.at(-1)
    if (last && previous && isJoined(text.slice(previous.end, chunk.start))) last.push(chunk)
    else runs.push([chunk])
  }
  return runs
}

/** "뒤에 7자리": the seven counts places, and is no part of the number. */
function readChunks(text: string): readonly Chunk[] {
  return Array.from(text.matchAll(/\d+/g), ({ 0: digits, index }) => ({
    digits,
    start: index,
    end: index + digits.length,
  })).filter(({ digits, end }) => digits.length > 2 || !COUNT_OF_PLACES.test(text.slice(end, end + 6)))
}

function isJoined(gap: string): boolean {
  if (gap.length > MAX_GAP) return false
  return SEPARATORS.test(gap) || SPOKEN_SEPARATOR.test(gap) || DATE_WORD.test(gap) || isTellingGap(gap)
}

function windowsOf(text: string, run: readonly Chunk[], labels: ReadLabels): readonly NumberWindow[] {
  const windows: NumberWindow[] = []
  const gaps = run.slice(1).map(({ start }, place) => text.slice(run[place]?.end, start))
  for (let from = 0; from < run.length; from += 1) {
    if (!begins(run, gaps, from)) continue
    let digits = ''
    for (let to = from; to < run.length && digits.length <= MAX_DIGITS; to += 1) {
      digits += run[to]?.digits ?? ''
      if (digits.length < MIN_DIGITS || digits.length > MAX_DIGITS || !ends(run, gaps, to)) continue
      windows.push(windowFrom(text, run, gaps, digits, from, to, labels))
    }
  }
  return windows
}

/** One digit among others that are all apart begins nothing, unless it stands further from the one before. */
function begins(run: readonly Chunk[], gaps: readonly string[], from: number): boolean {
  if (from === 0 || (run[from]?.digits.length ?? 0) > 1) return true
  return gaps[from - 1] !== gaps[from] && (gaps[from - 1]?.length ?? 0) >= (gaps[from]?.length ?? 0)
}

function ends(run: readonly Chunk[], gaps: readonly string[], to: number): boolean {
  if (to === run.length - 1 || (run[to]?.digits.length ?? 0) > 1) return true
  return gaps[to - 1] !== gaps[to] && (gaps[to]?.length ?? 0) >= (gaps[to - 1]?.length ?? 0)
}

function windowFrom(
  text: string,
  run: readonly Chunk[],
  gaps: readonly string[],
  digits: string,
  from: number,
  to: number,
  labels: ReadLabels,
): NumberWindow {
  const start = run[from]?.start ?? 0
  const end = run[to]?.end ?? 0
  const before = text.slice(Math.max(0, start - NEARBY), start)
  const after = text.slice(end, end + NEARBY)
  return {
    digits,
    sizes: run.slice(from, to + 1).map((chunk) => chunk.digits.length),
    gaps: gaps.slice(from, to),
    start,
    end,
    before,
    after,
    isWholeRun: from === 0 && to === run.length - 1,
    labelBefore: once(() => labelBefore(text, start, labels())),
    labelAfter: once(() => labelAfter(end, labels())),
  }
}

/** Labels are looked for only where the digits themselves leave it open. */
function once<Value>(read: () => Value): () => Value {
  let held: { readonly value: Value } | undefined
  return () => (held ??= { value: read() }).value
}
