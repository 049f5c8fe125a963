import type { PersonalDataType } from '../../../skills/privacy/personalData.ts'
import { DISGUISES } from './disguises.ts'

/** A line with a number that may never be kept. `before` and `after` hold no digit of any kind. */
export type GeneratedLine = {
  readonly type: PersonalDataType
  readonly disguise: string
  readonly before: string
  readonly surface: string
  readonly after: string
}

/** The same number over several messages; the first has a label in front where the kind needs one. */
export type GeneratedTalk = {
  readonly type: PersonalDataType
  readonly label: string
  readonly pieces: readonly string[]
}

type Random = (below: number) => number
type Kind = { readonly label: string; readonly make: (random: Random) => readonly string[] }

const SEED = 20261121
const VARIATIONS = 16
const TALKS = 400
const MIN_PIECE = 3

const KINDS = {
  rrn: { label: '주민번호', make: (random) => [birthDate(random), `${3 + random(2)}${digits(random, 6)}`] },
  foreigner_no: {
    label: '외국인등록번호',
    make: (random) => [birthDate(random), `${7 + random(2)}${digits(random, 6)}`],
  },
  passport: { label: '여권번호', make: (random) => [`M${digits(random, 8)}`] },
  driver_license: {
    label: '면허번호',
    make: (random) => [String(11 + random(16)), digits(random, 2), digits(random, 6), digits(random, 2)],
  },
  card: { label: '카드번호', make: (random) => groupsOf(withCheckDigit(`4${digits(random, 14)}`), 4) },
  account: { label: '신한은행 계좌', make: (random) => ['110', digits(random, 3), digits(random, 6)] },
} as const satisfies Partial<Record<PersonalDataType, Kind>>

const KIND_NAMES = ['rrn', 'foreigner_no', 'passport', 'driver_license', 'card', 'account'] as const
const AFTER = ['', ' 맞죠', '라고 적었어요', ' 확인해 주세요', ', please check', '입니다', ' 였어요']

/** All disguises of all kinds, the same at every call. */
export function generateLines(): readonly GeneratedLine[] {
  const random = createRandom(SEED)
  return KIND_NAMES.flatMap((type) =>
    Object.entries(DISGUISES).flatMap(([disguise, write]) =>
      Array.from({ length: VARIATIONS }, () => ({
        type,
        disguise,
        before: beforeFor(type, random),
        surface: write(KINDS[type].make(random)),
        after: AFTER[random(AFTER.length)] ?? '',
      })),
    ),
  )
}

/** Numbers in two to four messages, in digits or spelled, cut anywhere. */
export function generateTalks(): readonly GeneratedTalk[] {
  const random = createRandom(SEED)
  const plain = ['plain', 'tight', 'blanks', 'full-width', 'spelled without blanks', 'hanja']
  return KIND_NAMES.flatMap((type) =>
    Array.from({ length: TALKS }, (_, place) => {
      const number = KINDS[type].make(random)
      const pieces = cut(number.join(''), 2 + random(3), random)
      const write = DISGUISES[plain[place % plain.length] ?? 'plain']
      const needsLabel = type === 'passport' || type === 'driver_license' || type === 'account'
      const label = needsLabel || random(2) === 0 ? `${KINDS[type].label}는 ` : ''
      return { type, label, pieces: pieces.map((piece) => write?.([piece]) ?? piece) }
    }),
  )
}

function beforeFor(type: (typeof KIND_NAMES)[number], random: Random): string {
  const { label } = KINDS[type]
  const carriers = [`${label} `, `${label}는 `, `제 ${label}: `, `수납할 때 ${label}를 불렀는데 `]
  return carriers[random(carriers.length)] ?? ''
}

function cut(number: string, count: number, random: Random): readonly string[] {
  const most = Math.min(count, Math.floor(number.length / MIN_PIECE))
  const pieces: string[] = []
  let from = 0
  for (let left = most; left > 1; left -= 1) {
    const room = number.length - from - MIN_PIECE * left
    const length = MIN_PIECE + random(room + 1)
    pieces.push(number.slice(from, from + length))
    from += length
  }
  return [...pieces, number.slice(from)]
}

/** Years thirty to ninety-nine with a seventh digit of this century: nobody holds such a number yet. */
function birthDate(random: Random): string {
  const two = (number: number): string => String(number).padStart(2, '0')
  return `${30 + random(70)}${two(1 + random(12))}${two(1 + random(28))}`
}

function digits(random: Random, count: number): string {
  return Array.from({ length: count }, () => String(random(10))).join('')
}

function groupsOf(number: string, size: number): readonly string[] {
  return Array.from({ length: number.length / size }, (_, place) => number.slice(place * size, (place + 1) * size))
}

function withCheckDigit(number: string): string {
  const sum = Array.from(number, Number)
    .reverse()
    .map((digit, place) => (place % 2 === 0 ? digit * 2 : digit))
    .reduce((total, digit) => total + (digit > 9 ? digit - 9 : digit), 0)
  return `${number}${(10 - (sum % 10)) % 10}`
}

/** A small generator of numbers that gives the same row every time (mulberry32). */
function createRandom(seed: number): Random {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}
