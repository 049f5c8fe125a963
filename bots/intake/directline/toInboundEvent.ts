import type { InboundEvent } from '../inbound.ts'
import type { DirectLineGrant } from './directLineTokens.ts'
import type { IncomingActivity } from './incomingActivity.ts'

/** Names of the events by which web chats ask for a greeting. */
const joinEvents: readonly string[] = ['webchat/join', 'startConversation']

/** Somebody came: once per conversation, however often a client says so. */
export function startEvent(grant: DirectLineGrant, locale?: string | null): InboundEvent {
  const { conversationId, userId } = grant
  const eventKey = `web:${conversationId}:start`
  return {
    conversationId,
    eventKey,
    address: { channel: 'web' },
    kind: 'start',
    text: '',
    locale: locale ?? undefined,
    from: userId,
  }
}

/** Somebody came back to a conversation that is under way. */
export function visitEvent({ conversationId, userId }: DirectLineGrant, randomId: () => string): InboundEvent {
  const eventKey = `web:${conversationId}:${randomId()}`
  return { conversationId, eventKey, address: { channel: 'web' }, kind: 'visit', text: '', from: userId }
}

/**
 * What an activity means to the bot; undefined where it means nothing, as with typing.
 *
 * A client that posts the same `clientActivityID` again sends the same event again.
 */
export function toInboundEvent(
  activity: IncomingActivity,
  grant: DirectLineGrant,
  randomId: () => string,
): InboundEvent | undefined {
  const { type, locale } = activity
  if (type === 'conversationUpdate') return startEvent(grant, locale)
  if (type === 'event') return joinEvents.includes(activity.name ?? '') ? startEvent(grant, locale) : undefined
  if (type === 'typing') return undefined
  const clientActivityID = activity.channelData?.clientActivityID ?? undefined
  return {
    conversationId: grant.conversationId,
    eventKey: `web:${grant.conversationId}:${clientActivityID ?? randomId()}`,
    address: { channel: 'web' },
    kind: 'message',
    text: activity.text ?? '',
    choice: toChoice(activity.value),
    locale: locale ?? undefined,
    from: grant.userId ?? activity.from?.id ?? undefined,
    channelData: {
      ...(clientActivityID && { clientActivityID }),
      ...(activity.attachments?.length && { attachments: true }),
    },
  }
}

function toChoice(value: Extract<IncomingActivity, { type: 'message' }>['value']): InboundEvent['choice'] {
  return value ? { prompt: value.prompt, value: value.choice, nonce: value.nonce ?? undefined } : undefined
}
