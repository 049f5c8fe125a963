import { type Conversation, describeConversations, type Line } from '../support/conversationTable.ts'

const RANT = `어제 수납에서 한 시간 기다렸어요. ${'정말 너무합니다. '.repeat(500)}`.trim()

const CONSENTS: readonly Line[] = [
  ['[네, 14세 이상]', 'consent.collect'],
  ['[동의합니다]', 'consent.health'],
  ['[동의합니다]', 'consent.overseas'],
  ['[동의합니다]', 'consent.contact'],
  ['[동의하지 않습니다]', 'complaint.when'],
]

const CONVERSATIONS: readonly Conversation[] = [
  {
    name: 'takes the beginning of a rant of 5,000 characters, and says so',
    turns: [
      [RANT, 'age.check', /앞부분만 받았습니다/],
      ...CONSENTS.slice(0, 4),
      ['[동의하지 않습니다]', 'confirm.summary', /…/],
      ['[접수하기]', undefined],
    ],
    filed: { story: RANT.slice(0, 4000), category: 'waiting' },
  },
  {
    name: 'never keeps anybody at a date: the second that cannot be read stays in the story',
    turns: [
      ['화장실 바닥이 미끄러웠어요', 'age.check'],
      ...CONSENTS,
      ['한참 됐어요', 'complaint.when', /모르셔도 괜찮습니다/],
      ['봄에 꽃 필 무렵이요', 'confirm.summary', /미끄러웠어요 봄에 꽃 필 무렵이요/],
      ['[접수하기]', undefined],
    ],
    filed: { when: undefined, story: '화장실 바닥이 미끄러웠어요\n봄에 꽃 필 무렵이요' },
  },
  {
    name: 'takes not knowing the day for an answer',
    turns: [['화장실 바닥이 미끄러웠어요', 'age.check'], ...CONSENTS, ['기억이 안 나요', 'confirm.summary']],
  },
  {
    name: 'takes a day still to come for the one of last year, and says so',
    turns: [
      ['화장실 바닥이 미끄러웠어요', 'age.check'],
      ...CONSENTS,
      ['12월 25일', 'confirm.summary', /2025년 12월 25일/],
    ],
  },
  {
    name: 'goes on after a place of one letter, and after a place that is a story',
    turns: [
      ['어제 직원이 반말을 했어요', 'age.check'],
      ...CONSENTS.slice(0, 4),
      ['[동의하지 않습니다]', 'complaint.where'],
      ['?', 'complaint.where'],
      ['?', 'confirm.summary'],
      ['[장소 고치기]', 'complaint.where'],
      [`1층 로비에서 ${'아주 '.repeat(80)}오래 서 있었어요`, 'confirm.summary', /어디: 1층 로비에서/],
      ['[접수하기]', undefined],
    ],
    filed: { story: `어제 직원이 반말을 했어요\n1층 로비에서 ${'아주 '.repeat(80)}오래 서 있었어요` },
  },
  {
    name: 'takes a place nobody knows for skipped',
    turns: [
      ['어제 직원이 반말을 했어요', 'age.check'],
      ...CONSENTS.slice(0, 4),
      ['[동의하지 않습니다]', 'complaint.where'],
      ['모르겠어요', 'confirm.summary', /^(?![^]*어디:)/],
    ],
  },
  {
    name: 'says of a photo that it wants words',
    turns: [
      ['(opens)', 'menu'],
      ['https://talk.example/photo.jpg', 'menu', /사진과 파일은/],
    ],
  },
  {
    name: 'asks for more than a greeting where the story is asked',
    turns: [
      ['민원 접수', 'age.check'],
      ...CONSENTS.slice(0, 4),
      ['[동의하지 않습니다]', 'complaint.story'],
      ['안녕하세요', 'complaint.story', /한두 문장/],
      ['ㅠㅠㅠㅠㅠㅠㅠ', 'complaint.story', /한두 문장/],
      ['123456', 'complaint.story'],
    ],
  },
  {
    name: 'asks again for a phone number it could not read, and lets it be left out',
    turns: [
      ['어제 수납에서 한 시간 기다렸어요', 'age.check'],
      ...CONSENTS.slice(0, 4),
      ['[동의합니다]', 'contact.phone'],
      ['공일공', 'contact.phone', /알아보지 못했습니다/],
      ['010-12', 'contact.phone'],
      ['[건너뛰기]', 'confirm.summary'],
    ],
  },
]

describeConversations('what cannot be read', CONVERSATIONS)
