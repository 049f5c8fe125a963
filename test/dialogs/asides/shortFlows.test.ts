import { agreeing, describeOnBothChannels } from '../../support/bothChannels.ts'
import type { Conversation } from '../../support/conversationTable.ts'

const CONVERSATIONS: readonly Conversation[] = [
  {
    name: 'passes on a thank-you without a name, an age or a consent',
    turns: [
      ['간호사 선생님이 정말 친절하셨어요. 감사합니다', 'confirm.summary', /이름 없이 전합니다/],
      ['[접수하기]', undefined, /따뜻한 말씀 고맙습니다[^]*V26-\w{7}[^]*확인 암호/],
    ],
    filed: { type: 'compliment', conversationId: undefined, slackCovered: false },
    consents: [],
    isKept: false,
  },
  {
    name: 'asks a thank-you only for its words',
    turns: [
      ['칭찬하고 싶어요', 'complaint.story', /어떤 점이 좋으셨나요/],
      ['안내 데스크 직원분이 정말 친절하셨어요. 감사합니다', 'confirm.summary'],
      ['[접수하기]', undefined, /고맙습니다/],
    ],
    filed: { type: 'compliment' },
    consents: [],
  },
  {
    name: 'asks whoever wants an answer to a thank-you what that takes',
    turns: [
      ['간호사 선생님이 정말 친절하셨어요. 감사합니다', 'confirm.summary'],
      ['[답변도 받기]', 'age.check'],
      ...agreeing('confirm.summary').slice(0, -1),
      ['[동의하지 않습니다]', 'confirm.summary', /^(?![^]*이름 없이)/],
      ['[접수하기]', undefined, /그대로 전하겠습니다/],
    ],
    filed: { type: 'compliment', slackCovered: true },
    consents: ['collect yes', 'health yes', 'overseas yes', 'contact no'],
    isKept: true,
  },
  {
    name: 'comes back to the nameless way where consent is refused after all',
    turns: [
      ['간호사 선생님이 정말 친절하셨어요. 감사합니다', 'confirm.summary'],
      ['[답변도 받기]', 'age.check'],
      ['[네, 14세 이상]', 'consent.collect'],
      ['[동의하지 않습니다]', 'anonymous.offer'],
      ['[이름 없이 접수]', 'confirm.summary', /이름 없이/],
      ['[접수하기]', undefined, /확인 암호/],
    ],
    filed: { type: 'compliment', conversationId: undefined },
    isKept: false,
  },
  {
    name: 'takes an idea without a name',
    turns: [
      ['대기실에 충전기를 설치해 주시면 좋겠어요', 'confirm.summary', /이름 없이 전합니다/],
      ['[접수하기]', undefined, /V26-\w{7}[^]*확인 암호/],
    ],
    filed: { type: 'suggestion', conversationId: undefined },
    consents: [],
  },
  {
    name: 'changes the words of an idea',
    turns: [
      ['대기실에 충전기를 설치해 주시면 좋겠어요', 'confirm.summary'],
      ['[내용 고치기]', 'complaint.story'],
      ['로비에 충전기를 설치해 주시면 좋겠어요', 'confirm.summary', /로비에/],
      ['[접수하기]', undefined],
    ],
    filed: { type: 'suggestion', story: '로비에 충전기를 설치해 주시면 좋겠어요' },
  },
  {
    name: 'goes back from the summary of a thank-you to its words',
    turns: [
      ['칭찬하고 싶어요', 'complaint.story'],
      ['안내 데스크 직원분이 정말 친절하셨어요. 감사합니다', 'confirm.summary'],
      ['뒤로', 'complaint.story'],
    ],
  },
  {
    name: 'passes on praise by name where the person is known already',
    turns: [
      ['어제 수납에서 한 시간 기다렸어요', 'age.check'],
      ...agreeing('confirm.summary'),
      ['[접수하기]', undefined],
      ['간호사 선생님이 정말 친절하셨어요. 감사합니다', 'confirm.summary', /^(?![^]*이름 없이)/],
      ['[접수하기]', undefined, /그대로 전하겠습니다/],
    ],
    filed: [{ category: 'waiting' }, { type: 'compliment' }],
  },
  {
    name: 'asks what a complaint takes of whoever came to praise and complains',
    turns: [
      ['칭찬하고 싶어요', 'complaint.story'],
      ['화장실이 너무 더럽고 냄새가 심해요', 'age.check'],
    ],
    isKept: false,
  },
  {
    name: 'thanks in English',
    language: 'en',
    turns: [
      ['The nurses were wonderful. Thank you so much for your kind care.', 'confirm.summary', /without your name/],
      ['[Submit]', undefined, /kind words/],
    ],
    filed: { type: 'compliment', language: 'en' },
  },
  ...[
    ['a greeting', '안녕하세요'],
    ['a thank-you to the chat', '감사합니다'],
    ['a keyboard', 'ㅁㄴㅇㄹ ㅁㄴㅇㄹ'],
    ['laughter', 'ㅋㅋㅋㅋ'],
    ['emoji', '😡😡'],
    ['a test', '테스트입니다'],
    ['letters', 'asdf'],
    ['an advertisement', '무료 대출 상담 받아보세요 카톡 추가 당일 승인'],
    ['an advertisement with an address', '카지노 첫 가입 시 5만원 https://bet.example.com'],
    ['an English advertisement', 'Earn crypto fast, click http://x.example'],
  ].map(([what = '', said = '']): Conversation => ({
    name: `makes no ticket of ${what}`,
    turns: [
      [said, 'menu'],
      [said, 'menu'],
    ],
  })),
  {
    name: 'does not take an advertisement for the story',
    turns: [
      ['민원 접수', 'age.check'],
      ...agreeing('complaint.story'),
      ['무료 대출 상담 받아보세요 카톡 추가 당일 승인', 'complaint.story', /한두 문장/],
    ],
  },
]

describeOnBothChannels('thanks, ideas and what is neither', CONVERSATIONS)
