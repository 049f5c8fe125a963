import { isoDate, seoulDay, seoulMinutes } from './seoulDay.ts'
import type { When } from './understanding.ts'

const KOREAN =
  /(?<!(?:예약|진료|수술|검사|시술|퇴원|입원|마감|식사|시간|도착|출발)\s?(?:시간)?\s?)(?<![가-힣\d])(?:약\s?|한\s(?=\d))?(?<count>\d{1,2}|한|두|세|네|다섯|여섯|일곱|여덟|몇)\s?(?<unit>시간|분)\s?(?<half>반\s?)?(?:쯤\s?|정도\s?)?전(?!부터)/
const ENGLISH = /\b(?<count>\d{1,2}|an?|one|two|three|four|five|six)\s(?<unit>hour|minute)s?\sago\b/i
const COUNTS: Readonly<Record<string, number>> = {
  한: 1,
  두: 2,
  세: 3,
  네: 4,
  다섯: 5,
  여섯: 6,
  일곱: 7,
  여덟: 8,
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
}
const HOUR_MINUTES = 60

/** "두 시간 전", "30분 전": the moment that long ago, to the minute; undefined where none is named, as before an appointment. */
export function findElapsed(text: string, now: Date): When | undefined {
  const match = KOREAN.exec(text) ?? ENGLISH.exec(text)
  const { count = '', unit = '', half } = match?.groups ?? {}
  const amount = COUNTS[count.toLowerCase()] ?? Number(count)
  if (match === null || Number.isNaN(amount)) return undefined
  const minutes = /시간|hour/i.test(unit) ? amount * HOUR_MINUTES + (half ? HOUR_MINUTES / 2 : 0) : amount
  const then = new Date(now.getTime() - minutes * 60_000)
  const ofDay = seoulMinutes(then)
  const time = [Math.floor(ofDay / HOUR_MINUTES), ofDay % HOUR_MINUTES]
  return {
    date: isoDate(seoulDay(then)),
    text: match[0].trim(),
    time: time.map((part) => String(part).padStart(2, '0')).join(':'),
  }
}
