import type { Department } from '../src/hospital/hospital.ts'
import type { Language } from '../src/tickets/ticket.ts'

const DAY = {
  ko: new Intl.DateTimeFormat('ko-KR', { timeZone: 'Asia/Seoul', month: 'long', day: 'numeric', weekday: 'short' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Seoul', day: 'numeric', month: 'long' }),
} as const

/** A day as people say it: `11월 27일 (금)`, `27 November`. */
export function formatDay(language: Language, day: Date): string {
  return DAY[language].format(day)
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
