import { findDay, partsOf, type SeoulDay } from '../seoulDay.ts'
import { findHoliday } from './holidays.ts'

const WEEKDAYS = '월화수목금토일'
const WEEKDAYS_EN = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const MONTHS_EN = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const NUMBERS: Readonly<Record<string, number>> = {
  하루: 1,
  이틀: 2,
  사흘: 3,
  나흘: 4,
  닷새: 5,
  엿새: 6,
  이레: 7,
  여드레: 8,
  아흐레: 9,
  열흘: 10,
  보름: 15,
  스무날: 20,
  a: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  한: 1,
  일: 1,
  두: 2,
  이: 2,
  세: 3,
  삼: 3,
  네: 4,
  사: 4,
  다섯: 5,
  여섯: 6,
}
/** Months and dates as they are read aloud, which is how dictated text writes them. */
const SPOKEN_MONTHS = ['일', '이', '삼', '사', '오', '유', '칠', '팔', '구', '시', '십일', '십이']
const SPOKEN_DIGITS = '일이삼사오육칠팔구'

/** A count out of a word or digits; NaN for neither. */
export function amount(word = ''): number {
  return NUMBERS[word.toLowerCase()] ?? Number(word)
}

export function weeksBack(which = ''): number {
  if (/지지난|저저번|전전/.test(which)) return 2
  return /지난|저번|전/.test(which) ? 1 : 0
}

export function monthsBack(which = ''): number {
  if (which === '지지난') return 2
  return which === '지난' || which === '저번' ? 1 : 0
}

export function koreanWeekday(letter = ''): number {
  return WEEKDAYS.indexOf(letter)
}

export function englishWeekday(word = ''): number {
  return WEEKDAYS_EN.indexOf(word.slice(0, 3).toLowerCase())
}

export function englishMonth(word = ''): number {
  return MONTHS_EN.indexOf(word.slice(0, 3).toLowerCase()) + 1
}

/** Weeks begin on Monday. */
export function weekdayOf(today: SeoulDay, weeksAgo: number, weekday: number): SeoulDay {
  return today - partsOf(today).weekday - 7 * weeksAgo + weekday
}

export function latest(from: SeoulDay, weekday: number): SeoulDay {
  return from - ((partsOf(from).weekday - weekday + 7) % 7)
}

export function inYear(word: string | undefined, month: number, date: number, today: SeoulDay): SeoulDay | undefined {
  const { year } = partsOf(today)
  if (word !== undefined) return findDay(/작년|지난해/.test(word) ? year - 1 : year, month, date)
  const thisYear = findDay(year, month, date)
  return thisYear !== undefined && thisYear > today ? findDay(year - 1, month, date) : thisYear
}

export function inMonth(monthsAgo: number, date: number, today: SeoulDay): SeoulDay | undefined {
  const { year, month } = partsOf(today)
  const months = year * 12 + month - 1 - monthsAgo
  return findDay(Math.floor(months / 12), (months % 12) + 1, date)
}

/** The same date that many months before, or that month's last day where it is shorter. */
export function monthsBefore(months: number, today: SeoulDay): SeoulDay | undefined {
  return inMonth(months, partsOf(today).date, today) ?? lastOfMonth(months, today)
}

/** Beginning, middle or end of a month, as the day that stands for it; the words stay with it. */
export function partOfMonth(monthsAgo: number, part: string, today: SeoulDay): SeoulDay | undefined {
  if (/초|beginning/i.test(part)) return inMonth(monthsAgo, 1, today)
  if (/중순|middle/i.test(part)) return inMonth(monthsAgo, 15, today)
  return lastOfMonth(monthsAgo, today)
}

function lastOfMonth(monthsAgo: number, today: SeoulDay): SeoulDay | undefined {
  const next = inMonth(monthsAgo - 1, 1, today)
  return next === undefined ? undefined : next - 1
}

/** The latest one past, or the one of the year that was named. */
export function holiday(name: string, year: string | undefined, shift: number, today: SeoulDay): SeoulDay | undefined {
  const { year: thisYear } = partsOf(today)
  const years = /작년|지난해/.test(year ?? '')
    ? [thisYear - 1]
    : /올해|금년/.test(year ?? '')
      ? [thisYear]
      : [thisYear, thisYear - 1]
  return years
    .flatMap((one) => findHoliday(name, one) ?? [])
    .map((day) => day + shift)
    .find((day) => day <= today)
}

export function shiftOf(words = ''): number {
  const said = words.replaceAll(/\s/g, '')
  return { 다음날: 1, 이튿날: 1, 다다음날: 2, 전날: -1, 전전날: -2 }[said] ?? 0
}

export function spokenDate(words = ''): number {
  const [tens = '', ones = ''] = words.includes('십') ? words.split('십') : ['', words]
  const digit = (letter: string): number => SPOKEN_DIGITS.indexOf(letter) + 1
  const isTens = words.includes('십')
  return (isTens ? (tens === '' ? 10 : digit(tens) * 10) : 0) + (ones === '' ? 0 : digit(ones))
}

export function latestDate(date: number, today: SeoulDay): SeoulDay | undefined {
  const thisMonth = inMonth(0, date, today)
  return thisMonth !== undefined && thisMonth <= today ? thisMonth : inMonth(1, date, today)
}

/** Month (from 1) as it is read aloud, such as 시월; 0 for a word that names none. */
export function spokenMonth(words = ''): number {
  return SPOKEN_MONTHS.indexOf(words) + 1
}
