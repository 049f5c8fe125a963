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

/**
 * Marks the lines that a privacy officer should look at first (안전성 확보조치 기준 §8②). Lines of the product itself and of
 * the persons concerned are left out.
 */
export function markUnusual(lines: readonly AuditLine[], hospital: Hospital): readonly ReviewedLine[] {
  const theirs = lines.filter(({ who }) => !NOT_REVIEWED.includes(who))
  const reveals = countBy(theirs.filter(isReveal), dayKey)
  return theirs.map((line) => ({
    ...line,
    unusual: [
      ...(LOOKING.includes(line.action) && !isStaffed(hospital.calendar, line.at) ? (['out_of_hours'] as const) : []),
      ...(isReveal(line) && (reveals[dayKey(line)] ?? 0) > MANY_REVEALS_A_DAY ? (['many_reveals'] as const) : []),
      ...(isOfOtherDepartment(line, hospital) ? (['other_department'] as const) : []),
    ],
  }))
}

/** Who did how much, those with the most unusual lines first. */
export function reviewPeople(lines: readonly ReviewedLine[]): readonly PersonReview[] {
  const people = Map.groupBy(lines, ({ who }) => who)
  return [...people]
    .map(([who, theirs]) => reviewPerson(who, theirs))
    .toSorted((one, other) => countUnusual(other) - countUnusual(one) || countReveals(other) - countReveals(one))
}

function reviewPerson(who: string, lines: readonly ReviewedLine[]): PersonReview {
  const count = (kind: Unusual): number => lines.filter(({ unusual }) => unusual.includes(kind)).length
  return {
    who,
    counts: countBy(lines, ({ action }) => action),
    tickets: new Set(lines.map(({ ticketId }) => ticketId).filter((id) => id !== undefined)).size,
    reasons: countBy(lines.filter(isReveal), ({ reason }) => reason ?? ''),
    unusual: {
      out_of_hours: count('out_of_hours'),
      many_reveals: count('many_reveals'),
      other_department: count('other_department'),
    },
  }
}

const countUnusual = ({ unusual }: PersonReview): number => Object.values(unusual).reduce((sum, each) => sum + each, 0)
const countReveals = ({ counts }: PersonReview): number => counts.revealed ?? 0
const isReveal = ({ action }: AuditLine): boolean => action === 'revealed'
const dayKey = ({ who, at }: AuditLine): string => `${who} ${seoulDay(at)}`

function isOfOtherDepartment({ who, department }: AuditLine, hospital: Hospital): boolean {
  if (department === undefined) return false
  const person = findStaffBySlackUser(hospital, who)
  return person === undefined || !mayHandle(hospital, person, department)
}

function countBy<T, Key extends string>(items: readonly T[], keyOf: (item: T) => Key): Partial<Record<Key, number>> {
  const counts: Partial<Record<Key, number>> = {}
  for (const item of items) counts[keyOf(item)] = (counts[keyOf(item)] ?? 0) + 1
  return counts
}
