import { findElapsed } from './findElapsed.ts'
import { partOfDayLength, readTime } from './readTime.ts'
import { DATE_RULES } from './rules/dateRules.ts'
import { isoDate, seoulDay, seoulMinutes, type SeoulDay } from './seoulDay.ts'
import type { When } from './understanding.ts'

type Said = { readonly start: number; readonly end: number; readonly day: SeoulDay }

/** Words for a while ago: the clock time with them has passed, today or else yesterday. */
const EARLIER = /^(?:아까|방금|조금\s?전|좀\s?전)/
/** The night is part of the day's name, and its hours go on past midnight. */
const LAST_NIGHT = /(?:어젯밤|그젯밤|간밤|지난밤|last night)$/i
const LAST_EVENING = /엊저녁$/
/** What was named only to say that it was another day. */
const DENIED = /^\s?(?:[이가은는]\s)?(?:\S{1,4}\s)?(?:말고|아니(?:라|고|구|에요|예요|었|야)|아닙니다|아닌)/
const DAY_MINUTES = 24 * 60

/**
 * Finds the day something happened, the first one named; undefined where none is named that a calendar could show
 * ("지난주에", "얼마 전"), or where it is still to come.
 */
export function findWhen(text: string, now: Date): When | undefined {
  const said = firstDay(text, seoulDay(now))
  if (said === undefined) return findElapsed(text, now)
  const rest = text.slice(said.end)
  const words = text.slice(said.start, said.end)
  const clock = atNight(words, readTime(rest))
  if (clock === undefined)
    return { date: isoDate(said.day), text: (words + rest.slice(0, partOfDayLength(rest))).trim() }
  const at = EARLIER.test(words) ? latestPast(clock.minutes, said.day, now) : { day: said.day, minutes: clock.minutes }
  const day = at.day + Math.floor(at.minutes / DAY_MINUTES)
  return { date: isoDate(day), text: (words + rest.slice(0, clock.length)).trim(), time: clockText(at.minutes) }
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
    .filter(({ end }) => !DENIED.test(text.slice(end)))
    .toSorted((a, b) => a.start - b.start || b.end - a.end)[0]
}

/** "어젯밤 11시" is 23:00, "어젯밤 2시" two in the morning of the day after. */
function atNight(words: string, clock: ReturnType<typeof readTime>): ReturnType<typeof readTime> {
  if (clock === undefined || !(LAST_NIGHT.test(words) || LAST_EVENING.test(words))) return clock
  const half = clock.minutes % (DAY_MINUTES / 2)
  const isAfterMidnight = LAST_NIGHT.test(words) && half < 5 * 60
  return { ...clock, minutes: isAfterMidnight ? half + DAY_MINUTES : half + DAY_MINUTES / 2 }
}

/** "아까 3시": the last time a clock's hands stood there. */
function latestPast(minutes: number, today: SeoulDay, now: Date): { readonly day: SeoulDay; readonly minutes: number } {
  const half = minutes % (DAY_MINUTES / 2)
  const passed = [half + DAY_MINUTES / 2, half].find((candidate) => candidate <= seoulMinutes(now))
  return passed === undefined ? { day: today - 1, minutes: half + DAY_MINUTES / 2 } : { day: today, minutes: passed }
}

function clockText(minutes: number): string {
  return `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
