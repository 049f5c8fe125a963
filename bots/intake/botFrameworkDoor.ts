import {
  type Activity,
  CardFactory,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConversationReference,
  TurnContext,
} from 'botbuilder'
import { z } from 'zod'

import type { ActivityBody } from '../../src/conversations/session.ts'
import type { InboundEvent, RunTurn } from './inbound.ts'
import { readTap } from './tapValue.ts'

/** What must be in a reference before it is spoken to again. */
const speakable = z.object({
  conversation: z.object({ id: z.string() }),
  serviceUrl: z.string(),
  channelId: z.string(),
})
const referenceSchema = z.custom<Partial<ConversationReference>>((value) => speakable.safeParse(value).success)

type BotFrameworkCredentials = {
  readonly appId: string
  readonly password: string
  readonly tenantId: string | undefined
}

type Authenticated = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['authenticateRequest']>>

export type BotFrameworkDoorDependencies = {
  readonly runTurn: RunTurn
  readonly hash: (purpose: string, value: string) => string
  /** Absent only in development, where the caller lets in loopback service URLs alone. */
  readonly credentials: BotFrameworkCredentials | undefined
}

/** The door of Bot Framework channels. Without credentials it must be mounted behind a guard; see the route. */
export function createBotFrameworkDoor({ runTurn, hash, credentials }: BotFrameworkDoorDependencies) {
  const authentication = new ConfigurationBotFrameworkAuthentication(toSettings(credentials))
  const adapter = new CloudAdapter(authentication)

  async function onTurn(context: TurnContext): Promise<void> {
    const event = toEvent(context.activity, hash)
    if (!event) return
    const { replies } = await runTurn(event)
    await context.sendActivities(replies.map(toActivity))
  }

  return {
    /** Who calls, for `receive`; undefined for a caller who may not speak for the channel. */
    async authenticate(activity: object, authorization: string | undefined): Promise<Authenticated | undefined> {
      return authentication.authenticateRequest(activity as Activity, authorization ?? '').catch(() => undefined)
    },
    /**
     * Runs the turn of one incoming activity and sends what it answered. Not by the adapter's own way for HTTP, which
     * prints whatever went wrong and tells it to the caller.
     *
     * @throws when the channel cannot be answered; the same activity may be sent again
     */
    async receive(caller: Authenticated, activity: object): Promise<void> {
      await adapter.processActivityDirect(caller, activity as Activity, onTurn)
    },
    /**
     * Says something in a conversation first.
     * @throws when the channel refuses or cannot be reached
     */
    async speak(reference: Readonly<Record<string, unknown>>, replies: readonly ActivityBody[]): Promise<void> {
      await adapter.continueConversationAsync(
        credentials?.appId ?? '',
        referenceSchema.parse(reference),
        async (context) => {
          await context.sendActivities(replies.map(toActivity))
        },
      )
    },
  }
}

export type BotFrameworkDoor = ReturnType<typeof createBotFrameworkDoor>

function toSettings(credentials: BotFrameworkCredentials | undefined): Record<string, string> {
  if (!credentials) return {}
  const { appId, password, tenantId } = credentials
  return {
    MicrosoftAppId: appId,
    MicrosoftAppPassword: password,
    ...(tenantId === undefined
      ? { MicrosoftAppType: 'MultiTenant' }
      : { MicrosoftAppType: 'SingleTenant', MicrosoftAppTenantId: tenantId }),
  }
}

function toEvent(activity: Activity, hash: BotFrameworkDoorDependencies['hash']): InboundEvent | undefined {
  const conversationId = `bf-${hash('bot_framework_conversation', `${activity.channelId}\n${activity.conversation.id}`)}`
  const reference: Record<string, unknown> = { ...TurnContext.getConversationReference(activity) }
  const base = { conversationId, address: { channel: 'botframework', reference }, locale: activity.locale } as const
  if (activity.type === 'conversationUpdate') {
    const someoneCame = activity.membersAdded?.some((member) => member.id !== activity.recipient?.id) === true
    return someoneCame ? { ...base, kind: 'start', eventKey: `${conversationId}:start`, text: '' } : undefined
  }
  if (activity.type !== 'message') return undefined
  return {
    ...base,
    kind: 'message',
    eventKey: `${conversationId}:${activity.id ?? crypto.randomUUID()}`,
    text: activity.text ?? '',
    choice: readTap(activity.value),
  }
}

function toActivity(body: ActivityBody): Partial<Activity> {
  return {
    type: body.type,
    text: body.text ?? '',
    ...(body.channelData ? { channelData: body.channelData } : {}),
    ...(body.link ? { attachments: [linkCard(body.link)] } : {}),
    ...(body.suggestedActions
      ? { suggestedActions: { to: [], actions: body.suggestedActions.map(toCardAction) } }
      : {}),
  }
}

function linkCard({ label, url }: NonNullable<ActivityBody['link']>) {
  return CardFactory.heroCard('', [], [{ type: 'openUrl', title: label, value: url }])
}

function toCardAction({ label, prompt, value, nonce }: NonNullable<ActivityBody['suggestedActions']>[number]) {
  const tapped = { prompt, choice: value, ...(nonce === undefined ? {} : { nonce }) }
  return { type: 'messageBack', title: label, text: label, displayText: label, value: tapped }
}
