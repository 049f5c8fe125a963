import { describe, expect, it } from '@jest/globals'

import { findGlobalWord } from '../../dialogs/globalWords.ts'
import { checkReplies, checkWaysOut } from '../support/replyRules.ts'
import { startTalk, type Talk } from '../support/talk.ts'

/** How to come to each question there is. */
const PATHS: Readonly<Record<string, readonly string[]>> = {
  menu: ['안녕하세요'],
  'age.check': ['민원 접수'],
  'consent.collect': ['민원 접수', '네'],
  'anonymous.offer': ['민원 접수', '네', '동의하지 않습니다'],
  'consent.health': ['민원 접수', '네', '동의합니다'],
  'consent.overseas': ['민원 접수', '네', '동의합니다', '동의합니다'],
  'consent.contact': ['민원 접수', '네', '동의합니다', '동의합니다', '동의합니다'],
  'complaint.story': ['민원 접수', '네', '동의합니다', '동의합니다', '동의합니다', '동의합니다'],
  'complaint.when': ['직원이 반말을 했어요', '네', '동의합니다', '동의합니다', '동의합니다', '동의하지 않습니다'],
  'complaint.where': ['어제 직원이 반말을 했어요', '네', '동의합니다', '동의합니다', '동의합니다', '동의하지 않습니다'],
  'contact.phone': ['어제 수납에서 한 시간 기다렸어요', '네', '동의합니다', '동의합니다', '동의합니다', '동의합니다'],
  'confirm.summary': [
    '어제 수납에서 한 시간 기다렸어요',
    '네',
    '동의합니다',
    '동의합니다',
    '동의합니다',
    '동의하지 않습니다',
  ],
  'complaint.wish': [
    '어제 수납에서 한 시간 기다렸어요',
    '네',
    '동의합니다',
    '동의합니다',
    '동의합니다',
    '동의하지 않습니다',
    '바라는 점 적기',
  ],
  'contact.patient': [
    '어제 2층 처치실에서 우리 아이 주사 맞은 팔이 부었는데 설명이 없었어요',
    '보호자입니다',
    '동의합니다',
    '동의합니다',
    '동의합니다',
    '동의하지 않습니다',
  ],
  'consent.guardian': ['민원 접수', '아니요, 14세 미만'],
  'inquiry.next': ['주차비 얼마예요?'],
  'status.number': ['진행 확인'],
  'rights.secret': ['내 정보'],
  'callback.request': ['상담원'],
  'crisis.check': ['죽고 싶어요'],
}

async function comeTo(prompt: string): Promise<Talk> {
  const talk = startTalk()
  for (const said of PATHS[prompt] ?? []) await talk.say(said)
  expect(promptOf(talk)).toBe(prompt)
  return talk
}

function promptOf(talk: Talk): unknown {
  return talk.exchanges.at(-1)?.replies.at(-1)?.channelData?.['prompt']
}

function textOf(talk: Talk): string {
  return (
    talk.exchanges
      .at(-1)
      ?.replies.map(({ text }) => text)
      .join('\n') ?? ''
  )
}

describe.each(Object.keys(PATHS))('at %s', (prompt) => {
  it('help, both languages and the progress come back to the question', async () => {
    const talk = await comeTo(prompt)
    await talk.say('도움말')
    expect(promptOf(talk)).toBe(prompt)
    expect(textOf(talk)).toContain('상담원: 전화 안내')
    await talk.say('English')
    expect(promptOf(talk)).toBe(prompt)
    expect(textOf(talk)).toContain('We will continue in English.')
    expect(talk.exchanges.at(-1)?.replies.at(-1)?.text).not.toMatch(/[가-힣]{6}/)
    await talk.say('한국어')
    expect(promptOf(talk)).toBe(prompt)
    expect(textOf(talk)).toContain('한국어로')
    await talk.say('진행 확인')
    await talk.say('V26-0000000')
    if (prompt !== 'status.number') expect(promptOf(talk)).toBe(prompt)
    await talk.close()
  })

  it('a person can be asked for, and not wanting one comes back to the question', async () => {
    const talk = await comeTo(prompt)
    await talk.say('상담원 연결해 주세요')
    expect(promptOf(talk)).toBe('callback.request')
    expect(textOf(talk)).toContain('02-0000-1190')
    await talk.tap('괜찮아요')
    expect(promptOf(talk)).toBe(prompt === 'callback.request' ? undefined : prompt)
    await talk.close()
  })

  it('the way out can be tapped, and what was told is kept', async () => {
    const talk = await comeTo(prompt)
    const told = (await storyOf(talk)) !== undefined
    await talk.tap('처음으로')
    expect(promptOf(talk)).toBe('menu')
    expect((await storyOf(talk)) !== undefined).toBe(told)
    await talk.close()
  })

  it('cancelling forgets what was told', async () => {
    const talk = await comeTo(prompt)
    await talk.say('취소')
    if (prompt === 'crisis.check') {
      expect(textOf(talk)).toContain('109')
      expect(await storyOf(talk)).toBeDefined()
    } else {
      expect(promptOf(talk)).toBe('menu')
      expect(textOf(talk)).toMatch(/지웠(?:습니다|어요)/)
      expect(await storyOf(talk)).toBeUndefined()
    }
    await talk.close()
  })

  it.each([
    ['nothing', ''],
    ['blanks', '   \n '],
    ['emoji', '😡😡😡'],
    ['digits', '1'],
    ['a keyboard', 'ㅁㄴㅇㄹ'],
    ['a photo', 'https://talk.example/photo.jpg'],
    ['a rant', '정말 너무합니다! '.repeat(500)],
  ])('%s is answered with something to go on with', async (_what, said) => {
    const talk = await comeTo(prompt)
    const replies = await talk.say(said)
    expect(replies.length).toBeGreaterThan(0)
    checkReplies(
      replies,
      [said.trim()].filter((words) => words.length > 1),
    )
    checkWaysOut(replies)
    await talk.say('처음으로')
    expect(promptOf(talk)).toBe('menu')
    expect([...talk.record().tickets.values()]).toEqual([])
    await talk.close()
  })
})

async function storyOf(talk: Talk): Promise<string | undefined> {
  const kept = [...talk.record().sessions.values()][0] ?? (await talk.held())?.session
  return kept?.draft.story
}

describe('a word that works anywhere', () => {
  it.each([
    '예약 취소해 주셨는데 연락이 없었어요',
    '취소 버튼을 눌렀는데 안 돼요',
    '처음으로 입원했는데 무서웠어요',
    '상담원이 너무 불친절했어요',
    '직원이 도와주세요 해도 안 왔어요',
    'I want to stop taking this medicine',
  ])('does nothing inside a story: %s', async (said) => {
    expect(findGlobalWord(said)).toBeUndefined()
    const talk = startTalk()
    await talk.say(said)
    expect(promptOf(talk)).toBe('age.check')
    expect(await storyOf(talk)).toBe(said)
    await talk.close()
  })

  it.each([
    ['취소할게요~', 'cancel'],
    ['그만!!', 'cancel'],
    ['처음으로 ^^', 'home'],
    ['도와주세요 ㅠㅠ', 'help'],
    ['상담원 연결 부탁', undefined],
    ['직원이랑 통화하고 싶어요', 'person'],
    ['talk to a person please', 'person'],
    ['Start over', 'home'],
    ['Check progress', 'status'],
    ['English please', 'language'],
    ['Can we speak English?', 'language'],
    ['한국말로 해줘', 'language'],
    ['사람이랑 얘기할래요', 'person'],
    ['진짜 사람하고 얘기하고 싶어요', 'person'],
    ['상담원 불러 주세요', 'person'],
    ['직원분 바꿔주세요', 'person'],
    ['I want to talk to a human', 'person'],
    ['뒤로', 'back'],
    ['앞 질문으로 돌아갈래요', 'back'],
    ['go back', 'back'],
    ['아까 그거', 'resume'],
    ['하던 거 계속할게요', 'resume'],
    ['아까 말씀드린 거요', 'resume'],
    ['이어서 할게요', 'resume'],
    ['where were we?', 'resume'],
    ['직원이 그러던데요', undefined],
    ['사람이 너무 많아요', undefined],
    ['그거 말고요', undefined],
    ['이전 병원에서 왔어요', undefined],
  ])('is heard however it is written: %s', (said, kind) => {
    expect(findGlobalWord(said)?.kind).toBe(kind)
  })
})
