import { describeConversations } from '../support/conversationTable.ts'
import type { ChannelAddress } from '../../src/conversations/session.ts'

const KAKAO: ChannelAddress = { channel: 'kakao', botId: 'bot', userKey: 'user', isFriend: true, isTest: false }
const STORY = '어제 수납에서 한 시간 기다렸어요'

describeConversations('an answer that KakaoTalk may have lost', [
  {
    name: 'asks again by name where a tapped yes is typed once more',
    address: KAKAO,
    turns: [
      [STORY, 'age.check'],
      ['[네, 14세 이상]', 'consent.collect'],
      ['[동의합니다]', 'consent.health'],
      ['동의합니다', 'consent.health', /답이 두 번 온 것 같아[^]*건강/],
      ['동의합니다', 'consent.overseas'],
    ],
    consents: ['collect yes', 'health yes'],
  },
  {
    name: 'takes the same typed for one notice after the other, when there was time to read',
    address: KAKAO,
    turns: [
      [STORY, 'age.check'],
      ['[네, 14세 이상]', 'consent.collect'],
      ['동의합니다', 'consent.health'],
      ['동의합니다', 'consent.overseas'],
    ],
    consents: ['collect yes', 'health yes'],
  },
  {
    name: 'asks again where it is typed twice before anybody could read',
    address: KAKAO,
    turns: [
      [STORY, 'age.check'],
      ['[네, 14세 이상]', 'consent.collect'],
      ['동의합니다', 'consent.health'],
      ['(at once) 동의합니다', 'consent.health', /답이 두 번/],
    ],
    consents: ['collect yes'],
  },
  {
    name: 'takes another answer for what it says',
    address: KAKAO,
    turns: [
      [STORY, 'age.check'],
      ['[네, 14세 이상]', 'consent.collect'],
      ['[동의합니다]', 'consent.health'],
      ['동의하지 않습니다', 'consent.overseas'],
    ],
    consents: ['collect yes', 'health no'],
  },
  {
    name: 'does not ask again on the website, which tells what it has shown',
    turns: [
      [STORY, 'age.check'],
      ['[네, 14세 이상]', 'consent.collect'],
      ['[동의합니다]', 'consent.health'],
      ['동의합니다', 'consent.overseas'],
    ],
    consents: ['collect yes', 'health yes'],
  },
])
