import { digits, GAP, NARROW, written, type Candidate, type Rule } from './rule.ts'

const DATE = String.raw`\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])`
const LONG_DATE = String.raw`(?:19|20)?\d{2}\s?[년.\-/]\s?\d{1,2}\s?[월.\-/]\s?\d{1,2}\s?일?\s?생?`
const STAR = '[*xX●○◯ㅇ]'
const NOT_IN_RUN = String.raw`(?<!\d[\s.\-_/]{0,2})`
const RUN_ENDS = String.raw`(?!\d|[.\-_/]\d|\s\d(?!\d{2}))`
const ALONE = String.raw`(?<![\d.])`
const ENDS = String.raw`(?!\d)`
const NOTHING_FOLLOWS = String.raw`(?!${GAP}\d|[^\d\n]{0,15}[뒤뒷][^\d\n]{0,10}\d)`
const UNIT = /^\s?(?:원|호|층|명|번|시|분|일|월|년|개|회|mg|kg|ml)/
const ID_WORD = /주민|외국인\s?등록|resident|\brrn\b|\barc\b/i
const ACCOUNT_WORD = /계좌|은행|뱅크|입금|예금|송금|account/i
const OTHER_NUMBER_WORD = /(?:예약|접수|대기|영수증|승인|주문|문서|관리)\s?번?호?\s?(?:는|은|:)?\s?$/

/** The seventh digit tells a citizen's number (9 and 0: born in the 1800s) from a foreigner's. */
const CITIZEN = '[012349]'
const FOREIGNER = '[5-8]'

/**
 * Resident and foreigner registration numbers. The check digit is not asked for: numbers given since October 2020
 * end in random digits. Dates of birth in the future pass, too; a mistyped number is still somebody's number.
 */
const registrationRules: readonly Rule[] = (
  [
    ['rrn', CITIZEN],
    ['foreigner_no', FOREIGNER],
  ] as const
).flatMap(([type, seventh]): readonly Rule[] => [
  {
    type,
    pattern: written(ALONE, '(?:19|20)?', DATE, GAP, seventh, String.raw`\d{6}`, ENDS),
    accept: ({ after }) => !/^\s?원/.test(after),
  },
  { type, pattern: written(ALONE, LONG_DATE, GAP, seventh, String.raw`\d{6}`, ENDS), accept: isDated },
  {
    type,
    pattern: written(ALONE, DATE, String.raw`[^\d\n]{0,15}[뒤뒷][^\d\n]{0,10}`, seventh, String.raw`\d{6}`, ENDS),
  },
  {
    type,
    pattern: written(NOT_IN_RUN, digits(6, NARROW), GAP, seventh, NARROW, digits(6, NARROW), RUN_ENDS),
    accept: isScattered,
  },
  {
    type,
    pattern: written(ALONE, evenly(6, 'first'), GAP, '(?=', seventh, ')', evenly(7, 'second'), RUN_ENDS),
    accept: hasDate,
  },
  {
    type,
    pattern: written(
      String.raw`(?:주민|외국인)[^\d\n]{0,15}(?<value>`,
      digits(6, GAP),
      GAP,
      seventh,
      GAP,
      digits(6, GAP),
      ')',
      ENDS,
    ),
    accept: hasDate,
  },
  {
    type,
    pattern: written(
      String.raw`(?:주민|외국인)[^\d\n]{0,15}[뒤뒷][^\d\n]{0,10}(?<value>`,
      seventh,
      String.raw`\d{6})`,
      ENDS,
    ),
  },
  {
    type,
    pattern: written(ALONE, DATE, String.raw`\s?-?\s?`, seventh, String.raw`\d{0,5}${STAR}{1,6}`, `(?!${STAR})`),
  },
])

const partialRules: readonly Rule[] = [
  { type: 'rrn', pattern: written(ALONE, DATE, String.raw`\s?-\s?${STAR}{6,7}`) },
  {
    type: 'rrn',
    pattern: written(String.raw`(?<![\d.\-])`, DATE, String.raw`-[1-4](?![\d*\-.~])`),
    accept: ({ before, after }) => !OTHER_NUMBER_WORD.test(before) && !UNIT.test(after),
  },
  { type: 'rrn', pattern: written(String.raw`주민[^\d\n]{0,15}(?<value>`, DATE, ')', NOTHING_FOLLOWS) },
]

const passportRules: readonly Rule[] = [
  { type: 'passport', pattern: written(String.raw`(?<![A-Za-z\d@._-])[MSRGDO]\d{3}[A-Z]\d{4}(?![A-Za-z\d])`) },
  {
    type: 'passport',
    pattern: written(String.raw`(?<![A-Za-z\d@._-])[MSRGD]\d{8}(?![A-Za-z\d])`),
    accept: ({ before }) => !OTHER_NUMBER_WORD.test(before),
  },
  {
    type: 'passport',
    pattern: written(
      String.raw`(?:여권|[Pp]assport)[^\d\n]{0,20}?(?<value>(?<![A-Za-z])[A-Za-z]{1,2}`,
      String.raw`(?:[\s.\-]{0,2}\d){3}(?:[\s.\-]{0,2}[A-Za-z\d])?(?:[\s.\-]{0,2}\d){3,5})(?![A-Za-z\d])`,
    ),
  },
]

const LICENSE_REGION =
  '(?:서울|부산|경기|강원|충북|충남|전북|전남|경북|경남|제주|대구|인천|광주|대전|울산|세종)(?:남부|북부)?'

const licenseRules: readonly Rule[] = [
  {
    type: 'driver_license',
    pattern: written(ALONE, String.raw`(?:1[1-9]|2[0-8])[\s.\-]{1,3}\d{2}[\s.\-]{1,3}\d{6}[\s.\-]{1,3}\d{2}`, ENDS),
  },
  {
    type: 'driver_license',
    pattern: written(LICENSE_REGION, String.raw`\s?-?\s?\d{2}[\s.\-]{1,3}\d{6}[\s.\-]{1,3}\d{2}`, ENDS),
  },
  {
    type: 'driver_license',
    pattern: written(String.raw`(?:면허|[Ll]icen[sc]e)[^\d\n]{0,20}(?<value>`, digits(12, GAP), ')', ENDS),
  },
]

/** Identifiers that nobody may keep here, consent or not. */
export const ID_NUMBER_RULES: readonly Rule[] = [
  ...registrationRules,
  ...partialRules,
  ...passportRules,
  ...licenseRules,
]

/** Digits with the same separator between any two, whatever it is. */
function evenly(count: number, name: string): string {
  return String.raw`\d(?<${name}>[^\p{L}\p{N}]{1,4})\d(?:\k<${name}>\d){${count - 2}}`
}

function isDated({ value }: Candidate): boolean {
  const [, month = '', day = ''] = /\d\s?[년.\-/]\s?(\d{1,2})\s?[월.\-/]\s?(\d{1,2})/.exec(value) ?? []
  return isMonthAndDay(Number(month), Number(day))
}

function hasDate({ digits: all }: Candidate): boolean {
  return isMonthAndDay(Number(all.slice(2, 4)), Number(all.slice(4, 6)))
}

/** Thirteen digits in groups of any size: a number unless the words around it say that it is another one. */
function isScattered(candidate: Candidate): boolean {
  if (!hasDate(candidate)) return false
  return ID_WORD.test(candidate.before) || !(ACCOUNT_WORD.test(candidate.before) || UNIT.test(candidate.after))
}

function isMonthAndDay(month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31
}
