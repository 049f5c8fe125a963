import type { ConversationStore, HeldConversations } from '../../src/conversations/ports.ts'
import type { Session, TranscriptActivity } from '../../src/conversations/session.ts'
import type { WakeUps } from '../../src/live/live.ts'
import { conversationTopic } from './conversationState.ts'
import type { Transcript } from './inbound.ts'
import { showTokens, shownVault } from './showTokens.ts'

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
      if (stored) return asShown(stored, () => conversations.findSession(conversationId))
      const before = await held.find(conversationId)
      const said = (before?.transcript ?? []).map(({ activity }) => activity)
      return asShown(
        said.filter(({ sequence }) => sequence > afterSequence),
        async () => before?.session,
      )
    },
    follow: (conversationId, listener) => wakeUps.subscribe(conversationTopic(conversationId), () => listener()),
    received: (conversationId, upToSequence) => conversations.markDelivered(conversationId, upToSequence, now()),
  }
}

// The values are looked up only where something said holds a token.
async function asShown(
  activities: readonly TranscriptActivity[],
  findSession: () => Promise<Session | undefined>,
): Promise<readonly TranscriptActivity[]> {
  if (!activities.some(({ body }) => body.text?.includes('['))) return activities
  const session = await findSession()
  const vault = session ? shownVault(session) : []
  return activities.map((activity) => ({ ...activity, body: showTokens(activity.body, vault) }))
}
