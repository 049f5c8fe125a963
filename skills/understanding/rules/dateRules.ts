import { findDay, type SeoulDay } from '../seoulDay.ts'
import {
  amount,
  englishMonth,
  englishWeekday,
  holiday,
  inMonth,
  inYear,
  koreanWeekday,
  latest,
  latestDate,
  monthsBack,
  monthsBefore,
  partOfMonth,
  shiftOf,
  spokenDate,
  spokenMonth,
  weekdayOf,
  weeksBack,
} from './dayArithmetic.ts'
import { HOLIDAY_NAMES } from './holidays.ts'

/** One way to say a day, and the day it means when said today; undefined where it means none that can be known. */
export type DateRule = {
  readonly pattern: RegExp
  readonly day: (groups: Readonly<Record<string, string | undefined>>, today: SeoulDay) => SeoulDay | undefined
}

const MONTH_EN =
  '(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const SPOKEN_DATE = '(?:[이삼]?십[일이삼사오육칠팔구]?|[일이삼사오육칠팔구])'
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
    pattern: /(?<![가-힣])(?:어제|어저께|어젯밤|엊저녁|간밤|지난밤)|(?<!day before )\b(?:yesterday|last night)\b/dgi,
    day: (_, today) => today - 1,
  },
  {
    pattern:
      /(?<![가-힣])(?:그제(?!야|서야)|그저께|그젯밤|엊그제|엊그저께)|\b(?:the )?day before yesterday\b|\btwo nights ago\b/dgi,
    day: (_, today) => today - 2,
  },
  { pattern: /(?<![가-힣])(?:그끄저께|그끄제)/dgi, day: (_, today) => today - 3 },
  { pattern: /(?<![\d가-힣])(?<count>\d{1,3})\s?일\s?전/dgi, day: ({ count }, today) => today - Number(count) },
  {
    pattern: /(?<![가-힣])(?<count>하루|이틀|사흘|나흘|닷새|엿새|이레|여드레|아흐레|열흘|보름|스무날)\s?전/dgi,
    day: ({ count }, today) => today - amount(count),
  },
  {
    pattern: /(?<![\d가-힣])(?<count>\d{1,2}|한|일|두|이|세|삼|네|사)\s?주일?\s?전/dgi,
    day: ({ count }, today) => today - 7 * amount(count),
  },
  {
    pattern: /(?<![\d가-힣])(?<count>\d{1,2}|한|일|두|이|세|삼|네|사|다섯|여섯)\s?(?:달|개월)\s?전/dgi,
    day: ({ count }, today) => monthsBefore(amount(count), today),
  },
  {
    pattern: /\b(?<count>\d{1,2}|a|one|two|three|four|five|six|seven)\smonths? ago\b/dgi,
    day: ({ count }, today) => monthsBefore(amount(count), today),
  },
  {
    pattern: /\b(?<count>\d{1,3}|a|one|two|three|four|five|six|seven)\s(?<unit>day|week)s? ago\b/dgi,
    day: ({ count, unit }, today) => today - amount(count) * (unit?.toLowerCase() === 'week' ? 7 : 1),
  },
  {
    pattern:
      /(?<![가-힣])(?<which>지지난|저저번|전전|지난|저번|전|이번|금)\s?주\s?(?:에\s?)?(?<weekday>[월화수목금토일])요일/dgi,
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
    pattern:
      /\b(?:last week(?:'s)? (?:on )?(?<first>mon|tue|wed|thu|fri|sat|sun)|(?<second>mon|tue|wed|thu|fri|sat|sun)[a-z]* (?:of )?last week)[a-z]*/dgi,
    day: ({ first, second }, today) => weekdayOf(today, 1, englishWeekday(first ?? second)),
  },
  {
    pattern:
      /\b(?<which>last (?!week)|on |this )(?<weekday>mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b/dgi,
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
    pattern: new RegExp(
      `(?<![가-힣\\d])(?<month>십[일이]|[일이삼사오유칠팔구시])월\\s?(?<date>${SPOKEN_DATE})일${NOT_A_DATE}`,
      'dg',
    ),
    day: ({ month, date }, today) => inYear(undefined, spokenMonth(month), spokenDate(date), today),
  },
  {
    pattern:
      /(?<![가-힣])(?<which>지지난|지난|저번|이번|이)\s?달\s?(?<part>초|중순|말일?|마지막\s?날)(?![가-힣]{2}\s?(?:예정|예약)|까지)/dg,
    day: ({ which, part }, today) => partOfMonth(monthsBack(which), part ?? '', today),
  },
  {
    pattern: /\b(?:at )?the (?<part>beginning|middle|end) of (?<which>last|this) month\b/dgi,
    day: ({ which, part }, today) => partOfMonth(which?.toLowerCase() === 'last' ? 1 : 0, part ?? '', today),
  },
  {
    pattern: new RegExp(
      `(?<![가-힣])(?:(?<year>작년|지난해|올해|금년|이번|지난)\\s?)?(?<name>${HOLIDAY_NAMES})(?:\\s?연휴)?(?:\\s?당일|\\s?(?<shift>다다음\\s?날|다음\\s?날|이튿날|전전날|전날))?(?![가-힣]*\\s?(?:때마다|까지|선물))`,
      'dgi',
    ),
    day: ({ year, name, shift }, today) => holiday(name ?? '', year, shiftOf(shift), today),
  },
  {
    pattern: new RegExp(`\\bthe day (?<side>before|after) (?<name>${HOLIDAY_NAMES})\\b`, 'dgi'),
    day: ({ side, name }, today) => holiday(name ?? '', undefined, side?.toLowerCase() === 'after' ? 1 : -1, today),
  },
  {
    pattern: /\bon the (?<date>\d{1,2})(?:st|nd|rd|th)\b/dgi,
    day: ({ date }, today) => latestDate(Number(date), today),
  },
]
