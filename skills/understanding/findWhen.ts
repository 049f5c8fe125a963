import { partOfDayLength, readTime } from './readTime.ts'
import { DATE_RULES } from './rules/dateRules.ts'
import { isoDate, seoulDay, seoulMinutes, type SeoulDay } from './seoulDay.ts'
import type { When } from './understanding.ts'

type Said = { readonly start: number; readonly end: number; readonly day: SeoulDay }

/** Words for a while ago: the clock time with them has passed, today or else yesterday. */
const EARLIER = /^(?:아까|방금|조금\s?전|좀\s?전)/
const DAY_MINUTES = 24 * 60

/**
 * Finds the day something happened, the first one named; undefined where none is named that a calendar could show
 * ("지난주에", "얼마 전"), or where it is still to come.
 */
export function findWhen(text: string, now: Date): When | undefined {
  const said = firstDay(text, seoulDay(now))
  if (said === undefined) return undefined
  const rest = text.slice(said.end)
  const words = text.slice(said.start, said.end)
  const clock = readTime(rest)
  if (clock === undefined)
    return { date: isoDate(said.day), text: (words + rest.slice(0, partOfDayLength(rest))).trim() }
  const at = EARLIER.test(words) ? latestPast(clock.minutes, said.day, now) : { day: said.day, minutes: clock.minutes }
  return { date: isoDate(at.day), text: (words + rest.slice(0, clock.length)).trim(), time: clockText(at.minutes) }
}

function firstDay(text: string, today: SeoulDay): Said | undefined {
  return DATE_RULES.flatMap(({ pattern, day }) =>
    Array.from(text.matchAll(pattern), (match) => ({
      start: match.index,
      end: match.index + match[0].trimEnd().length,
      day: day(match.groups ?? {}, today),
    })),
  )
    .filter((said): said is Said => said.day !== undefined && said.day <= today)
    .toSorted((a, b) => a.start - b.start || b.end - a.end)[0]
}

/** "아까 3시": the last time a clock's hands stood there. */
function latestPast(minutes: number, today: SeoulDay, now: Date): { readonly day: SeoulDay; readonly minutes: number } {
  const half = minutes % (DAY_MINUTES / 2)
  const passed = [half + DAY_MINUTES / 2, half].find((candidate) => candidate <= seoulMinutes(now))
  return passed === undefined ? { day: today - 1, minutes: half + DAY_MINUTES / 2 } : { day: today, minutes: passed }
}

function clockText(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
