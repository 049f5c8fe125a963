import { sql } from 'kysely'

import { vaultOf } from '../../consent/vault.ts'
import { openJson } from '../sealedJson.ts'
import { placeOf } from '../sealedPlaces.ts'
import { storedSession } from '../storedSession.ts'
import type { TxParts } from '../ticketTx.ts'
import { forgetTranscript } from './forgetTranscript.ts'
import { lockConversation } from './lockConversation.ts'

/**
 * Takes the phone numbers out of a conversation whose ticket loses its number: they stand in its transcript as tokens, and
 * lose their values. All of it is sealed anew, so that no backup gives them back. What is being told right now keeps its own.
 */
export async function forgetNumber(parts: TxParts, conversationId: string, at: Date): Promise<void> {
  const conversation = await lockConversation(parts.trx, conversationId)
  if (!conversation?.wrapped) return
  const session = openJson(
    parts.keys.open(conversation),
    conversation.state,
    placeOf.session(conversationId),
    storedSession,
  )
  const inUse = vaultOf(session.vault, [JSON.stringify(session.draft)])
  const vault = session.vault.filter((entry) => entry.type !== 'phone' || inUse.includes(entry))
  if (vault.length === session.vault.length) return
  // The version stays, as in `destroyWords`.
  const kept = { ...session, vault, version: conversation.version }
  await forgetTranscript(parts, conversation, { session: kept, keeps: sql<boolean>`true`, at })
}
