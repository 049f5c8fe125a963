import { type Conversation, describeConversations, type Line } from '../support/conversationTable.ts'

const FILED: readonly Line[] = [
  ['어제 수납에서 한 시간 기다렸어요', 'age.check'],
  ['[네, 14세 이상]', 'consent.collect'],
  ['[동의합니다]', 'consent.health'],
  ['[동의합니다]', 'consent.overseas'],
  ['[동의합니다]', 'consent.contact'],
  ['[동의하지 않습니다]', 'confirm.summary'],
  ['[접수하기]', undefined],
]

const CONVERSATIONS: readonly Conversation[] = [
  {
    name: 'shows what was filed in this chat without asking for a number',
    turns: [...FILED, ['[진행 확인]', undefined, /V26-\w{7}: 접수됨[^]*12월 1일/]],
    filed: { category: 'waiting' },
  },
  {
    name: 'shows it midway and comes back to the question',
    turns: [
      ...FILED,
      ['직원이 반말을 했어요', 'complaint.when'],
      ['진행 확인', 'complaint.when', /V26-\w{7}: 접수됨[^]*언제/],
      ['오늘', 'complaint.where'],
    ],
    filed: { category: 'waiting' },
  },
  {
    name: 'tells a stranger with a number nothing',
    turns: [
      ['진행 확인', 'status.number'],
      ['V26-0000000', undefined, /찾지 못했습니다[^]*02-0000-1000/],
    ],
  },
  {
    name: 'answers a number written straight away',
    turns: [['V26-0000000 어떻게 됐나요?', undefined, /찾지 못했습니다/]],
  },
  {
    name: 'asks for a number that was mistyped once more, and can be left',
    turns: [
      ['(opens)', 'menu'],
      ['[진행 확인]', 'status.number'],
      ['V26-123', 'status.number', /알아보지 못했습니다/],
      ['글쎄 모르겠는데', 'status.number'],
      ['[처음으로]', 'menu'],
    ],
  },
  {
    name: 'answers in English',
    language: 'en',
    turns: [
      ['check progress', 'status.number', /your number/],
      ['V26-0000000', undefined, /could not find/],
    ],
  },
]

describeConversations('progress', CONVERSATIONS)
