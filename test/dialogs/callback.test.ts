import { type Conversation, describeConversations } from '../support/conversationTable.ts'

const MONDAY_MORNING = '2026-11-23T10:00:00+09:00'

const CONVERSATIONS: readonly Conversation[] = [
  {
    name: 'says at night that nobody is there, and files the request for a call',
    turns: [
      ['(opens)', 'menu'],
      ['[상담원 연결]', 'callback.request', /직원이 없습니다[^]*02-0000-1190[^]*119/],
      ['010-1234-5678, 오전 중에요', 'age.check'],
      ['[네, 14세 이상]', 'consent.collect'],
      ['[동의합니다]', 'menu', /전화 요청이 접수됐습니다[^]*V26-\w{7}[^]*11월 23일/],
    ],
    filed: {
      kind: 'callback',
      type: 'inquiry',
      phone: '01012345678',
      goodTime: '오전 중에요',
      deskDepartment: '고객상담실',
    },
    consents: ['collect yes'],
    isKept: true,
  },
  {
    name: 'says in working hours where somebody answers at once',
    at: MONDAY_MORNING,
    turns: [
      ['사람이랑 얘기하고 싶어요', 'callback.request', /실시간으로 보고 있지 않습니다[^]*02-0000-1000/],
      ['[괜찮아요]', undefined, /언제든 02-0000-1000/],
    ],
    consents: [],
    isKept: false,
  },
  {
    name: 'calls on the same day whoever asks in the morning',
    at: MONDAY_MORNING,
    turns: [
      ['상담원', 'callback.request'],
      ['01012345678', 'age.check'],
      ['네', 'consent.collect'],
      ['네', undefined, /11월 23일/],
    ],
    filed: { kind: 'callback', goodTime: undefined },
  },
  {
    name: 'stores no number of whoever does not agree',
    turns: [
      ['상담원', 'callback.request'],
      ['010-1234-5678 오후', 'age.check'],
      ['[네, 14세 이상]', 'consent.collect'],
      ['[동의하지 않습니다]', undefined, /번호를 저장하지 않았습니다[^]*02-0000-1000/],
    ],
    consents: ['collect no'],
    isKept: false,
  },
  {
    name: 'asks again for a number it could not read, and takes a no',
    turns: [
      ['상담원', 'callback.request'],
      ['오전에 전화 주세요', 'callback.request', /알아보지 못했습니다/],
      ['아니요', undefined, /알겠습니다/],
    ],
  },
  {
    name: 'comes back to what was being told, with every word of it',
    turns: [
      ['직원이 반말을 했어요', 'age.check'],
      ['[네, 14세 이상]', 'consent.collect'],
      ['[동의합니다]', 'consent.health'],
      ['[동의합니다]', 'consent.overseas'],
      ['[동의합니다]', 'consent.contact'],
      ['[동의하지 않습니다]', 'complaint.when'],
      ['상담원 연결', 'callback.request'],
      ['010-1234-5678', 'complaint.when', /전화 요청이 접수[^]*언제/],
      ['어제', 'complaint.where'],
      ['[건너뛰기]', 'confirm.summary', /반말/],
      ['[접수하기]', undefined],
    ],
    filed: [
      { kind: 'callback', category: 'other' },
      { kind: 'story', story: '직원이 반말을 했어요', phone: undefined },
    ],
  },
  {
    name: 'leaves out of the good time what is told of health',
    turns: [
      ['상담원', 'callback.request'],
      ['010-1234-5678 무릎 수술 때문에요', 'age.check'],
      ['[네, 14세 이상]', 'consent.collect'],
      ['[동의합니다]', undefined],
    ],
    filed: { kind: 'callback', goodTime: undefined },
  },
  {
    name: 'asks about health before a story of it is written down by the way',
    turns: [
      ['그저께 무릎 수술 받고 다리가 아픈데 설명을 못 들었어요', 'age.check'],
      ['상담원', 'callback.request'],
      ['010-1234-5678', 'age.check'],
      ['[네, 14세 이상]', 'consent.collect'],
      ['[동의합니다]', 'consent.health'],
      ['[동의합니다]', 'consent.overseas', /전화 요청이 접수됐습니다/],
      ['[동의합니다]', 'consent.contact'],
      ['[동의하지 않습니다]', 'confirm.summary', /무릎 수술/],
    ],
    filed: { kind: 'callback' },
    consents: ['collect yes', 'health yes', 'overseas yes', 'contact no'],
    isKept: true,
  },
  {
    name: 'answers a child who wants a call in plain words',
    turns: [
      ['상담원', 'callback.request'],
      ['010-1234-5678', 'age.check'],
      ['[아니요, 14세 미만]', undefined, /보호자와 함께/],
    ],
    isKept: false,
  },
  {
    name: 'files a call in English',
    language: 'en',
    turns: [
      ['(opens)', 'menu'],
      ['[Talk to staff]', 'callback.request', /nobody is reading/],
      ['+82 10 1234 5678 in the morning', 'age.check'],
      ['[14 or older]', 'consent.collect'],
      ['[I agree]', 'menu', /call request is filed/],
    ],
    filed: { kind: 'callback', language: 'en', phone: '01012345678', goodTime: 'in the morning' },
  },
]

describeConversations('a request for a call', CONVERSATIONS)
