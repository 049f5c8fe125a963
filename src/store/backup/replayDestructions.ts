import { sql } from 'kysely'

import type { DestructionOrder } from '../../retention/destruction.ts'
import { destroyContact } from '../destroy/destroyContact.ts'
import { destroyConversation, destroyTranscript } from '../destroy/destroyConversation.ts'
import { destroyTicket } from '../destroy/destroyTicket.ts'
import type { DestructionLine } from '../destroy/destructionList.ts'
import { destroyKeys } from '../destroy/destructionRows.ts'
import type { TxParts } from '../ticketTx.ts'

/**
 * Destroys again what the list names and a restored backup has brought back. Record and keyring may come one after the
 * other: what needs both waits for the second.
 *
 * @returns how many destructions there were to repeat
 */
export async function replayDestructions(parts: TxParts, lines: readonly DestructionLine[]): Promise<number> {
  const fresh = await leaveOutKnown(parts, lines)
  const final = fresh.filter(({ what }) => what === 'ticket' || what === 'conversation')
  await destroyKeys(
    parts.trx,
    final.map(({ keyId }) => keyId),
  )
  let repeated = 0
  for (const line of fresh) if (await replay(parts, line)) repeated += 1
  await dropUnusedKeys(parts, fresh)
  return repeated
}

/** Leaves out what the backup itself knows of: it was taken afterwards. */
async function leaveOutKnown({ trx }: TxParts, lines: readonly DestructionLine[]): Promise<readonly DestructionLine[]> {
  const rows = await trx.selectFrom('destructions').select('id').execute()
  const known = new Set(rows.map(({ id }) => id))
  return lines.filter(({ id }) => !known.has(id))
}

async function replay(parts: TxParts, line: DestructionLine): Promise<boolean> {
  const { what, subject, keyId, rule, at } = line
  const order: DestructionOrder = { rule, at, by: 'restore' }
  if (what === 'ticket') return destroyTicket(parts, subject, order)
  if (what === 'contact' || what === 'notice_contact') {
    if (!(await hasKey(parts, subject))) return false
    return destroyContact(parts, subject, what === 'contact' ? 'all' : 'notices', order)
  }
  const conversationId = await findConversation(parts, subject)
  if (conversationId === undefined) return false
  if (what === 'conversation') return destroyConversation(parts, conversationId, order)
  // With another key it was written anew after this.
  return destroyTranscript(parts, conversationId, order, keyId)
}

async function hasKey({ trx }: TxParts, ticketId: string): Promise<boolean> {
  const row = await trx
    .selectFrom('tickets as t')
    .innerJoin('keyring.data_keys as k', 'k.id', 't.key_id')
    .select('k.id')
    .where('t.id', '=', ticketId)
    .executeTakeFirst()
  return row !== undefined
}

async function findConversation({ trx }: TxParts, subject: string): Promise<string | undefined> {
  const row = await trx
    .selectFrom('conversations')
    .select('id')
    .where(sql<string>`encode(sha256(convert_to(id, 'UTF8')), 'hex')`, '=', subject)
    .executeTakeFirst()
  return row?.id
}

/** Of a ticket that got a new key and was destroyed later, the first key came back as well. */
async function dropUnusedKeys({ trx }: TxParts, lines: readonly DestructionLine[]): Promise<void> {
  const keyIds = lines.map(({ keyId }) => keyId)
  if (keyIds.length === 0) return
  await sql`
    delete from keyring.data_keys k where k.id = any(${keyIds}::uuid[])
      and exists (select from tickets union all select from conversations)
      and not exists (select from tickets t where t.key_id = k.id and t.content is not null)
      and not exists (select from conversations c where c.key_id = k.id)`.execute(trx)
}
