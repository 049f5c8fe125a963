import { describe, expect, it } from '@jest/globals'

import { startTalk } from '../support/talk.ts'

const STORY = '어제 수납에서 한 시간 기다렸어요'
const HEALTH_STORY = '그저께 무릎 수술 받고 다리가 아픈데 아무도 설명을 안 해 줬어요'

async function sayAll(lines: readonly string[]) {
  const talk = startTalk()
  for (const said of lines) await talk.say(said)
  return talk
}

describe('what is kept of a conversation', () => {
  it.each([
    ['a story without health', STORY],
    ['a story of health', HEALTH_STORY],
  ])('ties every consent given to the ticket it supports: %s', async (_what, story) => {
    const talk = await sayAll([story, '네', '동의합니다', '동의합니다', '동의합니다', '동의하지 않습니다', '접수하기'])
    const { tickets, receipts } = talk.record()
    const [ticket] = [...tickets.values()]
    expect(ticket).toBeDefined()
    expect([...receipts.values()].map(({ purpose, ticketId }) => [purpose, ticketId])).toEqual(
      ['collect', 'health', 'overseas', 'contact'].map((purpose) => [purpose, ticket?.id]),
    )
    await talk.close()
  })

  it('leaves a ticket without a name out when the same person files by name later', async () => {
    const talk = await sayAll([STORY, '네', '동의하지 않습니다', '네', '접수하기'])
    const [nameless] = [...talk.record().tickets.values()]
    for (const said of ['오늘 화장실 바닥이 미끄러웠어요', '동의합니다', '동의합니다', '동의합니다'])
      await talk.say(said)
    const { sessions, activities, answered } = talk.record()
    const kept = JSON.stringify([[...sessions], activities, [...answered]])
    expect(activities.length).toBeGreaterThan(0)
    expect(kept).toContain('미끄러웠어요')
    expect(kept).not.toContain(STORY)
    expect(kept).not.toContain(nameless?.number ?? '')
    await talk.close()
  })

  it('leaves it out as well when a call is asked for on the way', async () => {
    const talk = await sayAll([STORY, '네', '동의하지 않습니다', '네', '상담원', '010-1234-5678', '동의합니다'])
    await talk.say('접수하기')
    await talk.say('안녕하세요')
    const { sessions, activities, answered, tickets } = talk.record()
    const nameless = [...tickets.values()].find(({ conversationId }) => conversationId === undefined)
    expect(nameless?.content.story).toBe(STORY)
    expect(sessions.size).toBe(1)
    const kept = JSON.stringify([[...sessions], activities, [...answered]])
    expect(kept).not.toContain(STORY)
    expect(kept).not.toContain(nameless?.number ?? '')
    await talk.close()
  })

  it('writes a conversation down with the ticket it files, so that the answer finds its way back', async () => {
    const talk = await sayAll(['상담원', '010-1234-5678 무릎 수술 때문에요', '네', '동의합니다'])
    const [ticket] = [...talk.record().tickets.values()]
    expect([...talk.record().sessions.keys()]).toEqual([ticket?.conversationId])
    expect(JSON.stringify([...talk.record().sessions, talk.record().activities])).not.toContain('무릎')
    await talk.close()
  })

  it('calls nobody when an operator tries it out', async () => {
    const address = {
      channel: 'kakao',
      botId: 'bot',
      userKey: 'user',
      isFriend: true,
      isTest: true,
    } as const
    const talk = startTalk({ address })
    for (const said of ['어제 직원이 저를 밀쳤어요', '네', '네', '동의합니다', '동의합니다', '동의합니다'])
      await talk.say(said)
    for (const said of ['동의하지 않습니다', '접수하기']) await talk.say(said)
    expect(talk.record().outbox).toEqual([])
    expect(talk.record().tickets.size).toBe(0)
    await talk.close()
  })
})
