import type { HistoryEntry, NewTicket, Ticket, TicketContent } from '../../tickets/ticket.ts'
import { CONTACT, type InventoryRow, LINK, STAFF, STAFF_WORDS, TECHNICAL, TRIAGE, WORDS } from './row.ts'

/** What everyone inside may know of a ticket. */
export const ticketRows = {
  id: TECHNICAL,
  number: TECHNICAL,
  type: TRIAGE,
  category: TRIAGE,
  department: TRIAGE,
  deskDepartment: TECHNICAL,
  urgency: TECHNICAL,
  // Told in Slack by nobody: the department on duty reads it on the desk page.
  crisis: { ...TRIAGE, recipients: { record: [], desk: [], export: [] }, purposes: ['safety'] },
  state: TECHNICAL,
  revision: TECHNICAL,
  channel: TECHNICAL,
  language: TECHNICAL,
  conversationId: LINK,
  slackCovered: TECHNICAL,
  assignee: STAFF,
  createdAt: TECHNICAL,
  dueAt: TECHNICAL,
  answeredAt: TECHNICAL,
  destroyedAt: TECHNICAL,
  filingKey: TECHNICAL,
  secretHash: { ...TECHNICAL, recipients: { record: [] }, retention: 'case', mask: 'hidden' },
} as const satisfies Record<keyof Ticket | Exclude<keyof NewTicket, 'content'>, InventoryRow>

/** The personal part of a ticket, sealed with a key of its own. */
export const contentRows = {
  v: TECHNICAL,
  kind: TECHNICAL,
  story: WORDS,
  gist: {
    ...WORDS,
    recipients: { ...WORDS.recipients, slack_domestic: ['collect'], slack_overseas: ['collect', 'overseas'] },
  },
  health: TECHNICAL,
  when: { ...WORDS, mask: 'as_is' },
  where: WORDS,
  wish: WORDS,
  vault: { ...CONTACT, mask: 'token' },
  name: CONTACT,
  phone: CONTACT,
  goodTime: WORDS,
  relation: {
    ...WORDS,
    class: 'general',
    recipients: { ...WORDS.recipients, slack_domestic: ['collect'], slack_overseas: ['collect', 'overseas'] },
    mask: 'as_is',
  },
  request: { ...CONTACT, mask: 'as_is' },
} as const satisfies Record<keyof TicketContent, InventoryRow>

/** One line of a ticket's history. */
export const historyRows = {
  at: TECHNICAL,
  actor: STAFF,
  action: TECHNICAL,
  from: TECHNICAL,
  to: TECHNICAL,
  text: STAFF_WORDS,
} as const satisfies Record<keyof HistoryEntry, InventoryRow>
