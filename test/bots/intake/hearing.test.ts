import { describe, expect, it } from '@jest/globals'

import { describeConversations } from '../../support/conversationTable.ts'
import { startTalk } from '../../support/talk.ts'

describeConversations('what is written down', [
  {
    name: 'calls nobody for a danger in an operator’s test on KakaoTalk',
    address: { channel: 'kakao', botId: 'bot', userKey: 'user', isFriend: true, isTest: true },
    turns: [['간호사가 저를 때렸어요', 'crisis.check', /112/]],
    pages: 0,
  },
])

describe('a message too long to be kept whole', () => {
  it('keeps no half of a number that may not be kept', async () => {
    const talk = startTalk()
    await talk.say(`${'수납에서 오래 기다렸어요. '.repeat(300).slice(0, 3_990)}991231-3123456 이에요`)
    const held = JSON.stringify(await talk.held())
    await talk.close()
    expect(held).toContain('수납에서')
    expect(held).not.toContain('991231')
  })

  it('holds no more of a conversation before consent than anybody says', async () => {
    const talk = startTalk()
    for (let count = 0; count < 150; count += 1) await talk.say('도움말')
    const held = await talk.held()
    await talk.close()
    expect(held?.transcript.length).toBeLessThanOrEqual(200)
  })
})
