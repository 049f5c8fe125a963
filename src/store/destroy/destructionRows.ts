import { createHash } from 'node:crypto'

import type { Kysely } from 'kysely'

import type { AuditEntry } from '../../audit/auditEntry.ts'
import type { DestroyedKind, DestructionOrder } from '../../retention/destruction.ts'
import type { Schema } from '../schema.ts'

/** What was destroyed: named by ids that lead to nobody, and counted. */
type Destroyed = {
  readonly what: DestroyedKind
  /** Ticket id, or {@link conversationSubject}; undefined where many went at once. */
  readonly subject: string | undefined
  readonly keyId: string | undefined
  readonly counts: Readonly<Record<string, number>>
}

/** Writes the destruction record of one order. */
export async function recordDestruction(
  trx: Kysely<Schema>,
  { what, subject, keyId, counts }: Destroyed,
  { rule, at, by }: DestructionOrder,
): Promise<void> {
  await trx
    .insertInto('destructions')
    .values({
      at,
      what,
      rule,
      done_by: by,
      subject: subject ?? null,
      key_id: keyId ?? null,
      counts: JSON.stringify(counts),
    })
    .execute()
}

/** What a conversation is called in the record: its id would tie the record to a person's account. */
export function conversationSubject(conversationId: string): string {
  return createHash('sha256').update(conversationId).digest('hex')
}

/** The line of the access log that tells of a destruction. */
export function destructionEntry(
  ticket: { readonly id: string; readonly number: string } | undefined,
  field: string | undefined,
  order: DestructionOrder,
): AuditEntry {
  const { rule, at } = order
  return {
    at,
    ...doneFrom(order),
    ticketId: ticket?.id,
    ticketNumber: ticket?.number,
    action: 'destroyed',
    field,
    reason: rule,
  }
}

function doneFrom(order: DestructionOrder): Pick<AuditEntry, 'who' | 'surface' | 'address'> {
  if (order.by !== 'officer') return { ...DONE_FROM[order.by], address: undefined }
  return { who: order.officer.slackUserId, surface: 'desk', address: order.officer.address }
}

const DONE_FROM = {
  job: { who: 'system', surface: 'job' },
  operator: { who: 'operator', surface: 'cli' },
  person: { who: 'person', surface: 'chat' },
  restore: { who: 'operator', surface: 'cli' },
} as const

/** Destroys data keys: what they sealed cannot be read again. */
export async function destroyKeys(trx: Kysely<Schema>, keyIds: readonly string[]): Promise<void> {
  if (keyIds.length > 0) await trx.deleteFrom('keyring.data_keys').where('id', 'in', keyIds).execute()
}
