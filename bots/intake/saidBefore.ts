import type { ActivityBody } from '../../src/conversations/session.ts'
import { findReplies, type Loaded, type Stores } from './conversationState.ts'
import type { InboundEvent } from './inbound.ts'
import { showTokens, shownVault } from './showTokens.ts'

/**
 * What was said before and is said again, in place of a new answer: one that came too late to be shown, the next part of
 * a long one or, for whoever wants more than there is, the last. Undefined where the dialogs have to answer.
 *
 * @param unseen what was answered to the last event and nobody saw
 */
export async function findSaidBefore(
  stores: Stores,
  loaded: Loaded,
  event: InboundEvent,
  unseen: readonly ActivityBody[] | undefined,
): Promise<readonly ActivityBody[] | undefined> {
  const { session, held } = loaded
  const { lastEvent } = session
  if (event.kind !== 'message' || !lastEvent) return undefined
  if (unseen && (event.readOn || event.eventKey === lastEvent.fingerprint)) return unseen
  if (!event.readOn) return undefined
  const last = await findReplies(stores, held, event.conversationId, lastEvent.key)
  // Parts are counted in what the person reads, which may be longer than what is kept.
  if (!last || last.length === 0) return undefined
  const part = event.readOn(last.map((reply) => showTokens(reply, shownVault(session))))
  return part === undefined ? last : last.map((reply) => ({ ...reply, part }))
}
