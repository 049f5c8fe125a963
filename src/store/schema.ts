import type { ColumnType, Generated, JSONColumnType } from 'kysely'

import type { AuditAction, AuditSurface } from '../audit/auditEntry.ts'
import type { DeliveryKind, DeliveryPayload, DeliveryState, SlackReference } from '../delivery/delivery.ts'
import type { GuardianAnswers, GuardianContact, GuardianRequest } from '../guardian/guardianRequest.ts'
import type { ContactScope, DestroyedKind, DestructionActor, DestructionRule } from '../retention/destruction.ts'
import type { Photo, PhotoProblem, PhotoType } from '../photos/photo.ts'
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
  /** `TicketContent`; null once destroyed. */
  content: Sealed | null
  /** Draft of the answer: `{ text, by }`. */
  draft: Sealed | null
  draft_at: Date | null
  created_at: ColumnType<Date, Date, never>
  due_at: Date
  answered_at: Date | null
  updated_at: Date
  /** When it came to an end; null while it is open, and where it was answered and never closed. */
  closed_at: Date | null
  /** How much of its contact was destroyed while its words stayed. */
  contact_destroyed: ContactScope | null
  destroyed_at: Date | null
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

type DeskSessionsTable = {
  token_hash: string
  slack_user_id: string
  /** The ticket the sign-in link was for. */
  ticket_number: string | null
  last_seen_at: Date
  created_at: ColumnType<Date, Date, never>
}

/** One month of the access log; the last three are null while it is open. */
type AuditSegmentsTable = {
  /** In Asia/Seoul, as `2026-11`. */
  month: string
  first_sequence: number
  start_hash: Buffer
  last_sequence: number | null
  last_hash: Buffer | null
  end_hash: Buffer | null
}

/** `AuditEntry`, in clear: nothing in it names a patient. A trigger refuses changes. */
type AuditTable = {
  sequence: number
  segment: string
  at: ColumnType<Date, Date, never>
  who: string
  surface: AuditSurface
  address: string | null
  ticket_id: string | null
  ticket_number: string | null
  action: AuditAction
  field: string | null
  reason: string | null
  hash: Buffer
}

/** The destruction record (파기 기록): that something is gone, why and when; nothing of what it was. */
type DestructionsTable = {
  id: Generated<string>
  sequence: Generated<number>
  at: ColumnType<Date, Date, never>
  what: DestroyedKind
  rule: DestructionRule
  done_by: DestructionActor
  /** Ticket id, or the SHA-256 of a conversation's; null where many went at once. */
  subject: string | null
  /** The key that was destroyed; what it sealed cannot be read again. Null where there was none of its own. */
  key_id: KeyId | null
  /** How many rows of which kind. */
  counts: JSONColumnType<Readonly<Record<string, number>>>
  /** When it was written to the list outside the database. */
  listed_at: Date | null
}

export type GuardianRequestsTable = {
  id: string
  token_hash: string
  conversation_id: string
  channel: Channel
  language: Language
  state: GuardianRequest['state']
  /** Null once the contact was destroyed. */
  key_id: KeyId | null
  /** `GuardianDetails` */
  details: Sealed | null
  answers: JSONColumnType<GuardianAnswers> | null
  proved_by: GuardianContact['kind'] | null
  created_at: ColumnType<Date, Date, never>
  expires_at: Date
  answered_at: Date | null
}

/** Dangers people told of. */
export type IncidentsTable = {
  number: string
  crisis: CrisisKind
  channel: Channel
  language: Language
  at: ColumnType<Date, Date, never>
  follows: string | null
  ticket_number: string | null
  /** Null where no contact was given, or it was destroyed. */
  key_id: KeyId | null
  /** `IncidentContact` */
  contact: Sealed | null
  contact_at: Date | null
  opened_by: string | null
  opened_at: Date | null
}

/** Photos sent with complaints. */
export type AttachmentsTable = {
  id: string
  sequence: Generated<number>
  /** Null once filed. */
  conversation_id: string | null
  /** Null until filed. */
  ticket_id: string | null
  state: Photo['state']
  key_id: KeyId
  /** Where it lies; null once it was fetched or refused. */
  source: Sealed | null
  /** The picture without metadata. */
  image: Sealed | null
  media_type: PhotoType | null
  size_bytes: number | null
  problem: PhotoProblem | null
  created_at: ColumnType<Date, Date, never>
  expires_at: ColumnType<Date, Date, never>
}

type OneTimeCodesTable = {
  subject_hash: string
  code_hash: string
  expires_at: Date
  tries: number
}

type UsedLinksTable = {
  token_hash: string
  expires_at: Date
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
  destructions: DestructionsTable
  slack_cards: SlackCardsTable
  desk_links: DeskLinksTable
  desk_sessions: DeskSessionsTable
  used_links: UsedLinksTable
  guardian_requests: GuardianRequestsTable
  incidents: IncidentsTable
  attachments: AttachmentsTable
  one_time_codes: OneTimeCodesTable
  audit_segments: AuditSegmentsTable
  audit: AuditTable
}
