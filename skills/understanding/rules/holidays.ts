import { findDay, type SeoulDay } from '../seoulDay.ts'

/** Month and date of Seollal, Buddha's birthday and Chuseok, which follow the moon, as the Korea Astronomy and Space Science Institute publishes them. */
const BY_MOON: Readonly<Record<number, { readonly 설: Day; readonly 석탄일: Day; readonly 추석: Day }>> = {
  2024: { 설: [2, 10], 석탄일: [5, 15], 추석: [9, 17] },
  2025: { 설: [1, 29], 석탄일: [5, 5], 추석: [10, 6] },
  2026: { 설: [2, 17], 석탄일: [5, 24], 추석: [9, 25] },
  2027: { 설: [2, 7], 석탄일: [5, 13], 추석: [9, 15] },
  2028: { 설: [1, 27], 석탄일: [5, 2], 추석: [10, 3] },
  2029: { 설: [2, 13], 석탄일: [5, 20], 추석: [9, 22] },
  2030: { 설: [2, 3], 석탄일: [5, 9], 추석: [9, 12] },
}
type Day = readonly [month: number, date: number]

const BY_SUN: readonly (readonly [RegExp, Day])[] = [
  [/신정|새해\s?첫날|new year'?s day/i, [1, 1]],
  [/삼일절|3[.·]1절/, [3, 1]],
  [/어린이날|children'?s day/i, [5, 5]],
  [/어버이날/, [5, 8]],
  [/현충일/, [6, 6]],
  [/제헌절/, [7, 17]],
  [/광복절|liberation day/i, [8, 15]],
  [/개천절/, [10, 3]],
  [/한글날/, [10, 9]],
  [/(?:크리스마스|성탄절)\s?이브|christmas eve/i, [12, 24]],
  [/크리스마스|성탄절|christmas/i, [12, 25]],
]

/** Every way to name a holiday, longest first, for use inside a rule. */
export const HOLIDAY_NAMES =
  "설날|설(?=\\s?(?:연휴|당일|다다음|다음|이튿|전날|전전)|에(?:\\s|$)|때(?:\\s|$))|구정|추석|한가위|부처님\\s?오신\\s?날|석가탄신일|석탄일|초파일|신정|새해\\s?첫날|삼일절|3[.·]1절|어린이날|어버이날|현충일|제헌절|광복절|개천절|한글날|(?:크리스마스|성탄절)(?:\\s?이브)?|seollal|lunar new year|chuseok|buddha'?s birthday|new year'?s day|children'?s day|liberation day|christmas(?: eve| day)?"

/** The day of a holiday in a year; undefined for a year whose moon is not known here. */
export function findHoliday(name: string, year: number): SeoulDay | undefined {
  const day = dayOfMoon(name, year) ?? BY_SUN.find(([words]) => words.test(name))?.[1]
  return day && findDay(year, day[0], day[1])
}

function dayOfMoon(name: string, year: number): Day | undefined {
  const days = BY_MOON[year]
  if (/설|구정|seollal|lunar/i.test(name)) return days?.설
  if (/추석|한가위|chuseok/i.test(name)) return days?.추석
  return /부처님|석가|석탄|초파일|buddha/i.test(name) ? days?.석탄일 : undefined
}
