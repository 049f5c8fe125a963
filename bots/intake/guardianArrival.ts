import type { ConversationStore, HeldConversations } from '../../src/conversations/ports.ts'
import type { GuardianRequest } from '../../src/guardian/guardianRequest.ts'
import { findSession } from './conversationState.ts'
import { type GoOnDependencies, goOn } from './goOn.ts'
import type { RunTurn } from './inbound.ts'

/**
 * Brings a guardian's answer into the child's conversation, where it is still known: what was told is written down at
 * once, and the next question asked. Where it is forgotten, the answer is taken in at the child's next message.
 */
export function createGuardianArrival(
  deps: GoOnDependencies & {
    readonly conversations: Pick<ConversationStore, 'findSession'>
    readonly held: Pick<HeldConversations, 'find'>
    readonly runTurn: RunTurn
  },
): (request: GuardianRequest) => Promise<void> {
  return async ({ id, conversationId }) => {
    const session = await findSession(deps, conversationId)
    if (!session) return
    const outcome = await deps.runTurn({
      conversationId,
      eventKey: `guardian:${id}`,
      kind: 'consents',
      address: session.address,
      text: '',
    })
    if (!outcome.failed) await goOn(deps, session, outcome.replies)
  }
}
