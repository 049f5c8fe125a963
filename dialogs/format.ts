import type { Department } from '../src/hospital/hospital.ts'
import { seoulDay } from '../src/hospital/workingCalendar.ts'
import type { Language } from '../src/tickets/ticket.ts'

const DAY = { ko: dayFormat('ko-KR', { weekday: 'short' }), en: dayFormat('en-GB', {}) } as const
const DAY_OF_YEAR = {
  ko: dayFormat('ko-KR', { year: 'numeric' }),
  en: dayFormat('en-GB', { year: 'numeric' }),
} as const

/** A day as people say it: `11월 27일 (금)`, `27 November`; with the year instead where that is not the present one. */
export function formatDay(language: Language, day: Date, now: Date = day): string {
  const isThisYear = seoulDay(day).slice(0, 4) === seoulDay(now).slice(0, 4)
  return (isThisYear ? DAY : DAY_OF_YEAR)[language].format(day)
}

/** A department's name in the person's language. */
export function departmentName(language: Language, department: Department): string {
  return language === 'ko' ? department.name : department.nameEn
}

/** The first `maxChars` characters of a text, with an ellipsis where something was left out. */
export function shorten(text: string, maxChars: number): string {
  const characters = Array.from(text.replaceAll(/\s+/g, ' ').trim())
  return characters.length <= maxChars ? characters.join('') : `${characters.slice(0, maxChars - 1).join('')}…`
}

function dayFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, { timeZone: 'Asia/Seoul', month: 'long', day: 'numeric', ...options })
}
