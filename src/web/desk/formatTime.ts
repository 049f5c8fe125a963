import type { TicketLine } from '../../http/desk/ticketPage.ts'
import { fill, type Texts } from './texts.ts'

const SEOUL = 'Asia/Seoul'
const DAY_MS = 24 * 60 * 60 * 1000

/** The hour and minute in Seoul, as `02:13`. */
export function clock(iso: string): string {
  return new Date(iso).toLocaleTimeString('en-GB', { timeZone: SEOUL, hour: '2-digit', minute: '2-digit' })
}

/** Day and time in Seoul, as `11월 27일 (금) 18:00`. */
export function dayAndTime(iso: string, language: Texts['language']): string {
  const day = new Date(iso).toLocaleDateString(language === 'ko' ? 'ko-KR' : 'en-GB', {
    timeZone: SEOUL,
    month: language === 'ko' ? 'long' : 'short',
    day: 'numeric',
    weekday: 'short',
  })
  return `${day} ${clock(iso)}`
}

/** How long until an answer is due, and whether that needs attention; nothing once it was given. */
export function timeLeft(
  { dueAt, state }: Pick<TicketLine, 'dueAt' | 'state'>,
  now: Date,
  texts: Texts,
): { readonly text: string; readonly isPressing: boolean } {
  if (state === 'answered' || state === 'closed') return { text: '', isPressing: false }
  if (new Date(dueAt) < now) return { text: texts.due.over, isPressing: true }
  const days = Math.round((seoulMidnight(new Date(dueAt)) - seoulMidnight(now)) / DAY_MS)
  if (days === 0) return { text: texts.due.today, isPressing: true }
  return { text: fill(texts.due.days, { days }), isPressing: days === 1 }
}

function seoulMidnight(instant: Date): number {
  return Date.parse(instant.toLocaleDateString('en-CA', { timeZone: SEOUL }))
}
