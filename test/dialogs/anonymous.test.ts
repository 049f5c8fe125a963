import { describe, expect, it } from '@jest/globals'

import { type Conversation, describeConversations } from '../support/conversationTable.ts'
import { startTalk } from '../support/talk.ts'

const STORY = '어제 수납에서 한 시간 기다렸어요'

const CONVERSATIONS: readonly Conversation[] = [
  {
    name: 'files without a name in five answers after the hello',
    turns: [
      ['(opens)', 'menu'],
      [STORY, 'age.check'],
      ['[네, 14세 이상]', 'consent.collect'],
      ['[동의하지 않습니다]', 'anonymous.offer', /이름 없이/],
      ['[이름 없이 접수]', 'confirm.summary', /이름 없이 접수합니다/],
      ['[접수하기]', undefined, /V26-\w{7}[^]*확인 암호는 [2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}입니다[^]*적어 두세요/],
    ],
    filed: {
      conversationId: undefined,
      slackCovered: false,
      deskDepartment: '고객상담실',
      phone: undefined,
      story: STORY,
    },
    consents: ['collect no'],
    isKept: false,
  },
  {
    name: 'masks names and numbers in everything it keeps, and shows it so before filing',
    turns: [
      ['어제 2층 안과 이은영 간호사가 반말했어요. 010-1234-5678로 사과 연락 주세요', 'age.check'],
      ['[네, 14세 이상]', 'consent.collect'],
      ['[동의하지 않습니다]', 'anonymous.offer'],
      ['네', 'confirm.summary', /^(?![^]*010-1234-5678)[^]*\[직원1\] 간호사[^]*\[전화번호1\]/],
      ['[장소 고치기]', 'complaint.where'],
      ['안과 앞, 010-9999-8888', 'confirm.summary', /\[전화번호2\]/],
      ['[접수하기]', undefined, /암호/],
    ],
    filed: { where: '안과 앞, [전화번호2]', vault: [] },
    consents: ['collect no'],
    isKept: false,
  },
  {
    name: 'takes a story of health as it is: it identifies nobody',
    turns: [
      ['어제 채혈실에서 주사 바늘을 세 번이나 찔러서 팔이 아팠어요', 'age.check'],
      ['[네, 14세 이상]', 'consent.collect'],
      ['[동의하지 않습니다]', 'anonymous.offer'],
      ['[이름 없이 접수]', 'confirm.summary'],
      ['[접수하기]', undefined, /암호/],
    ],
    filed: { category: 'examination' },
    isKept: false,
  },
  {
    name: 'stores nothing of whoever refuses everything, and says where else to turn',
    turns: [
      [STORY, 'age.check'],
      ['[네, 14세 이상]', 'consent.collect'],
      ['[동의하지 않습니다]', 'anonymous.offer'],
      ['[그만두기]', undefined, /저장하지 않았습니다[^]*02-0000-1000/],
      ['[처음으로]', 'menu'],
    ],
    consents: ['collect no'],
    isKept: false,
  },
  {
    name: 'does not take a doubled no for a no to both',
    turns: [
      [STORY, 'age.check'],
      ['[네, 14세 이상]', 'consent.collect'],
      ['[동의하지 않습니다]', 'anonymous.offer'],
      ['[동의하지 않습니다@consent.collect]', 'anonymous.offer', /앞에 나온 버튼/],
      ['(at once) 아니요', 'anonymous.offer', /두 번/],
      ['[이름 없이 접수]', 'confirm.summary'],
    ],
    consents: ['collect no'],
  },
  {
    name: 'says, when submit is tapped twice, that it is filed once',
    turns: [
      [STORY, 'age.check'],
      ['[네, 14세 이상]', 'consent.collect'],
      ['[동의하지 않습니다]', 'anonymous.offer'],
      ['[이름 없이 접수]', 'confirm.summary'],
      ['[접수하기]', undefined, /암호/],
      ['[접수하기@confirm.summary]', 'menu', /한 번만[^]*위에 접수번호가/],
    ],
    filed: { story: STORY },
  },
  {
    name: 'files without a name in English',
    language: 'en',
    turns: [
      ['I waited two hours at the billing desk yesterday.', 'age.check'],
      ['[14 or older]', 'consent.collect'],
      ['[I do not agree]', 'anonymous.offer', /without your name/],
      ['[Without name]', 'confirm.summary'],
      ['[Submit]', undefined, /code is [2-9A-Z-]{14}/],
    ],
    filed: { language: 'en', conversationId: undefined },
    isKept: false,
  },
  {
    name: 'asks step by step without a name',
    turns: [
      ['민원 접수', 'age.check'],
      ['[네, 14세 이상]', 'consent.collect'],
      ['싫어요', 'anonymous.offer'],
      ['좋아요', 'complaint.story'],
      ['화장실 바닥이 미끄러웠어요', 'complaint.when'],
      ['[잘 모르겠어요]', 'confirm.summary'],
      ['[접수하기]', undefined, /암호/],
    ],
    filed: { category: 'facility', when: undefined },
  },
]

describeConversations('filing without a name', CONVERSATIONS)

describe('the secret of a complaint without a name', () => {
  async function fileWithoutName() {
    const talk = startTalk()
    await talk.say(STORY)
    await talk.tap('네, 14세 이상')
    await talk.tap('동의하지 않습니다')
    await talk.tap('이름 없이 접수')
    const said = (await talk.tap('접수하기')).map(({ text }) => text).join('\n')
    const secret = /[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(said)?.[0] ?? ''
    return { talk, secret, number: /V26-\w{7}/.exec(said)?.[0] ?? '' }
  }

  it('shows how it stands, however it is typed', async () => {
    const { talk, secret, number } = await fileWithoutName()
    for (const typed of [secret, secret.toLowerCase().replaceAll('-', ''), secret.replaceAll('-', ' ')]) {
      await talk.say('진행 확인')
      const shown = await talk.say(typed)
      expect(shown.at(-1)?.text).toMatch(new RegExp(`${number}: 접수됨`))
      expect(shown.at(-1)?.channelData).toMatchObject({ ticket: { number, state: 'received' } })
    }
    await talk.close()
  })

  it('is enough by itself, without being asked for', async () => {
    const { talk, secret, number } = await fileWithoutName()
    expect((await talk.say(secret)).at(-1)?.text).toContain(number)
    await talk.close()
  })

  it('is shown once and kept only as a hash', async () => {
    const { talk, secret } = await fileWithoutName()
    await talk.say('진행 확인')
    await talk.say('처음으로')
    const shown = talk.exchanges.flatMap(({ replies }) => replies).filter(({ text }) => text?.includes(secret))
    expect(shown).toHaveLength(1)
    const { tickets, activities, answered } = talk.record()
    expect(JSON.stringify([[...tickets.values()], activities, [...answered]])).not.toContain(secret)
    await talk.close()
  })

  it('opens nothing when it is somebody’s guess, and stops after five guesses', async () => {
    const { talk } = await fileWithoutName()
    const answers: string[] = []
    for (let guess = 0; guess < 6; guess += 1) {
      await talk.say('진행 확인')
      answers.push((await talk.say('ABCD-EFGH-2345')).at(-1)?.text ?? '')
    }
    expect(answers.slice(0, 5).every((text) => text.includes('찾지 못했습니다'))).toBe(true)
    expect(answers[5]).toContain('10분 뒤')
    await talk.close()
  })

  it.each(['before', 'after'] as const)(
    'leaves no tie to a conversation that is written down, looked up %s that begins',
    async (order) => {
      const { talk, secret, number } = await fileWithoutName()
      await talk.loseHold()
      if (order === 'before') await talk.say(secret)
      await talk.say('어제 주차장이 너무 붐볐어요')
      await talk.tap('네, 14세 이상')
      for (const label of ['동의합니다', '동의합니다', '동의합니다', '동의하지 않습니다']) await talk.tap(label)
      await talk.tap('접수하기')
      if (order === 'after') await talk.say('진행 확인')
      if (order === 'after') expect((await talk.say(secret)).at(-1)?.text).toMatch(/이름 없이 접수하신 건: 접수됨/)
      const { sessions, activities, answered } = talk.record()
      expect(sessions.size).toBe(1)
      expect(JSON.stringify([[...sessions], activities, [...answered]])).not.toContain(number)
      await talk.close()
    },
  )
})
