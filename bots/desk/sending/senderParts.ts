import type { WebClient } from '@slack/web-api'

import type { TicketReader } from '../../../src/tickets/ports.ts'

/** What carries deliveries to Slack. */
export type SenderParts = {
  readonly client: WebClient
  readonly tickets: Pick<TicketReader, 'findTicketById' | 'readContent' | 'listDeliveries' | 'findCard' | 'saveCard'>
  /** The desk page's address, shown on every card. */
  readonly deskUrl: string
}
