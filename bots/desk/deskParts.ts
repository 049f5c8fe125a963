import type { WebClient } from '@slack/web-api'
import type { Logger } from 'pino'

import type { AuditLog } from '../../src/audit/ports.ts'
import type { Hospital } from '../../src/hospital/hospital.ts'
import type { Desk } from '../../src/tickets/desk.ts'
import type { TicketReader } from '../../src/tickets/ports.ts'

/** Where the desk bot logs: names and codes, never what anybody wrote. */
export type DeskLog = Pick<Logger, 'info' | 'warn' | 'error'>

/** What the desk bot's steps work with. */
export type DeskParts = {
  readonly hospital: Hospital
  readonly desk: Pick<Desk, 'claim' | 'release' | 'note' | 'saveDraft' | 'answer' | 'resolve'>
  readonly tickets: Pick<TicketReader, 'findTicket' | 'findDraft' | 'findAnswer'>
  readonly audit: AuditLog
  readonly client: WebClient
  /** Makes a link to a ticket on the desk page that signs in one person, once, for a few minutes. */
  readonly createDeskLink: (slackUserId: string, ticketNumber: string) => Promise<string>
  /** @returns false when this payload was seen before; asked only where the step itself takes no event key */
  readonly rememberEvent: (key: string) => Promise<boolean>
  readonly now: () => Date
  readonly log: DeskLog
}
