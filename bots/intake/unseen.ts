import type { HeldConversations } from '../../src/conversations/ports.ts'
import type { ActivityBody } from '../../src/conversations/session.ts'
import { describeError } from '../../src/describeError.ts'
import { findReplies, type Loaded, type Stores } from './conversationState.ts'

type Held = Pick<HeldConversations, 'findUnseen' | 'putUnseen'>
type Log = { warn(fields: object, message: string): void }

/**
 * Remembers answers that came too late for their channel to show: they are shown with whatever is said next. An event is
 * noted by its key as soon as its door gives up, so that a turn that waits behind it knows.
 */
export type UnseenAnswers = {
  note(conversationId: string, eventKey: string): Promise<void>
  /** It was shown after all. */
  forget(conversationId: string, eventKey: string): Promise<void>
}

/** Builds it over the hold. Never throws: at worst an answer has to be asked for again. */
export function createUnseenAnswers(held: Held, log: Log): UnseenAnswers {
  async function change(conversationId: string, toKeys: (keys: readonly string[]) => readonly string[]): Promise<void> {
    try {
      await held.putUnseen(conversationId, toKeys(await held.findUnseen(conversationId)))
    } catch (error) {
      log.warn(describeError(error), 'an answer that came too late could not be noted')
    }
  }

  return {
    note: (conversationId, eventKey) => change(conversationId, (keys) => [...keys, eventKey]),
    forget: (conversationId, eventKey) => change(conversationId, (keys) => keys.filter((key) => key !== eventKey)),
  }
}

/** What was answered to the last event, where nobody has seen it; undefined where it was shown. */
export async function findUnseenReplies(
  stores: Stores,
  { session, held }: Loaded,
): Promise<readonly ActivityBody[] | undefined> {
  const { conversationId, lastEvent } = session
  if (session.channel !== 'kakao' || !lastEvent) return undefined
  // A hold that is away must not cost a turn that the record alone can answer.
  const unseen = await stores.held.findUnseen(conversationId).catch((): readonly string[] => [])
  if (!unseen.includes(lastEvent.fingerprint)) return undefined
  return findReplies(stores, held, conversationId, lastEvent.key)
}
