import type { ContactScope, DestructionOrder } from '../../retention/destruction.ts'
import type { TicketContent } from '../../tickets/ticket.ts'
import type { NewDataKey, StoredKey } from '../dataKeys.ts'
import { type DataKey, open, seal } from '../encryption/sealing.ts'
import { dropPhotos } from '../photoTx.ts'
import { openJson, sealJson } from '../sealedJson.ts'
import { placeOf } from '../sealedPlaces.ts'
import { storedContent } from '../storedContent.ts'
import { storedDraft } from '../storedDraft.ts'
import type { TxParts } from '../ticketTx.ts'
import { leaveConversation } from './destroyConversation.ts'
import { destroyKeys, destructionEntry, recordDestruction } from './destructionRows.ts'
import { forgetNumber } from './forgetNumber.ts'

const CALLED = { all: 'contact', notices: 'notice_contact' } as const

type TicketRow = StoredKey & {
  readonly id: string
  readonly number: string
  readonly conversation_id: string | null
  readonly content: Buffer | null
  readonly draft: Buffer | null
}

/** Destroys who wrote a ticket and leaves what was written; see `TicketTx`. */
export async function destroyContact(
  parts: TxParts,
  ticketId: string,
  scope: ContactScope,
  order: DestructionOrder,
): Promise<boolean> {
  const { trx, keys } = parts
  const row = await lockTicket(parts, ticketId, scope)
  if (!row) return false
  const made = keys.make()
  await keys.keep(trx, made, order.at)
  const history = await sealHistoryAnew(parts, row, keys.open(row), made.key)
  await sealRowAnew(parts, row, made, scope)
  await destroyKeys(trx, [row.key_id])
  // Whoever is in a picture may be the one who wrote.
  const photos = scope === 'all' ? await dropPhotos(trx, { ticketId }) : 0
  if (scope === 'all' && row.conversation_id !== null) {
    await trx.deleteFrom('outbox').where('kind', '=', 'patient_reply').where('ticket_id', '=', ticketId).execute()
    await leaveConversation(parts, row.conversation_id, order)
  }
  if (scope === 'notices' && row.conversation_id !== null) await forgetNumber(parts, row.conversation_id, order.at)
  await recordDestruction(
    trx,
    { what: CALLED[scope], subject: ticketId, keyId: row.key_id, counts: { history, photos } },
    order,
  )
  parts.onAudited(destructionEntry(row, CALLED[scope], order))
  return true
}

async function lockTicket({ trx }: TxParts, ticketId: string, scope: ContactScope): Promise<TicketRow | undefined> {
  const row = await trx
    .selectFrom('tickets')
    .select(['id', 'number', 'key_id', 'conversation_id', 'content', 'draft', 'contact_destroyed'])
    .where('id', '=', ticketId)
    .where('destroyed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!row || row.contact_destroyed === 'all' || row.contact_destroyed === scope) return undefined
  const key = await trx.selectFrom('keyring.data_keys').selectAll().where('id', '=', row.key_id).executeTakeFirst()
  return { ...row, wrapped: key?.wrapped ?? null, master_key_id: key?.master_key_id ?? null }
}

async function sealHistoryAnew({ trx }: TxParts, row: TicketRow, before: DataKey, after: DataKey): Promise<number> {
  const entries = await trx
    .selectFrom('ticket_history')
    .select(['id', 'text'])
    .where('ticket_id', '=', row.id)
    .where('text', 'is not', null)
    .$narrowType<{ text: Buffer }>()
    .execute()
  for (const { id, text } of entries) {
    const place = placeOf.historyText(id)
    const sealed = seal(after, open(before, text, place), place)
    await trx.updateTable('ticket_history').set({ text: sealed }).where('id', '=', id).execute()
  }
  return entries.length
}

async function sealRowAnew(
  { trx, keys }: TxParts,
  row: TicketRow,
  made: NewDataKey,
  scope: ContactScope,
): Promise<void> {
  const key = keys.open(row)
  const { content, draft } = row
  const sealContent = (place: string, sealed: Buffer): Buffer =>
    sealJson(made.key, withoutContact(openJson(key, sealed, place, storedContent), scope), place)
  const sealDraft = (place: string, sealed: Buffer): Buffer =>
    sealJson(made.key, openJson(key, sealed, place, storedDraft), place)
  await trx
    .updateTable('tickets')
    .set({
      key_id: made.id,
      content: content && sealContent(placeOf.content(row.id), content),
      draft: draft && sealDraft(placeOf.draft(row.id), draft),
      contact_destroyed: scope,
      ...(scope === 'all' ? { conversation_id: null } : {}),
    })
    .where('id', '=', row.id)
    .execute()
}

function withoutContact(content: TicketContent, scope: ContactScope): TicketContent {
  const { phone: _phone, goodTime: _goodTime, ...words } = content
  if (scope === 'notices') return words
  const { name: _name, ...unsigned } = words
  // Whom the praise is for is what it says; whatever else was named may lead to who wrote it.
  return { ...unsigned, vault: content.vault.filter(({ type }) => type === 'staff_name') }
}
