import { describe, expect, it } from '@jest/globals'

import type { ActivityBody, ChannelAddress } from '../../src/conversations/session.ts'
import { startTalk, type Talk } from '../support/talk.ts'

const CHANNELS: readonly ChannelAddress[] = [
  { channel: 'web' },
  { channel: 'kakao', botId: 'bot', userKey: 'user', isFriend: true, isTest: false },
]
/** Each with its day and its place, as whoever tells everything in one message would. */
const STORIES = [
  '어제 오후에 수납에서 한 시간 기다렸어요',
  '어제 2층 안과에서 직원이 반말을 했어요. 사과해 주세요',
  '그저께 3층 화장실 바닥이 미끄러워서 넘어질 뻔했어요',
  '어제 302호 병실에서 간호사가 링거를 늦게 갈아 줬어요',
  '지난주 목요일 저녁에 주차장에서 주차 요금이 두 번 결제됐어요. 환불해 주세요',
  '오늘 아침 병실에 나온 국이 다 식어 있었어요',
  '어제 저희 어머니 검사 결과를 아무도 설명해 주지 않았어요. 2층 내과에서요',
]
/** What somebody does at each question who wants everything: to be called, and answered by name. */
const ANSWERS: Readonly<Record<string, string>> = {
  'age.check': '네, 14세 이상',
  'consent.collect': '동의합니다',
  'consent.health': '동의합니다',
  'consent.overseas': '동의합니다',
  'consent.contact': '동의합니다',
  'contact.patient': '가족',
  'contact.phone': '010-1234-5678',
  'confirm.summary': '접수하기',
}
const MORE_THAN_ANYBODY_BEARS = 15

type Walk = { readonly answers: number; readonly asked: readonly unknown[] }

/** Answers whatever is asked until there is a number, and counts the answers after the hello, the story among them. */
async function walk(
  talk: Talk,
  story: string,
  answers: Readonly<Record<string, string>>,
  options: { readonly byForm?: boolean } = {},
): Promise<Walk> {
  await talk.say('안녕하세요')
  const asked: unknown[] = []
  let replies = await talk.say(story)
  while (!replies.some(({ channelData }) => channelData?.['ticket'])) {
    const prompt = String(promptOf(replies))
    asked.push(prompt)
    if (asked.length > MORE_THAN_ANYBODY_BEARS) break
    if (options.byForm === true && prompt === 'consent.collect') {
      replies = (await talk.answerPage({ collect: true, health: true, overseas: true, contact: true })).replies
    } else replies = await talk.say(answers[prompt] ?? '잘 모르겠어요')
  }
  expect(talk.record().tickets.size).toBe(1)
  return { answers: asked.length + 1, asked }
}

describe.each(CHANNELS)('from hello to number ($channel)', (address) => {
  it.each(STORIES)('takes at most eight answers by buttons: %s', async (story) => {
    const talk = startTalk({ address })
    const { answers, asked } = await walk(talk, story, ANSWERS)
    expect({ asked, fits: answers <= 8 }).toEqual({ asked, fits: true })
    await talk.close()
  })

  it.each(STORIES)('takes at most eight answers of a guardian who tells for whom: %s', async (story) => {
    const talk = startTalk({ address })
    const told = story.includes('어머니') ? story : `저희 어머니 일이에요. ${story}`
    const { answers, asked } = await walk(talk, told, { ...ANSWERS, 'age.check': '보호자입니다' })
    expect({ asked, fits: answers <= 8 }).toEqual({ asked, fits: true })
    await talk.close()
  })

  it.each(STORIES)('takes at most five answers without a name: %s', async (story) => {
    const talk = startTalk({ address })
    const refusing = { ...ANSWERS, 'consent.collect': '동의하지 않습니다', 'anonymous.offer': '이름 없이 접수' }
    const { answers, asked } = await walk(talk, story, refusing)
    expect({ asked, fits: answers <= 5 }).toEqual({ asked, fits: true })
    await talk.close()
  })

  it('takes at most three answers to pass on a thank-you', async () => {
    const talk = startTalk({ address })
    const { answers } = await walk(talk, '간호사 선생님이 정말 친절하셨어요. 감사합니다', ANSWERS)
    expect(answers).toBeLessThanOrEqual(3)
    await talk.close()
  })
})

// On KakaoTalk the chat goes on at the next message instead; the count is the same.
describe('from hello to number by the consent form', () => {
  it.each(STORIES)('takes at most five answers: %s', async (story) => {
    const talk = startTalk()
    const { answers, asked } = await walk(talk, story, ANSWERS, { byForm: true })
    expect({ asked, fits: answers <= 5 }).toEqual({ asked, fits: true })
    await talk.close()
  })
})

function promptOf(replies: readonly ActivityBody[]): unknown {
  return replies.at(-1)?.channelData?.['prompt']
}
