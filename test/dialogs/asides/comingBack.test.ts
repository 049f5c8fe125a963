import { AT_SUMMARY, describeOnBothChannels, TOLD } from '../../support/bothChannels.ts'
import type { Conversation } from '../../support/conversationTable.ts'

const CONVERSATIONS: readonly Conversation[] = [
  {
    name: 'offers the draft to whoever comes back after hours and says "아까 그거"',
    turns: [
      ...AT_SUMMARY,
      ['(hours later)'],
      ['아까 그거', 'confirm.summary', /그대로 있습니다[^]*수납에서 한 시간/],
      ['[접수하기]', undefined, /V26-/],
    ],
    filed: { category: 'waiting' },
  },
  {
    name: 'goes on in the midst of the consents after hours',
    turns: [
      TOLD,
      ['[네, 14세 이상]', 'consent.collect'],
      ['[동의합니다]', 'consent.health'],
      ['(hours later)'],
      ['하던 거 이어서 할게요', 'consent.health', /그대로 있습니다/],
    ],
  },
  {
    name: 'takes up the draft from the menu',
    turns: [...AT_SUMMARY, ['[처음으로]', 'menu'], ['(hours later)'], ['아까 그거요', 'confirm.summary', /한 시간/]],
  },
  {
    name: 'takes a greeting in the midst of something for coming back',
    turns: [...AT_SUMMARY, ['(hours later)'], ['안녕하세요', 'confirm.summary', /그대로 있습니다/]],
  },
  {
    name: 'says after a day that nothing is left, and begins anew',
    turns: [...AT_SUMMARY, ['(a day later)'], ['아까 그거', 'menu', /남아 있지 않습니다/]],
  },
  {
    name: 'says so where the half hour before consent is over',
    turns: [TOLD, ['(the hold is lost)'], ['아까 하던 거', 'menu', /남아 있지 않습니다/]],
  },
  {
    name: 'says so to whoever never told anything',
    turns: [['아까 그거', 'menu', /남아 있지 않습니다/]],
  },
  {
    name: 'changes the language on the way, and goes on with the same question',
    turns: [
      TOLD,
      ['영어로 해줘', 'age.check', /14 or older/],
      ['[14 or older]', 'consent.collect', /\[Required\]/],
      ['한국말로 해주세요', 'consent.collect', /\[필수\]/],
    ],
  },
  {
    name: 'answers in English whoever goes on in English',
    turns: [
      TOLD,
      ['Sorry, I am not so good at Korean.', 'age.check', /14 or older/],
      ['[14 or older]', 'consent.collect'],
    ],
  },
  {
    name: 'answers in Korean whoever goes on in Korean',
    language: 'en',
    turns: [
      ['I waited two hours at the billing desk yesterday.', 'age.check'],
      ['저 한국말로 해도 괜찮습니다 선생님', 'age.check', /14세/],
    ],
  },
  {
    name: 'leads to a person with honest hours at night, and comes back',
    turns: [
      TOLD,
      ['사람이랑 얘기할래요', 'callback.request', /보는 직원이 없습니다[^]*평일 09:00~18:00/],
      ['[괜찮아요]', 'age.check'],
    ],
  },
  {
    name: 'leads to a person with honest words by day as well',
    at: '2026-11-23T10:00:00+09:00',
    turns: [
      TOLD,
      ['진짜 사람하고 얘기하고 싶어요', 'callback.request', /실시간으로 보고 있지 않습니다[^]*02-0000-1000/],
    ],
  },
  {
    name: 'leads to a person from the summary',
    turns: [...AT_SUMMARY, ['상담원 불러주세요', 'callback.request'], ['[괜찮아요]', 'confirm.summary']],
  },
  {
    name: 'leads to a person from an answered question',
    turns: [
      ['주차비 얼마예요?', 'inquiry.next'],
      ['[상담원 연결]', 'callback.request'],
      ['[괜찮아요]', 'inquiry.next'],
    ],
  },
  ...['직원 바꿔주세요', '담당자 연결해 주세요', '상담원 없어요?', 'I want to talk to a real person'].map(
    (said): Conversation => ({
      name: `hears that a person is wanted: ${said}`,
      turns: [TOLD, [said, 'callback.request']],
    }),
  ),
]

describeOnBothChannels('coming back, languages and people', CONVERSATIONS)
