import { GAP, written, type Rule } from './rule.ts'

const DATE = String.raw`\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])`
const STAR = '[*xX●○◯ㅇ＊•]'
const ALONE = String.raw`(?<![\d.])`
const NOTHING_FOLLOWS = String.raw`(?!${GAP}\d|[^\d\n]{0,15}[뒤뒷][^\d\n]{0,10}\d)`
const UNIT = /^\s?(?:원|호|층|명|번|시|분|일|월|년|개|회|mg|kg|ml)/
const OTHER_NUMBER_WORD = /(?:예약|접수|대기|영수증|승인|주문|문서|관리|송장)\s?번?호?\s?(?:는|은|:)?\s?$/

const partialRules: readonly Rule[] = (
  [
    ['rrn', '[012349]', '주민|주번|민증'],
    ['foreigner_no', '[5-8]', '외국인|거소'],
  ] as const
).flatMap(([type, seventh, label]): readonly Rule[] => [
  {
    type,
    pattern: written(ALONE, DATE, String.raw`\s?-?\s?`, seventh, String.raw`\d{0,5}\s?${STAR}{1,6}`, `(?!${STAR})`),
  },
  {
    type,
    pattern: written(String.raw`(?<![\d.\-])`, DATE, '-', seventh, String.raw`(?![\d*\-.~])`),
    accept: ({ before, after }) => !OTHER_NUMBER_WORD.test(before) && !UNIT.test(after),
  },
  {
    type,
    pattern: written(
      `(?:${label})[^\\d\\n]{0,15}[뒤뒷][^\\d\\n]{0,10}(?<value>`,
      String.raw`\d(?:[\s.\-]?\d){5,6})(?!\d)`,
    ),
  },
  { type, pattern: written(`(?:${label})`, String.raw`[^\d\n]{0,15}(?<value>`, DATE, ')', NOTHING_FOLLOWS) },
])

const PASSPORT_DIGIT = '[\\dOolI]'
const PASSPORT_GAP = String.raw`[^\p{L}\p{N}\n]{0,4}`
const NOT_IN_CODE = String.raw`(?<![A-Za-z\d@._-])`

const passportRules: readonly Rule[] = [
  {
    type: 'passport',
    pattern: written(
      String.raw`(?:여권|[Pp]assport|PASSPORT)[^\d\n]{0,20}?(?<value>(?<![A-Za-z])[A-Za-z]{1,2}\s?\d{1,6}[^\dA-Za-z\n]{1,12}(?:나머지|뒤|뒷|마지막|그다음|다음)[^\d\n]{0,8}\d{2,7})(?!\d)`,
    ),
    accept: ({ digits }) => digits.length >= 7 && digits.length <= 8,
  },
  {
    type: 'passport',
    pattern: written(
      NOT_IN_CODE,
      String.raw`[MSRGDOmsrgd]`,
      places(3),
      PASSPORT_GAP,
      '[A-Za-z]',
      places(4),
      '(?![A-Za-z\\d])',
    ),
    accept: ({ before }) => !OTHER_NUMBER_WORD.test(before),
  },
  {
    type: 'passport',
    pattern: written(NOT_IN_CODE, String.raw`[MSRGDmsrgd]`, places(8), '(?![A-Za-z\\d])'),
    accept: ({ before }) => !OTHER_NUMBER_WORD.test(before),
  },
  {
    type: 'passport',
    pattern: written(
      String.raw`(?:여권|패스포트|[Pp]assport|PASSPORT)[^\d\n]{0,24}?(?<value>(?<![A-Za-z])(?:[A-Za-z]${PASSPORT_GAP}){0,2}\d`,
      `(?:${PASSPORT_GAP}${PASSPORT_DIGIT}){2}(?:${PASSPORT_GAP}[A-Za-z\\d])?(?:${PASSPORT_GAP}${PASSPORT_DIGIT}){3,5}[A-Z]?)(?![A-Za-z\\d])`,
    ),
  },
  {
    type: 'passport',
    pattern: written(
      String.raw`(?:여권|[Pp]assport|PASSPORT)[^\d\n]{0,20}?(?<value>(?<![A-Za-z\d])(?=(?:[A-Z]*\d){4})[A-Z\d]{8,9})(?![A-Za-z\d])`,
    ),
  },
  {
    type: 'passport',
    pattern: written(
      NOT_IN_CODE,
      String.raw`(?<value>[A-Za-z]{1,2}${PASSPORT_GAP}\d(?:${PASSPORT_GAP}[\dA-Z]){6,7})(?![A-Za-z\d])(?=[^\d\n]{0,10}(?:여권|[Pp]assport))`,
    ),
  },
]

/** Passports, and what is left of a registration number that its writer cut short. */
export const ID_NUMBER_RULES: readonly Rule[] = [
  { type: 'rrn', pattern: written(ALONE, DATE, String.raw`\s?-\s?${STAR}{6,7}`) },
  ...partialRules,
  ...passportRules,
]

function places(count: number): string {
  return `(?:${PASSPORT_GAP}${PASSPORT_DIGIT}){${count}}`
}
