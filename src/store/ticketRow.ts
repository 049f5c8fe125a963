import type { Selectable } from 'kysely'

import type { Ticket } from '../tickets/ticket.ts'
import type { TicketsTable } from './schema.ts'

type TicketRow = Omit<
  Selectable<TicketsTable>,
  | 'filing_key'
  | 'secret_hash'
  | 'key_id'
  | 'content'
  | 'draft'
  | 'draft_at'
  | 'updated_at'
  | 'closed_at'
  | 'contact_destroyed'
>

/** The columns that make a ticket; its sealed words are not among them. */
export const TICKET_COLUMNS = [
  'id',
  'number',
  'type',
  'category',
  'department',
  'desk_department',
  'urgency',
  'crisis',
  'state',
  'revision',
  'channel',
  'language',
  'conversation_id',
  'slack_covered',
  'assignee',
  'created_at',
  'due_at',
  'answered_at',
  'destroyed_at',
] as const satisfies readonly (keyof TicketRow)[]

/** A ticket from its row. */
export function toTicket(row: TicketRow): Ticket {
  return {
    id: row.id,
    number: row.number,
    type: row.type,
    category: row.category,
    department: row.department,
    deskDepartment: row.desk_department,
    urgency: row.urgency,
    crisis: row.crisis ?? undefined,
    state: row.state,
    revision: row.revision,
    channel: row.channel,
    language: row.language,
    conversationId: row.conversation_id ?? undefined,
    slackCovered: row.slack_covered,
    assignee: row.assignee ?? undefined,
    createdAt: row.created_at,
    dueAt: row.due_at,
    answeredAt: row.answered_at ?? undefined,
    destroyedAt: row.destroyed_at ?? undefined,
  }
}
