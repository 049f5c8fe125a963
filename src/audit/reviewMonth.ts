import { findStaffBySlackUser, type Hospital, mayHandle } from '../hospital/hospital.ts'
import { isStaffed, seoulDay } from '../hospital/workingCalendar.ts'
import type { AuditAction } from './auditEntry.ts'
import type { AuditLine } from './ports.ts'

/** More than this many values revealed by one person in one day are worth a question. */
const MANY_REVEALS_A_DAY = 20

/** What makes a line worth a second look. */
export type Unusual = 'out_of_hours' | 'many_reveals' | 'other_department'

/** A line, and why it is worth a second look. */
export type ReviewedLine = AuditLine & { readonly unusual: readonly Unusual[] }

/** What one person did in a month. */
export type PersonReview = {
  /** As `AuditEntry.who`. */
  readonly who: string
  readonly counts: Readonly<Partial<Record<AuditAction, number>>>
  readonly tickets: number
  /** How many values were revealed for each reason. */
  readonly reasons: Readonly<Partial<Record<string, number>>>
  readonly unusual: Readonly<Record<Unusual, number>>
}

const LOOKING: readonly AuditAction[] = ['seen', 'revealed', 'exported']
/** Neither staff nor an operator: nobody whose access is to be reviewed. */
const NOT_REVIEWED: readonly string[] = ['system', 'person']

/** Reads a month's lines from its beginning, oldest first; a long month is read more than once and never held whole. */
type ReadMonth = () => AsyncIterable<AuditLine>

/** Who did how much in a month, those with the most unusual lines first. */
export async function reviewPeople(read: ReadMonth, hospital: Hospital): Promise<readonly PersonReview[]> {
  const people = new Map<string, Tally>()
  for await (const line of markUnusual(read, hospital)) {
    const tally = people.get(line.who) ?? emptyTally()
    people.set(line.who, tally)
    count(tally, line)
  }
  return [...people]
    .map(([who, { tickets, ...counted }]) => ({ who, ...counted, tickets: tickets.size }))
    .toSorted((one, other) => countUnusual(other) - countUnusual(one) || countReveals(other) - countReveals(one))
}

/**
 * Some of a month's lines, those worth a second look first, then the latest.
 *
 * @param wanted.who one person's alone; absent: everybody's
 * @returns `total`: how many there are
 */
export async function reviewLines(
  read: ReadMonth,
  hospital: Hospital,
  wanted: { readonly who: string | undefined; readonly from: number; readonly count: number },
): Promise<{ readonly lines: readonly ReviewedLine[]; readonly total: number }> {
  const most = wanted.from + wanted.count
  let first: readonly ReviewedLine[] = []
  let total = 0
  let next: ReviewedLine[] = []
  const sortIn = (): void => {
    first = [...first, ...next].toSorted(unusualFirst).slice(0, most)
    next = []
  }
  for await (const line of markUnusual(read, hospital)) {
    if (wanted.who !== undefined && line.who !== wanted.who) continue
    total += 1
    next.push(line)
    if (next.length >= Math.max(most, SORTED_AT_ONCE)) sortIn()
  }
  sortIn()
  return { lines: first.slice(wanted.from), total }
}

const SORTED_AT_ONCE = 1_000

/**
 * The lines of staff and operators, marked for what a privacy officer should look at first (안전성 확보조치 기준 §8②). Those of
 * the product itself and of the persons concerned are left out.
 */
async function* markUnusual(read: ReadMonth, hospital: Hospital): AsyncGenerator<ReviewedLine> {
  const reveals = new Map<string, number>()
  for await (const line of read()) {
    if (isReveal(line)) reveals.set(dayKey(line), (reveals.get(dayKey(line)) ?? 0) + 1)
  }
  for await (const line of read()) {
    if (NOT_REVIEWED.includes(line.who)) continue
    const isMany = isReveal(line) && (reveals.get(dayKey(line)) ?? 0) > MANY_REVEALS_A_DAY
    yield {
      ...line,
      unusual: [
        ...(LOOKING.includes(line.action) && !isStaffed(hospital.calendar, line.at) ? (['out_of_hours'] as const) : []),
        ...(isMany ? (['many_reveals'] as const) : []),
        ...(isOfOtherDepartment(line, hospital) ? (['other_department'] as const) : []),
      ],
    }
  }
}

type Tally = {
  readonly counts: Partial<Record<AuditAction, number>>
  readonly tickets: Set<string>
  readonly reasons: Partial<Record<string, number>>
  readonly unusual: Record<Unusual, number>
}

function emptyTally(): Tally {
  return {
    counts: {},
    tickets: new Set(),
    reasons: {},
    unusual: { out_of_hours: 0, many_reveals: 0, other_department: 0 },
  }
}

function count({ counts, tickets, reasons, unusual }: Tally, line: ReviewedLine): void {
  const { action, reason = '' } = line
  counts[action] = (counts[action] ?? 0) + 1
  if (line.ticketId !== undefined) tickets.add(line.ticketId)
  if (isReveal(line)) reasons[reason] = (reasons[reason] ?? 0) + 1
  for (const kind of line.unusual) unusual[kind] += 1
}

const countUnusual = ({ unusual }: PersonReview): number => Object.values(unusual).reduce((sum, each) => sum + each, 0)
const countReveals = ({ counts }: PersonReview): number => counts.revealed ?? 0
const isReveal = ({ action }: AuditLine): boolean => action === 'revealed'
const dayKey = ({ who, at }: AuditLine): string => `${who} ${seoulDay(at)}`
const unusualFirst = (one: ReviewedLine, other: ReviewedLine): number =>
  other.unusual.length - one.unusual.length || other.sequence - one.sequence

function isOfOtherDepartment({ who, department }: AuditLine, hospital: Hospital): boolean {
  if (department === undefined) return false
  const person = findStaffBySlackUser(hospital, who)
  return person === undefined || !mayHandle(hospital, person, department)
}
