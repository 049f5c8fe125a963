import type { EventApi } from 'kakao-chatbot-skill-sdk'

import type { ActivityBody, Session } from '../../src/conversations/session.ts'
import { describeError } from '../../src/describeError.ts'
import type { BotFrameworkDoor } from './botFrameworkDoor.ts'

/** What it takes to speak first in a conversation. */
export type GoOnDependencies = {
  readonly ports: { readonly newId: () => string }
  /** Absent where no Event API is configured: KakaoTalk users go on at their next message. */
  readonly kakao: { readonly eventApiFor: (botId: string) => EventApi; readonly eventName: string } | undefined
  readonly botFramework: Pick<BotFrameworkDoor, 'speak'> | undefined
  readonly log: { warn(fields: object, message: string): void }
}

/**
 * Has a conversation go on after answers from a page. A website's chat was woken by the turn itself. The answers are taken
 * whether or not the person can be told at once. Never throws.
 */
export async function goOn(
  { kakao, botFramework, ports, log }: GoOnDependencies,
  { address }: Session,
  replies: readonly ActivityBody[],
): Promise<void> {
  try {
    if (address.channel === 'botframework') await botFramework?.speak(address.reference, replies)
    if (address.channel !== 'kakao' || !kakao || !address.isFriend || address.isTest) return
    await kakao.eventApiFor(address.botId).sendEvent({
      name: kakao.eventName,
      users: [{ type: 'botUserKey', id: address.userKey }],
      params: { consent: ports.newId() },
    })
  } catch (error) {
    log.warn(describeError(error), 'a conversation goes on at the next message only')
  }
}
