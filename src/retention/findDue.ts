import type { CrisisKind } from '../tickets/vocabulary.ts'
import type { ContactScope } from './destruction.ts'
import { endOf, type JobPeriods } from './periods.ts'
import type { EndedTicket } from './ports.ts'
import type { RetentionId } from './retention.ts'

/** What is to be destroyed of a ticket, by which rule, and since when it may no longer be kept. */
export type Due = { readonly rule: RetentionId; readonly since: Date } & (
  { readonly what: 'ticket' } | { readonly what: 'contact'; readonly scope: ContactScope }
)

const GRAVE_KINDS: readonly (CrisisKind | undefined)[] = ['violence_abuse', 'sexual_harassment']

/** What of a ticket is due now; undefined when nothing is. */
export function findDue(ticket: EndedTicket, periods: JobPeriods, now: Date): Due | undefined {
  const whole = wholeDue(ticket, periods)
  if (whole.since <= now) return whole
  const contact = contactDue(ticket, periods)
  return contact && contact.since <= now ? contact : undefined
}

/** The rule a whole ticket is kept by. Anonymous ones are kept by the same, and their secret's hash with them. */
export function caseRule({ type, category, crisis }: Pick<EndedTicket, 'type' | 'category' | 'crisis'>) {
  if (category === 'medical_accident' || GRAVE_KINDS.includes(crisis)) return 'grave_case'
  // What somebody asked about their own data proves how their rights were met.
  return type === 'inquiry' && category !== 'privacy' ? 'inquiry' : 'case'
}

function wholeDue(ticket: EndedTicket, periods: JobPeriods): Due {
  const rule = caseRule(ticket)
  return { what: 'ticket', rule, since: endOf(ticket.endedAt, periods[rule]) }
}

function contactDue(ticket: EndedTicket, periods: JobPeriods): Due | undefined {
  const { type, contactDestroyed, answeredAt, endedAt } = ticket
  if (caseRule(ticket) === 'grave_case' || contactDestroyed === 'all') return undefined
  if (type === 'compliment' || type === 'suggestion') {
    const since = endOf(answeredAt ?? endedAt, periods.praise_contact)
    return { what: 'contact', scope: 'all', rule: 'praise_contact', since }
  }
  if (!ticket.hasNoticeContact || contactDestroyed !== undefined) return undefined
  return { what: 'contact', scope: 'notices', rule: 'notice_contact', since: endOf(endedAt, periods.notice_contact) }
}
