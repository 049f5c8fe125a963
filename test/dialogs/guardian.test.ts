import { describe, expect, it } from '@jest/globals'

import { type Conversation, describeConversations } from '../support/conversationTable.ts'
import { CONVERSATION, startTalk } from '../support/talk.ts'

const STORY = '어제 급식에서 머리카락이 나왔어요'
const HEALTH_STORY = '어제 주사 맞은 팔이 많이 부었는데 아무도 설명을 안 해 줬어요'
const ASKED = ['[아니요, 14세 미만]', 'consent.guardian', /열네 살/] as const
const TOLD = ['김보호 010-0000-1234', undefined, /30분/] as const

const CHILD: readonly Conversation[] = [
  {
    name: 'asks a child for the guardian alone, and goes on by itself once the guardian agrees',
    turns: [
      [STORY, 'age.check'],
      ASKED,
      TOLD,
      ['(the guardian agrees)', 'confirm.summary', /괜찮다고 해 주셨어요[^]*머리카락/],
      ['[접수하기]', undefined, /V26-/],
    ],
    filed: { story: STORY, relation: 'child', phone: '01000001234', conversationId: CONVERSATION },
    consents: ['guardian yes', 'collect yes', 'health yes', 'overseas yes', 'contact yes'],
    isKept: true,
  },
  {
    name: 'writes nothing down before the guardian agrees but the guardian’s name and contact',
    turns: [[STORY, 'age.check'], ASKED, TOLD, ['왜 기다려야 해요', 'consent.guardian', /기다리고 있어요/]],
    consents: [],
    isKept: false,
  },
  {
    name: 'asks again for what the hold has forgotten when the guardian agrees later',
    turns: [
      [STORY, 'age.check'],
      ASKED,
      TOLD,
      ['(the hold is lost)'],
      ['(the guardian agrees)', undefined],
      ['안녕하세요', 'complaint.story', /괜찮다고 해 주셨어요/],
      ['어제 2층 화장실이 더러웠어요', 'confirm.summary'],
      ['[접수하기]', undefined, /V26-/],
    ],
    filed: { story: '어제 2층 화장실이 더러웠어요', relation: 'child' },
    forgotten: ['머리카락'],
  },
  {
    name: 'knows a child again who comes back before the guardian answered',
    turns: [
      [STORY, 'age.check'],
      ASKED,
      TOLD,
      ['(the hold is lost)'],
      ['어제 2층 화장실이 더러웠어요', 'consent.guardian', /기다리고 있어요/],
      ['(the guardian agrees)', 'confirm.summary'],
    ],
    isKept: true,
  },
  {
    name: 'deletes the story and the contact when the guardian refuses, and tells the ways on kindly',
    turns: [[STORY, 'age.check'], ASKED, TOLD, ['(the guardian refuses)', 'menu', /1388/], ['안녕하세요', 'menu']],
    consents: ['collect no'],
    isKept: false,
    forgotten: ['머리카락', '0000-1234', '01000001234', '김보호'],
  },
  {
    name: 'tells a child of the refusal who comes back after the hold forgot them',
    turns: [
      [STORY, 'age.check'],
      ASKED,
      TOLD,
      ['(the hold is lost)'],
      ['(the guardian refuses)', undefined],
      ['안녕하세요', 'menu', /1388/],
      ['[민원 접수]', 'consent.guardian', /열네 살/],
    ],
    isKept: false,
  },
  {
    name: 'drops a story of health when the guardian agrees but not to health',
    turns: [
      [HEALTH_STORY, 'age.check'],
      ASKED,
      TOLD,
      ['(the guardian agrees, but not to health)', 'complaint.story', /남기지 않았어요/],
      ['어제 간호사님이 반말을 했어요', 'complaint.where'],
      ['[건너뛰기]', 'confirm.summary'],
      ['[접수하기]', undefined, /V26-/],
    ],
    filed: { story: '어제 간호사님이 반말을 했어요', relation: 'child' },
    forgotten: ['주사', '부었'],
  },
  {
    name: 'asks for the name where only a contact came, and takes it that a child does not want to say',
    turns: [
      [STORY, 'age.check'],
      ASKED,
      ['엄마 번호는 010 0000 1234', 'contact.name'],
      ['[건너뛰기]', undefined, /보호자께 안내를 보낼게요/],
    ],
    isKept: false,
  },
  {
    name: 'tells a child whose guardian cannot be written to, and asks for the contact again with the story kept',
    turns: [
      [STORY, 'age.check'],
      ASKED,
      TOLD,
      ['(the guardian cannot be written to)', 'consent.guardian', /연락이 되지 않았어요[^]*열네 살/],
      ['김보호 010-0000-5678', undefined, /보호자께 안내를 보낼게요/],
      ['(the guardian agrees)', 'confirm.summary', /머리카락/],
    ],
    forgotten: ['01000001234'],
  },
  {
    name: 'tells it on KakaoTalk at the next message',
    address: { channel: 'kakao', botId: 'bot', userKey: 'user', isFriend: true, isTest: false },
    turns: [
      [STORY, 'age.check'],
      ASKED,
      TOLD,
      ['(the guardian cannot be written to)'],
      ['언제 돼요?', 'consent.guardian', /연락이 되지 않았어요/],
    ],
  },
  {
    name: 'takes an e-mail address',
    turns: [[STORY, 'age.check'], ASKED, ['박엄마 mom@example.com', undefined, /보호자께 안내를 보낼게요/]],
  },
  {
    name: 'says it again when there is no contact in the answer',
    turns: [
      [STORY, 'age.check'],
      ASKED,
      ['엄마요', 'consent.guardian', /알아보지 못했어요/],
      ['02-123-4567', 'consent.guardian', /알아보지 못했어요/],
    ],
  },
  {
    name: 'asks for the kind of contact that can be written to',
    guardianContacts: ['email'],
    turns: [[STORY, 'age.check'], ASKED, ['김보호 010-0000-1234', 'consent.guardian', /이메일/]],
    isKept: false,
  },
  {
    name: 'says honestly who to turn to where no guardian can be written to, and keeps nothing',
    guardianContacts: [],
    turns: [
      [STORY, 'age.check'],
      ['[아니요, 14세 미만]', undefined, /저장하지 않았어요/],
    ],
    consents: [],
    isKept: false,
  },
  {
    name: 'lets a child leave words without a name',
    turns: [
      [STORY, 'age.check'],
      ASKED,
      ['[이름 없이 남기기]', 'confirm.summary', /이름 없이/],
      ['[접수하기]', undefined, /V26-/],
    ],
    filed: { conversationId: undefined, relation: undefined },
    isKept: false,
  },
  {
    name: 'goes on with whoever tapped the wrong age',
    turns: [[STORY, 'age.check'], ASKED, ['저 어른이에요', 'consent.collect']],
    isKept: false,
  },
  {
    name: 'takes no number for a call from a child',
    turns: [
      ['상담원', 'callback.request'],
      ['010-0000-9999 오전', 'age.check'],
      ['[아니요, 14세 미만]', undefined, /보호자와 함께/],
    ],
    consents: [],
    isKept: false,
  },
  {
    name: 'stops writing to guardians after three times a day',
    turns: [
      [STORY, 'age.check'],
      ASKED,
      TOLD,
      ['다시요 어제 급식이 차가웠어요', 'consent.guardian'],
      ['김보호 010-0000-2222', undefined, /보낼게요/],
      ['다시요 어제 급식이 차가웠어요', 'consent.guardian'],
      ['김보호 010-0000-3333', undefined, /보낼게요/],
      ['다시요 어제 급식이 차가웠어요', 'consent.guardian'],
      ['김보호 010-0000-4444', undefined, /내일/],
    ],
  },
  {
    name: 'speaks English to a child, and goes on in it',
    language: 'en',
    turns: [
      ['There was a hair in my lunch yesterday', 'age.check'],
      ['[Under 14]', 'consent.guardian', /fourteen/],
      ['Kim Boho 010-0000-1234', undefined, /30 minutes/],
      ['(the guardian agrees)', 'confirm.summary', /Your guardian said it is okay/],
      ['[Submit]', undefined, /V26-/],
    ],
    filed: { relation: 'child', language: 'en' },
  },
  {
    name: 'tells a refusal in English',
    language: 'en',
    turns: [
      ['There was a hair in my lunch yesterday', 'age.check'],
      ['[Under 14]', 'consent.guardian'],
      ['Kim Boho 010-0000-1234', undefined],
      ['(the guardian refuses)', 'menu', /1388/],
    ],
    isKept: false,
    forgotten: ['hair'],
  },
]

const AGREES = [
  ['[동의합니다]', 'consent.health'],
  ['[동의합니다]', 'consent.overseas'],
  ['[동의합니다]', 'consent.contact'],
] as const

const RELATIVES: readonly Conversation[] = [
  {
    name: 'asks a guardian who they are to the patient where it is about care, within eight answers',
    turns: [
      ['어제 2층 처치실에서 우리 아이 주사 맞은 팔이 부었는데 설명이 없었어요', 'age.check'],
      ['[보호자입니다]', 'consent.collect'],
      ...AGREES,
      ['[동의합니다]', 'contact.patient'],
      ['[법정대리인입니다]', 'contact.phone'],
      ['010-0000-1234', 'confirm.summary'],
      ['[접수하기]', undefined, /V26-/],
    ],
    filed: { relation: 'parent' },
    consents: ['collect yes', 'health yes', 'overseas yes', 'contact yes', 'guardian yes'],
  },
  {
    name: 'does not ask where nothing of care is told',
    turns: [
      ['어제 수납에서 한 시간 기다렸어요', 'age.check'],
      ['[보호자입니다]', 'consent.collect'],
      ...AGREES,
      ['[동의하지 않습니다]', 'confirm.summary'],
      ['[접수하기]', undefined, /V26-/],
    ],
    filed: { relation: 'guardian' },
  },
  {
    name: 'takes a typed relation, and keeps nobody at the question',
    turns: [
      ['어제 2층 처치실에서 어머니 주사 맞은 팔이 부었는데 설명이 없었어요', 'age.check'],
      ['[보호자입니다]', 'consent.collect'],
      ...AGREES,
      ['[동의하지 않습니다]', 'contact.patient'],
      ['음', 'contact.patient', /골라/],
      ['딸이에요', 'confirm.summary'],
      ['[접수하기]', undefined, /V26-/],
    ],
    filed: { relation: 'family' },
  },
]

describeConversations('a child under 14', CHILD)
describeConversations('whoever writes about a patient', RELATIVES)

describe('a link to the consent page', () => {
  it('is nothing a child can answer', async () => {
    const talk = startTalk()
    await talk.say(STORY)
    await talk.tap('네, 14세 이상')
    const token = talk.findToken()
    await talk.loseHold()
    await talk.say(STORY)
    await talk.tap('아니요, 14세 미만')
    const { outcome } = await talk.answerPage({ collect: true, health: true, overseas: true, contact: true }, token)
    expect(outcome).toMatchObject({ kind: 'problem' })
    expect(talk.record().sessions.size).toBe(0)
    await talk.close()
  })
})

describe('a request to a guardian', () => {
  it('holds the name and one contact, and sends a link to it', async () => {
    const talk = startTalk()
    for (const said of [STORY, '아니요', '우리 엄마 김보호이고 010 0000 1234예요']) await talk.say(said)
    const { guardians, outbox } = talk.record()
    expect(guardians.get(CONVERSATION)?.details).toEqual({
      v: 1,
      name: '김보호',
      contact: { kind: 'phone', value: '01000001234' },
    })
    expect(outbox).toMatchObject([{ kind: 'guardian_link', destination: guardians.get(CONVERSATION)?.request.id }])
    expect(JSON.stringify(outbox)).not.toContain('1234')
    await talk.close()
  })

  it('is replaced by the next one of the same conversation', async () => {
    const talk = startTalk()
    for (const said of [STORY, '아니요', '김보호 010-0000-1234', '엄마 번호가 틀렸어요', '김보호 010-0000-5678']) {
      await talk.say(said)
    }
    const { guardians } = talk.record()
    expect([...guardians.values()].map(({ details }) => details?.contact.value)).toEqual(['01000005678'])
    await talk.close()
  })
})

describe('a record that somebody else’s consent opened', () => {
  it('takes in nothing of a child’s words before the guardian agreed', async () => {
    const talk = startTalk()
    const filing = [
      '어제 수납에서 오래 기다렸어요',
      '네',
      '동의합니다',
      '동의합니다',
      '동의합니다',
      '동의하지 않습니다',
    ]
    for (const said of filing) await talk.say(said)
    await talk.tap('접수하기')
    const { sessions } = talk.record()
    for (const [id, session] of sessions) sessions.set(id, { ...session, draft: {}, dialogState: {} })
    await talk.say('민원 접수')
    await talk.tap('아니요, 14세 미만')
    await talk.say('병원이 무서웠어요')
    await talk.say('김보호 010-0000-1234')
    const kept = JSON.stringify([[...talk.record().sessions], talk.record().activities])
    expect(kept).not.toContain('무서')
    expect(kept).not.toContain('01000001234')
    await talk.close()
  })
})
