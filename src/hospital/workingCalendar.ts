import type { Hospital } from './hospital.ts'

const KST_OFFSET_MS = 9 * 60 * 60 * 1000
const DAY_MS = 24 * 60 * 60 * 1000

type Calendar = Hospital['calendar']

/** The calendar day in Asia/Seoul (no daylight saving since 1988), as YYYY-MM-DD. */
export function seoulDay(instant: Date): string {
  return new Date(instant.getTime() + KST_OFFSET_MS).toISOString().slice(0, 10)
}

/** Tells whether staff are at their desks at that instant. */
export function isStaffed(calendar: Calendar, instant: Date): boolean {
  const clock = new Date(instant.getTime() + KST_OFFSET_MS).toISOString().slice(11, 16)
  return isWorkingDay(calendar, seoulDay(instant)) && clock >= calendar.opens && clock < calendar.closes
}

/**
 * The end of the last working day within which an answer is promised.
 *
 * Days are counted as 민원 처리에 관한 법률 §19 counts them: the first working day counts as one,
 * Saturdays, Sundays and public holidays never count. A complaint after closing time starts the next working day.
 *
 * @param workingDays at least 1
 * @returns the closing time of that day
 */
export function dueAfterWorkingDays(calendar: Calendar, from: Date, workingDays: number): Date {
  let day = firstCountedDay(calendar, from)
  for (let counted = 1; counted < workingDays;) {
    day = nextDay(day)
    if (isWorkingDay(calendar, day)) counted += 1
  }
  return new Date(`${day}T${calendar.closes}:00+09:00`)
}

/**
 * The end of the last of so many days, working or not; the day it begins on does not count (민법 §157).
 *
 * @returns the closing time of that day
 */
export function dueAfterDays(calendar: Calendar, from: Date, days: number): Date {
  const last = seoulDay(new Date(from.getTime() + days * DAY_MS))
  return new Date(`${last}T${calendar.closes}:00+09:00`)
}

function firstCountedDay(calendar: Calendar, from: Date): string {
  let day = seoulDay(from)
  const isOver = from.getTime() >= new Date(`${day}T${calendar.closes}:00+09:00`).getTime()
  if (isOver) day = nextDay(day)
  while (!isWorkingDay(calendar, day)) day = nextDay(day)
  return day
}

function isWorkingDay(calendar: Calendar, day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !calendar.holidays.includes(day)
}

function nextDay(day: string): string {
  return new Date(new Date(`${day}T00:00:00Z`).getTime() + DAY_MS).toISOString().slice(0, 10)
}
