import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Everything the first loop keeps: conversations, tickets, their history, the outbox, and the desk's sign-ins. */
export const firstLoop: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
  },
}

const STATEMENTS = [
  'create schema if not exists keyring',
  `create table keyring.data_keys (
     id uuid primary key,
     wrapped bytea not null,
     master_key_id text not null,
     created_at timestamptz not null)`,

  `create table conversations (
     id text primary key,
     version integer not null,
     channel text not null,
     key_id uuid not null,
     state bytea not null,
     unfinished boolean not null,
     last_turn_at timestamptz not null,
     created_at timestamptz not null)`,
  'create index conversations_last_turn on conversations (last_turn_at)',

  `create table activities (
     conversation_id text not null references conversations on delete cascade,
     sequence bigint not null,
     from_bot boolean not null,
     delivery_id uuid,
     body bytea not null,
     at timestamptz not null,
     primary key (conversation_id, sequence))`,
  'create unique index activities_delivery on activities (delivery_id) where delivery_id is not null',

  `create table inbound_events (
     key text primary key,
     conversation_id text,
     replies bytea,
     at timestamptz not null)`,
  'create index inbound_events_at on inbound_events (at)',

  `create table tickets (
     id uuid primary key,
     number text not null unique,
     filing_key text not null unique,
     secret_hash text unique,
     type text not null,
     category text not null,
     department text not null,
     desk_department text not null,
     urgency text not null,
     crisis text,
     state text not null,
     revision integer not null,
     channel text not null,
     language text not null,
     conversation_id text,
     slack_covered boolean not null,
     assignee text,
     key_id uuid not null,
     content bytea not null,
     draft bytea,
     draft_at timestamptz,
     created_at timestamptz not null,
     due_at timestamptz not null,
     answered_at timestamptz,
     updated_at timestamptz not null)`,
  'create index tickets_conversation on tickets (conversation_id) where conversation_id is not null',
  'create index tickets_desk on tickets (desk_department, state)',

  `create table receipts (
     id uuid primary key,
     conversation_id text,
     ticket_id uuid references tickets,
     purpose text not null,
     granted boolean not null,
     notice_version text not null,
     notice_hash text not null,
     language text not null,
     actor text not null,
     channel text not null,
     shown_as text not null,
     answered_at timestamptz not null)`,
  'create index receipts_conversation on receipts (conversation_id) where conversation_id is not null',

  `create table ticket_history (
     id uuid primary key,
     sequence bigint generated always as identity,
     ticket_id uuid not null references tickets,
     at timestamptz not null,
     actor_kind text not null,
     actor text,
     action text not null,
     from_state text,
     to_state text not null,
     text bytea)`,
  'create index ticket_history_ticket on ticket_history (ticket_id, sequence)',

  `create table outbox (
     id uuid primary key,
     sequence bigint generated always as identity,
     kind text not null,
     ticket_id uuid references tickets,
     destination text not null,
     order_key text not null,
     priority smallint not null,
     payload jsonb not null,
     state text not null default 'pending',
     attempts integer not null default 0,
     created_at timestamptz not null,
     first_attempt_at timestamptz,
     last_attempt_at timestamptz,
     next_attempt_at timestamptz not null,
     lease_owner text,
     lease_until timestamptz,
     error_code text,
     reference jsonb,
     finished_at timestamptz)`,
  `create index outbox_open on outbox (next_attempt_at) where state in ('pending', 'unclear')`,
  `create index outbox_order on outbox (order_key, sequence) where state in ('pending', 'unclear')`,
  `create unique index outbox_in_flight on outbox (order_key)
     where lease_owner is not null and state in ('pending', 'unclear')`,
  'create index outbox_ticket on outbox (ticket_id)',
  `create index outbox_destination on outbox (destination) where state in ('pending', 'unclear', 'waiting')`,

  `create table slack_cards (
     ticket_id uuid primary key references tickets,
     channel text not null,
     ts text not null,
     revision integer not null)`,

  `create table desk_links (
     token_hash text primary key,
     slack_user_id text not null,
     ticket_number text,
     expires_at timestamptz not null,
     redeemed_at timestamptz)`,
  `create table desk_codes (
     email_hash text primary key,
     code_hash text not null,
     expires_at timestamptz not null,
     attempts integer not null)`,
  `create table desk_sessions (
     token_hash text primary key,
     slack_user_id text not null,
     ticket_number text,
     last_seen_at timestamptz not null,
     created_at timestamptz not null)`,

  `create table sights (
     id bigint generated always as identity primary key,
     at timestamptz not null,
     slack_user_id text not null,
     ticket_id uuid not null,
     what text not null,
     surface text not null,
     address text)`,
  'create index sights_ticket on sights (ticket_id)',
]
