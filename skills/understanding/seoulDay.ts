const DAY_MS = 86_400_000
/** Korea has kept UTC+9 without summer time since 1988. */
const SEOUL_OFFSET_MS = 9 * 3_600_000

/** Days since 1970-01-01 on the calendar in Seoul. */
export type SeoulDay = number

/** The day it is in Seoul at an instant. */
export function seoulDay(instant: Date): SeoulDay {
  return Math.floor((instant.getTime() + SEOUL_OFFSET_MS) / DAY_MS)
}

/** Minutes since midnight in Seoul at an instant. */
export function seoulMinutes(instant: Date): number {
  return Math.floor(((instant.getTime() + SEOUL_OFFSET_MS) % DAY_MS) / 60_000)
}

/** The day with this year, month (from 1) and date; undefined for a date that no calendar has. */
export function findDay(year: number, month: number, date: number): SeoulDay | undefined {
  const time = Date.UTC(year, month - 1, date)
  const made = new Date(time)
  return made.getUTCMonth() === month - 1 && made.getUTCDate() === date ? time / DAY_MS : undefined
}

/** Year, month (from 1), date and weekday (0 is Monday) of a day. */
export function partsOf(day: SeoulDay): {
  readonly year: number
  readonly month: number
  readonly date: number
  readonly weekday: number
} {
  const time = new Date(day * DAY_MS)
  return {
    year: time.getUTCFullYear(),
    month: time.getUTCMonth() + 1,
    date: time.getUTCDate(),
    weekday: (time.getUTCDay() + 6) % 7,
  }
}

/** `YYYY-MM-DD`. */
export function isoDate(day: SeoulDay): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}
