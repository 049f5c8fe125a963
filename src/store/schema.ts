import type { ColumnType, Generated, JSONColumnType } from 'kysely'

import type { DeliveryKind, DeliveryPayload, DeliveryState, SlackReference } from '../delivery/delivery.ts'
import type { Channel, Language, TicketAction, TicketState } from '../tickets/ticket.ts'
import type { Category, CrisisKind, TicketType, Urgency } from '../tickets/vocabulary.ts'

/** A sealed value: version byte, nonce, ciphertext, tag. What it holds is named beside it. */
type Sealed = Buffer
/** Encrypted with the conversation's or ticket's data key in `keyring.data_keys`. */
type KeyId = string

/** The data keys, wrapped by the master keys. In a schema of its own, so that it is backed up apart. */
type DataKeysTable = {
  id: string
  wrapped: Buffer
  master_key_id: string
  created_at: ColumnType<Date, Date, never>
}

type ConversationsTable = {
  id: string
  version: number
  channel: Channel
  key_id: KeyId
  /** The whole `Session`. */
  state: Sealed
  /** A draft or an open question is in it, which is dropped when the person stays away. */
  unfinished: boolean
  last_turn_at: Date
  created_at: ColumnType<Date, Date, never>
}

type ActivitiesTable = {
  conversation_id: string
  sequence: number
  from_bot: boolean
  delivery_id: string | null
  /** `ActivityBody` */
  body: Sealed
  at: ColumnType<Date, Date, never>
}

type InboundEventsTable = {
  /** Staff's keys as they are; a conversation's hashed, since a client may choose its own. */
  key: string
  conversation_id: string | null
  /** `ActivityBody[]`: what was answered. Null for staff's presses. */
  replies: Sealed | null
  at: ColumnType<Date, Date, never>
}

type ReceiptsTable = {
  id: string
  /** Null for refusals, which identify nobody, and for anonymous filings. */
  conversation_id: string | null
  ticket_id: string | null
  purpose: string
  granted: boolean
  notice_version: string
  notice_hash: string
  language: Language
  actor: string
  channel: string
  shown_as: string
  answered_at: ColumnType<Date, Date, never>
}

export type TicketsTable = {
  id: string
  number: string
  filing_key: string
  secret_hash: string | null
  type: TicketType
  category: Category
  department: string
  desk_department: string
  urgency: Urgency
  crisis: CrisisKind | null
  state: TicketState
  revision: number
  channel: Channel
  language: Language
  conversation_id: string | null
  slack_covered: boolean
  assignee: string | null
  key_id: KeyId
  /** `TicketContent` */
  content: Sealed
  /** Draft of the answer: `{ text, by }`. */
  draft: Sealed | null
  draft_at: Date | null
  created_at: ColumnType<Date, Date, never>
  due_at: Date
  answered_at: Date | null
  updated_at: Date
}

type TicketHistoryTable = {
  id: string
  sequence: Generated<number>
  ticket_id: string
  at: ColumnType<Date, Date, never>
  actor_kind: 'patient' | 'staff' | 'system'
  actor: string | null
  action: TicketAction
  from_state: TicketState | null
  to_state: TicketState
  /** A note or an answer. */
  text: Sealed | null
}

export type OutboxTable = {
  id: string
  sequence: Generated<number>
  kind: DeliveryKind
  ticket_id: string | null
  destination: string
  order_key: string
  priority: number
  payload: JSONColumnType<DeliveryPayload>
  state: DeliveryState
  attempts: number
  created_at: ColumnType<Date, Date, never>
  first_attempt_at: Date | null
  /** When the last sending began or, once that is known, ended. */
  last_attempt_at: Date | null
  next_attempt_at: Date
  /** Still there after `lease_until`: its owner died in the middle of an attempt. */
  lease_owner: string | null
  lease_until: Date | null
  error_code: string | null
  reference: JSONColumnType<SlackReference> | null
  finished_at: Date | null
}

type SlackCardsTable = {
  ticket_id: string
  channel: string
  ts: string
  revision: number
}

type DeskLinksTable = {
  token_hash: string
  slack_user_id: string
  ticket_number: string | null
  expires_at: Date
  redeemed_at: Date | null
}

type DeskCodesTable = {
  email_hash: string
  code_hash: string
  expires_at: Date
  attempts: number
}

type DeskSessionsTable = {
  token_hash: string
  slack_user_id: string
  /** The ticket the sign-in link was for. */
  ticket_number: string | null
  last_seen_at: Date
  created_at: ColumnType<Date, Date, never>
}

type SightsTable = {
  id: Generated<number>
  at: ColumnType<Date, Date, never>
  slack_user_id: string
  ticket_id: string
  what: string
  surface: string
  address: string | null
}

/** Every table, for kysely. */
export type Schema = {
  'keyring.data_keys': DataKeysTable
  conversations: ConversationsTable
  activities: ActivitiesTable
  inbound_events: InboundEventsTable
  receipts: ReceiptsTable
  tickets: TicketsTable
  ticket_history: TicketHistoryTable
  outbox: OutboxTable
  slack_cards: SlackCardsTable
  desk_links: DeskLinksTable
  desk_codes: DeskCodesTable
  desk_sessions: DeskSessionsTable
  sights: SightsTable
}
