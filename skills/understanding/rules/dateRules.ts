import { findDay, partsOf, type SeoulDay } from '../seoulDay.ts'

/** One way to say a day, and the day it means when said today; undefined where it means none that can be known. */
export type DateRule = {
  readonly pattern: RegExp
  readonly day: (groups: Readonly<Record<string, string | undefined>>, today: SeoulDay) => SeoulDay | undefined
}

const WEEKDAYS = '월화수목금토일'
const WEEKDAYS_EN = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const MONTHS_EN = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH_EN =
  '(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const NUMBERS: Readonly<Record<string, number>> = {
  하루: 1,
  이틀: 2,
  사흘: 3,
  나흘: 4,
  닷새: 5,
  엿새: 6,
  이레: 7,
  열흘: 10,
  보름: 15,
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
}
/** What makes a number of days a length of time, or a day still to come. */
const NOT_A_DATE =
  '(?!\\s*(?:전|동안|간|째|치|분|후|뒤|이내|안에|만에|정도|마다|에\\s?한|내|넘|이상|이나|씩|요일|~|-|때|을|걸|기다|지나|됐|도\\s?안|예약|예정|까지|로\\s?예약))'

/** Korean and English ways to name a day that has been. A day and month without a year is the latest one past. */
export const DATE_RULES: readonly DateRule[] = [
  {
    pattern:
      /(?<![가-힣])(?:오늘|금일|방금|아까|조금\s?전|좀\s?전)|\b(?:today|just now|this (?:morning|afternoon|evening)|tonight|earlier today)\b/dgi,
    day: (_, today) => today,
  },
  { pattern: /(?<![가-힣])지금(?!까지|은|껏|도)/dgi, day: (_, today) => today },
  {
    pattern: /(?<![가-힣])(?:어제|어저께|어젯밤|간밤|지난밤)|(?<!day before )\b(?:yesterday|last night)\b/dgi,
    day: (_, today) => today - 1,
  },
  {
    pattern: /(?<![가-힣])(?:그제(?!야|서야)|그저께|엊그제|엊그저께)|\b(?:the )?day before yesterday\b/dgi,
    day: (_, today) => today - 2,
  },
  { pattern: /(?<![가-힣])(?:그끄저께|그끄제)/dgi, day: (_, today) => today - 3 },
  { pattern: /(?<![\d가-힣])(?<count>\d{1,3})\s?일\s?전/dgi, day: ({ count }, today) => today - Number(count) },
  {
    pattern: /(?<![가-힣])(?<count>하루|이틀|사흘|나흘|닷새|엿새|이레|열흘|보름)\s?전/dgi,
    day: ({ count }, today) => today - amount(count),
  },
  {
    pattern: /(?<![\d가-힣])(?<count>\d{1,2}|한|일|두|이|세|삼|네|사)\s?주일?\s?전/dgi,
    day: ({ count }, today) => today - 7 * amount(count),
  },
  {
    pattern: /\b(?<count>\d{1,3}|a|one|two|three|four|five|six|seven)\s(?<unit>day|week)s? ago\b/dgi,
    day: ({ count, unit }, today) => today - amount(count) * (unit?.toLowerCase() === 'week' ? 7 : 1),
  },
  {
    pattern: /(?<![가-힣])(?<which>지지난|지난|저번|이번|금)\s?주\s?(?<weekday>[월화수목금토일])요일/dgi,
    day: ({ which, weekday }, today) => weekdayOf(today, weeksBack(which), koreanWeekday(weekday)),
  },
  {
    pattern: /(?<![가-힣])(?:지난|저번)\s?(?<weekday>[월화수목금토일])요일/dgi,
    day: ({ weekday }, today) => latest(today - 1, koreanWeekday(weekday)),
  },
  {
    pattern: /(?<![가-힣]|매주\s|다음\s?주\s?|다음\s|주\s)(?<weekday>[월화수목금토일])요일(?!마다|\s?예약|까지)/dgi,
    day: ({ weekday }, today) => latest(today, koreanWeekday(weekday)),
  },
  {
    pattern: /\b(?<which>last |on |this )(?<weekday>mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b/dgi,
    day: ({ which, weekday }, today) =>
      latest(which?.toLowerCase() === 'last ' ? today - 1 : today, englishWeekday(weekday)),
  },
  {
    pattern: /(?<!\d)(?<year>20\d{2})\s?[년.\-/]\s?(?<month>\d{1,2})\s?[월.\-/]\s?(?<date>\d{1,2})(?!\d)\s?일?/dgi,
    day: ({ year, month, date }) => findDay(Number(year), Number(month), Number(date)),
  },
  {
    pattern: new RegExp(
      `(?<year>작년|지난해|올해|금년)?\\s?(?<!\\d|\\d년\\s?)(?<month>\\d{1,2})\\s?월\\s?(?<date>\\d{1,2})\\s?일${NOT_A_DATE}`,
      'dg',
    ),
    day: ({ year, month, date }, today) => inYear(year, Number(month), Number(date), today),
  },
  {
    pattern: new RegExp(`(?<![가-힣])(?<which>지난|저번|이번)\\s?달\\s?(?<date>\\d{1,2})\\s?일${NOT_A_DATE}`, 'dg'),
    day: ({ which, date }, today) => inMonth(which === '이번' ? 0 : 1, Number(date), today),
  },
  {
    pattern:
      /(?<![\d/.])(?<month>\d{1,2})\/(?<date>\d{1,2})(?![\d/])(?=\s?(?:\(|에|일|날|오전|오후|아침|저녁|밤|진료|,|$))/dg,
    day: ({ month, date }, today) => inYear(undefined, Number(month), Number(date), today),
  },
  {
    pattern: new RegExp(`(?<![\\d가-힣.\\-~/]|[월달]\\s?)(?<date>\\d{1,2})일${NOT_A_DATE}`, 'dg'),
    day: ({ date }, today) => latestDate(Number(date), today),
  },
  {
    pattern: new RegExp(`\\b${MONTH_EN}\\s(?<date>\\d{1,2})(?:st|nd|rd|th)?\\b`, 'dgi'),
    day: ({ month, date }, today) => inYear(undefined, englishMonth(month), Number(date), today),
  },
  {
    pattern: new RegExp(`\\b(?<date>\\d{1,2})(?:st|nd|rd|th)?\\s(?:of\\s)?${MONTH_EN}\\b`, 'dgi'),
    day: ({ month, date }, today) => inYear(undefined, englishMonth(month), Number(date), today),
  },
  {
    pattern: /\bon the (?<date>\d{1,2})(?:st|nd|rd|th)\b/dgi,
    day: ({ date }, today) => latestDate(Number(date), today),
  },
]

function amount(word = ''): number {
  return NUMBERS[word.toLowerCase()] ?? Number(word)
}

function weeksBack(which = ''): number {
  return which === '지지난' ? 2 : which === '지난' || which === '저번' ? 1 : 0
}

function koreanWeekday(letter = ''): number {
  return WEEKDAYS.indexOf(letter)
}

function englishWeekday(word = ''): number {
  return WEEKDAYS_EN.indexOf(word.slice(0, 3).toLowerCase())
}

function englishMonth(word = ''): number {
  return MONTHS_EN.indexOf(word.slice(0, 3).toLowerCase()) + 1
}

/** Weeks begin on Monday. */
function weekdayOf(today: SeoulDay, weeksAgo: number, weekday: number): SeoulDay {
  return today - partsOf(today).weekday - 7 * weeksAgo + weekday
}

function latest(from: SeoulDay, weekday: number): SeoulDay {
  return from - ((partsOf(from).weekday - weekday + 7) % 7)
}

function inYear(word: string | undefined, month: number, date: number, today: SeoulDay): SeoulDay | undefined {
  const { year } = partsOf(today)
  if (word !== undefined) return findDay(/작년|지난해/.test(word) ? year - 1 : year, month, date)
  const thisYear = findDay(year, month, date)
  return thisYear !== undefined && thisYear > today ? findDay(year - 1, month, date) : thisYear
}

function inMonth(monthsAgo: number, date: number, today: SeoulDay): SeoulDay | undefined {
  const { year, month } = partsOf(today)
  const months = year * 12 + month - 1 - monthsAgo
  return findDay(Math.floor(months / 12), (months % 12) + 1, date)
}

function latestDate(date: number, today: SeoulDay): SeoulDay | undefined {
  const thisMonth = inMonth(0, date, today)
  return thisMonth !== undefined && thisMonth <= today ? thisMonth : inMonth(1, date, today)
}
