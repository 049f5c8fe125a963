import type { ChannelAddress } from '../../src/conversations/session.ts'
import { type Conversation, describeConversations, type Line } from './conversationTable.ts'

const ADDRESSES: Readonly<Record<'on KakaoTalk' | 'on the website', ChannelAddress>> = {
  'on KakaoTalk': { channel: 'kakao', botId: 'bot', userKey: 'user', isFriend: true, isTest: false },
  'on the website': { channel: 'web' },
}

/** Runs every conversation of a table twice: it goes the same way whichever door somebody comes in by. */
export function describeOnBothChannels(title: string, conversations: readonly Conversation[]): void {
  for (const [where, address] of Object.entries(ADDRESSES)) {
    describeConversations(
      `${title}, ${where}`,
      conversations.map((one) => ({ ...one, address })),
    )
  }
}

/** Told before the age is asked: a wait at the billing desk, with its day and place. */
export const TOLD: Line = ['어제 수납에서 한 시간 기다렸어요', 'age.check']

/** From the age to the last consent, without being called afterwards: what is asked then follows. */
export function agreeing(next: string): readonly Line[] {
  return [
    ['[네, 14세 이상]', 'consent.collect'],
    ['[동의합니다]', 'consent.health'],
    ['[동의합니다]', 'consent.overseas'],
    ['[동의합니다]', 'consent.contact'],
    ['[동의하지 않습니다]', next],
  ]
}

/** As far as the summary of {@link TOLD}. */
export const AT_SUMMARY: readonly Line[] = [TOLD, ...agreeing('confirm.summary')]

/** The same with a telephone number. */
export const AT_SUMMARY_WITH_PHONE: readonly Line[] = [
  TOLD,
  ...agreeing('confirm.summary').slice(0, 4),
  ['[동의합니다]', 'contact.phone'],
  ['010-1234-5678', 'confirm.summary', /5678/],
]
