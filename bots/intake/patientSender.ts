import { type EventApi, KakaoApiError } from 'kakao-chatbot-skill-sdk'

import type { ConversationStore } from '../../src/conversations/ports.ts'
import type { ActivityBody, ChannelAddress } from '../../src/conversations/session.ts'
import type { Delivery, Sender, SendOutcome } from '../../src/delivery/delivery.ts'
import type { BotFrameworkDoor } from './botFrameworkDoor.ts'
import type { RunTurn } from './inbound.ts'

const RATE_LIMITED_RETRY_MS = 5_000

export type PatientSenderDependencies = {
  readonly runTurn: RunTurn
  readonly conversations: Pick<ConversationStore, 'findSession'>
  /** Absent where no Event API is configured: KakaoTalk users read the answer at their next message. */
  readonly kakao: { readonly eventApiFor: (botId: string) => EventApi; readonly eventName: string } | undefined
  readonly botFramework: Pick<BotFrameworkDoor, 'speak'> | undefined
}

/**
 * Carries the hospital's answers to the people who asked: an event turn in their own conversation, under its lock,
 * behind any unfinished question.
 */
export function createPatientSender(deps: PatientSenderDependencies): Sender {
  async function visit(delivery: Delivery, address: ChannelAddress): Promise<readonly ActivityBody[] | undefined> {
    const { replies, failed } = await deps.runTurn({
      conversationId: delivery.destination,
      eventKey: `delivery:${delivery.id}`,
      kind: 'visit',
      address,
      text: '',
    })
    if (failed) throw new Error('The turn that carries an answer failed.')
    return replies.some((reply) => reply.deliveryId === delivery.id) ? replies : undefined
  }

  return {
    async send(delivery) {
      const session = await deps.conversations.findSession(delivery.destination)
      if (!session) return { kind: 'waiting' }
      if (session.address.channel === 'kakao') return knock(deps, delivery, session.address)
      const shown = await visit(delivery, session.address)
      if (!shown) return { kind: 'waiting' }
      if (session.address.channel === 'botframework') await deps.botFramework?.speak(session.address.reference, shown)
      return { kind: 'sent' }
    },
    // Showing an answer twice is prevented by the turn itself, so an unclear attempt is simply made again.
    settle: async () => ({ kind: 'absent' }),
  }
}

// KakaoTalk lets us speak first only by an event, which makes it call the skill; the answer is shown in that call.
async function knock(
  { kakao }: PatientSenderDependencies,
  delivery: Delivery,
  address: Extract<ChannelAddress, { channel: 'kakao' }>,
): Promise<SendOutcome> {
  if (!kakao || !address.isFriend) return { kind: 'waiting' }
  try {
    await kakao.eventApiFor(address.botId).sendEvent({
      name: kakao.eventName,
      users: [{ type: 'botUserKey', id: address.userKey }],
      params: { delivery: delivery.id },
    })
    return { kind: 'waiting' }
  } catch (error) {
    if (error instanceof KakaoApiError && error.code === 'rate_limited') {
      return { kind: 'retry', afterMs: RATE_LIMITED_RETRY_MS, code: 'kakao_rate_limited' }
    }
    // Refused or unclear: a second event could ring twice for one answer. It waits for the person's next message.
    return { kind: 'waiting' }
  }
}
