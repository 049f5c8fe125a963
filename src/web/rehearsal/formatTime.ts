const timeZone = 'Asia/Seoul'
const clock = new Intl.DateTimeFormat('ko-KR', { timeZone, hour: 'numeric', minute: '2-digit' })
const days = {
  long: new Intl.DateTimeFormat('ko-KR', { timeZone, dateStyle: 'long' }),
  short: new Intl.DateTimeFormat('ko-KR', { timeZone, month: 'long', day: 'numeric', weekday: 'short' }),
}

/** The time of day in Korea. @param at milliseconds since 1970 */
export function formatClock(at: number): string {
  return clock.format(at)
}

/** The day in Korea; `short` leaves out the year. @param at milliseconds since 1970 */
export function koreanDay(at: number, length: 'long' | 'short'): string {
  return days[length].format(at)
}
