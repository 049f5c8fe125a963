/** Words for small numbers, as people write them in the languages that complaints come in. */
const WORDS: Readonly<Record<number, string>> = {
  1: 'one|once|một|один|одна|одну|одного|한|하나',
  2: 'two|twice|hai|два|две|двух|두|둘',
  3: 'three|ba|три|трёх|трех|세|셋',
  4: 'four|bốn|четыре|네|넷',
  5: 'five|năm|пять|다섯',
  6: 'six|sáu|шесть|여섯',
  7: 'seven|bảy|семь|일곱',
  8: 'eight|tám|восемь|여덟',
  9: 'nine|chín|девять|아홉',
  10: 'ten|mười|десять|열',
  11: 'eleven|одиннадцать',
  12: 'twelve|двенадцать',
  15: 'fifteen|quarter',
  20: 'twenty|двадцать|스물|스무',
  30: 'thirty|half|nửa|полчаса|半',
  40: 'forty|сорок',
  50: 'fifty|пятьдесят',
}
const MONTHS = [
  'jan(?:uary)?|январ\\p{L}',
  'feb(?:ruary)?|феврал\\p{L}',
  'mar(?:ch)?|марта?',
  'apr(?:il)?|апрел\\p{L}',
  'may|мая|май',
  'june?|июн\\p{L}',
  'july?|июл\\p{L}',
  'aug(?:ust)?|августа?',
  'sept?(?:ember)?|сентябр\\p{L}',
  'oct(?:ober)?|октябр\\p{L}',
  'nov(?:ember)?|ноябр\\p{L}',
  'dec(?:ember)?|декабр\\p{L}',
] as const
const WORD_PATTERNS = [
  ...Object.entries(WORDS).map(([number, words]) => [Number(number), words] as const),
  ...MONTHS.map((words, index) => [index + 1, words] as const),
].map(([number, words]) => [number, new RegExp(`(?<![\\p{L}])(?:${words})(?![a-zа-яё])`, 'iu')] as const)

const HAN_DIGITS = '〇一二三四五六七八九'
/** Korean counts such as 두 시간; 한 is left out, for it is in every other phrase (한 번도, 한 분). */
const KOREAN_COUNT =
  /(?<![가-힣])(두|세|네|다섯|여섯|일곱|여덟|아홉|열)\s?(?=시간|시|번|명|분|개월|달|주|개|차례|살|잔|사람|곳|군데|가지)/g
const KOREAN_NUMBERS: Readonly<Record<string, number>> = {
  두: 2,
  세: 3,
  네: 4,
  다섯: 5,
  여섯: 6,
  일곱: 7,
  여덟: 8,
  아홉: 9,
  열: 10,
}

/** The numbers that a text writes in digits, or in Korean as a count. */
export function numbersStated(text: string): readonly number[] {
  const plain = text.normalize('NFKC').replaceAll(/(?<=\d),(?=\d{3}(?!\d))/g, '')
  const digits = Array.from(plain.matchAll(/\d+(?:\.\d+)?/g), ([number]) => Number(number))
  const counts = Array.from(plain.matchAll(KOREAN_COUNT), ([, word = '']) => KOREAN_NUMBERS[word] ?? Number.NaN)
  return [...digits, ...counts]
}

/** The numbers that may be stated of a text: those it writes in digits, in words of its language, or in Han characters. */
export function numbersKnown(text: string): ReadonlySet<number> {
  const inWords = WORD_PATTERNS.flatMap(([number, pattern]) => (pattern.test(text) ? [number] : []))
  const inHan = Array.from(text.matchAll(/[〇一二两三四五六七八九十百千]+/g), ([run]) => hanNumber(run))
  return new Set([...numbersStated(text), ...inWords, ...inHan])
}

function hanNumber(run: string): number {
  let total = 0
  let digit = 0
  for (const character of run.replaceAll('两', '二')) {
    const value = HAN_DIGITS.indexOf(character)
    if (value !== -1) {
      digit = value
      continue
    }
    const unit = { 十: 10, 百: 100, 千: 1000 }[character] ?? 1
    total += (digit || 1) * unit
    digit = 0
  }
  return total + digit
}
