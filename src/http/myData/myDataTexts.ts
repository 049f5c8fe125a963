import { myData as en } from '../../../locales/en/myData.ts'
import { myData as ko } from '../../../locales/ko/myData.ts'
import type { Language } from '../../tickets/ticket.ts'
import { escapeHtml } from '../escapeHtml.ts'

/** What the page says, in each language. */
export const myDataTexts = { ko, en } as const

const TIME = {
  ko: new Intl.DateTimeFormat('ko-KR', { timeZone: 'Asia/Seoul', dateStyle: 'long', timeStyle: 'short' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Seoul', dateStyle: 'long', timeStyle: 'short' }),
} as const
const DAY = {
  ko: new Intl.DateTimeFormat('ko-KR', { timeZone: 'Asia/Seoul', dateStyle: 'long' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Seoul', dateStyle: 'long' }),
} as const

/** One entry of a `dl`, as HTML; what people wrote is escaped, its lines are kept. */
export function entry(name: string, value: string): string {
  return `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value).replaceAll('\n', '<br>')}</dd>`
}

/** An instant as people in Seoul say it. */
export function time(language: Language, iso: string): string {
  return TIME[language].format(new Date(iso))
}

/** A day as people in Seoul say it. */
export function day(language: Language, iso: string): string {
  return DAY[language].format(new Date(iso))
}

/** Fills the `{{holes}}` of a sentence. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_hole, name: string) => String(values[name] ?? ''))
}
