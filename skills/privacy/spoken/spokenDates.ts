import type { Edit } from '../shadow.ts'

const DIGITS = '영일이삼사오육칠팔구'
const DATE =
  /(?<year>\d{2,4}|[천백십공영일이삼사오육칠팔구]{2,8})\s?년도?생?[\s,]{0,2}(?<month>\d{1,2}|[일이삼사오육유칠팔구시십]{1,2})\s?월\s{0,2}(?<day>\d{1,2}|[일이삼사오육칠팔구십]{1,3})\s?(?:(?<unit>일)(?=\s?(?:(?:다시|대시|하이픈|에)\s?)?[일이삼사오육칠팔구공영]{3})|일)/dg
const PLACES: Readonly<Record<string, number>> = { 십: 10, 백: 100, 천: 1000 }

/** Dates said in words, "구십구년 십이월 삼십일일", as edits that write their numbers in digits. */
export function readSpokenDates(text: string): readonly Edit[] {
  return Array.from(text.matchAll(DATE)).flatMap(({ indices }) =>
    Object.entries(indices?.groups ?? {}).flatMap(([name, place]) => {
      if (place === undefined) return []
      const [start, end] = place
      const words = text.slice(start, end)
      // Before more digits in words, the unit 일 would read as one of them.
      if (name === 'unit') return [{ start, end, text: '.' }]
      return /^\d+$/.test(words) ? [] : [{ start, end, text: readNumeral(words) }]
    }),
  )
}

/** A number below ten thousand said in words, with or without its places: 이백삼, 이공삼. */
export function readNumeral(words: string): string {
  const plain = words.replace('유', '육').replace('시', '십').replaceAll('공', '영')
  if (!/[십백천]/.test(plain)) return Array.from(plain, (digit) => String(DIGITS.indexOf(digit))).join('')
  let total = 0
  let digit = 0
  for (const word of plain) {
    const place = PLACES[word]
    total += place === undefined ? 0 : (digit || 1) * place
    digit = place === undefined ? DIGITS.indexOf(word) : 0
  }
  return String(total + digit)
}
