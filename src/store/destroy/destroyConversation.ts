import { sql } from 'kysely'

import type { DestructionOrder } from '../../retention/destruction.ts'
import { deleteRequests } from '../guardianTx.ts'
import { dropPhotos } from '../photoTx.ts'
import { openJson } from '../sealedJson.ts'
import { placeOf } from '../sealedPlaces.ts'
import { storedSession } from '../storedSession.ts'
import type { TxParts } from '../ticketTx.ts'
import { conversationSubject, destroyKeys, destructionEntry, recordDestruction } from './destructionRows.ts'
import { dropTranscript, forgetTranscript } from './forgetTranscript.ts'
import { type LockedConversation, lockConversation } from './lockConversation.ts'

/** Somebody who wrote less than this ago may be in the middle of something. */
const IN_USE_MS = 24 * 60 * 60_000

/** Destroys a conversation; see `ConversationTx`. */
export async function destroyConversation(
  parts: TxParts,
  conversationId: string,
  order: DestructionOrder,
): Promise<boolean> {
  const conversation = await lockConversation(parts.trx, conversationId)
  if (!conversation) return false
  await destroyRow(parts, conversation, order)
  return true
}

/**
 * What becomes of a conversation when a ticket has let go of it: it is destroyed when no other ticket needs it and nobody
 * writes in it; otherwise it loses its transcript, in which the words of all its tickets are mixed.
 */
export async function leaveConversation(
  parts: TxParts,
  conversationId: string,
  order: DestructionOrder,
): Promise<void> {
  const conversation = await lockConversation(parts.trx, conversationId)
  if (!conversation) return
  const isInUse = conversation.last_turn_at.getTime() > order.at.getTime() - IN_USE_MS
  if (isInUse || (await hasTickets(parts, conversationId))) await destroyWords(parts, conversation, order)
  else await destroyRow(parts, conversation, order)
}

/**
 * Destroys a conversation's transcript; see `ConversationTx`.
 *
 * @param keyId the key it must be sealed with; absent: whichever it is
 * @returns false when there is no such conversation, or its key is not there
 */
export async function destroyTranscript(
  parts: TxParts,
  conversationId: string,
  order: DestructionOrder,
  keyId?: string,
): Promise<boolean> {
  const conversation = await lockConversation(parts.trx, conversationId)
  if (!conversation?.wrapped || (keyId !== undefined && conversation.key_id !== keyId)) return false
  await destroyWords(parts, conversation, order)
  return true
}

async function hasTickets({ trx }: TxParts, conversationId: string): Promise<boolean> {
  const tickets = trx.selectFrom('tickets').select('id').where('conversation_id', '=', conversationId)
  return (await tickets.limit(1).executeTakeFirst()) !== undefined
}

async function destroyRow({ trx, onAudited }: TxParts, row: LockedConversation, order: DestructionOrder) {
  const { id, key_id: keyId } = row
  const photos = await dropPhotos(trx, { conversationId: id })
  const counts = { ...(await dropTranscript(trx, id)), photos }
  await trx.updateTable('tickets').set({ conversation_id: null }).where('conversation_id', '=', id).execute()
  await trx.updateTable('receipts').set({ conversation_id: null }).where('conversation_id', '=', id).execute()
  await trx.deleteFrom('outbox').where('kind', '=', 'patient_reply').where('destination', '=', id).execute()
  await deleteRequests(trx, 'conversation_id', id)
  await trx.deleteFrom('conversations').where('id', '=', id).execute()
  await destroyKeys(trx, [keyId])
  await recordDestruction(trx, { what: 'conversation', subject: conversationSubject(id), keyId, counts }, order)
  onAudited(destructionEntry(undefined, 'conversation', order))
}

async function destroyWords(parts: TxParts, row: LockedConversation, order: DestructionOrder): Promise<void> {
  const { id, key_id: keyId } = row
  const session = openJson(parts.keys.open(row), row.state, placeOf.session(id), storedSession)
  // The version stays: a turn of the same transaction was loaded with it. Any other is stopped by the new key.
  const kept = { ...session, version: row.version }
  const counts = await forgetTranscript(parts, row, { session: kept, keeps: sql<boolean>`false`, at: order.at })
  await recordDestruction(parts.trx, { what: 'transcript', subject: conversationSubject(id), keyId, counts }, order)
}
