import type { ConversationStore, HeldConversations } from '../../src/conversations/ports.ts'
import type { WakeUps } from '../../src/live/live.ts'
import { conversationTopic } from './conversationState.ts'
import type { Transcript } from './inbound.ts'

const LIST_LIMIT = 500

/**
 * Reads a conversation wherever it lives: in the record once consent covers it, in the hold before. The hold is not asked
 * for what is in the record, so that losing it breaks off nobody's stream.
 */
export function createTranscript(parts: {
  readonly conversations: ConversationStore
  readonly held: HeldConversations
  readonly wakeUps: WakeUps
  readonly now: () => Date
}): Transcript {
  const { conversations, held, wakeUps, now } = parts
  return {
    async list(conversationId, afterSequence) {
      const stored = await conversations.listActivities(conversationId, afterSequence, LIST_LIMIT)
      if (stored) return stored
      const before = await held.find(conversationId)
      return (before?.transcript ?? [])
        .map(({ activity }) => activity)
        .filter(({ sequence }) => sequence > afterSequence)
    },
    follow: (conversationId, listener) => wakeUps.subscribe(conversationTopic(conversationId), () => listener()),
    received: (conversationId, upToSequence) => conversations.markDelivered(conversationId, upToSequence, now()),
  }
}
