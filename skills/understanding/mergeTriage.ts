import type { When } from '../../src/tickets/ticket.ts'
import { type Category, URGENCIES, type Urgency } from '../../src/tickets/vocabulary.ts'
import { DEFAULT_DEPARTMENT } from './departments.ts'
import { findWhen } from './findWhen.ts'
import { findDay, isoDate, seoulDay } from './seoulDay.ts'
import type { TriageReply } from './triageReply.ts'
import type { Understanding } from './understanding.ts'

/** The part of an understanding that a model may help with. */
export type Triage = Pick<
  Understanding,
  'type' | 'category' | 'department' | 'urgency' | 'crisis' | 'abstained' | 'where' | 'wish'
> & { readonly when: When | undefined }

const WHEN_MAX_CHARS = 40
const WHERE_MAX_CHARS = 60
const WISH_MAX_CHARS = 300
/** Complaints are about what happened lately; an older day is a day misread. */
const OLDEST_DAYS = 730

/**
 * Takes from a model's reply what makes the local answer better, and nothing that makes it worse. What the rules found
 * stays. A complaint stays a complaint, urgency only rises, a danger is untouched, and whatever is copied from the text has to
 * stand in it.
 *
 * @param text what the model read
 */
export function mergeTriage(local: Triage, reply: TriageReply, text: string, now: Date): Triage {
  return {
    ...local,
    // A complaint overlooked costs more than praise read as one.
    type: reply.type === 'complaint' ? 'complaint' : local.type,
    ...mergeSubject(local, reply),
    urgency: moreUrgent(local.urgency, reply.urgency),
    when: local.when ?? whenOf(reply, text, now),
    where: local.where ?? copied(reply.where, text, WHERE_MAX_CHARS),
    wish: local.wish ?? copied(reply.wish, text, WISH_MAX_CHARS),
  }
}

function mergeSubject(local: Triage, reply: TriageReply): Pick<Triage, 'category' | 'department' | 'abstained'> {
  const { category, department, abstained, crisis } = local
  // Where a danger was found, who gets the complaint follows from the danger.
  if (!abstained || crisis !== undefined || !reply.isSure) return { category, department, abstained }
  return { category: reply.category, department: departmentOf(reply.category, reply), abstained: false }
}

// Whose manners, or what else it was, decides there; everywhere else the subject does.
function departmentOf(category: Category, reply: TriageReply): string {
  return category === 'staff_attitude' || category === 'other' ? reply.department : DEFAULT_DEPARTMENT[category]
}

function moreUrgent(one: Urgency, other: Urgency): Urgency {
  return URGENCIES.find((urgency) => urgency === one || urgency === other) ?? one
}

function whenOf({ whenWords, whenDate }: TriageReply, text: string, now: Date): When | undefined {
  const words = copied(whenWords, text, WHEN_MAX_CHARS)
  if (words === undefined) return undefined
  const read = findWhen(words, now)
  if (read) return read
  const day = dayOf(whenDate)
  const today = seoulDay(now)
  if (day === undefined || day > today || day < today - OLDEST_DAYS) return undefined
  return { date: isoDate(day), text: words }
}

function dayOf(date: string | null): number | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date ?? '')
  return parts ? findDay(Number(parts[1]), Number(parts[2]), Number(parts[3])) : undefined
}

/** The stretch as it stands in the text, whatever its spaces; undefined where it does not stand there. */
function copied(stretch: string | null, text: string, maxChars: number): string | undefined {
  const words = stretch?.split(/\s+/).filter(Boolean) ?? []
  if (words.join('').length < 2) return undefined
  const found = new RegExp(words.map(escapePattern).join(String.raw`\s*`), 'u').exec(text)?.[0]
  return found === undefined || found.length > maxChars ? undefined : found.replaceAll(/\s+/g, ' ')
}

function escapePattern(word: string): string {
  return word.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`)
}
