import {
  agreeing,
  AT_SUMMARY,
  AT_SUMMARY_WITH_PHONE,
  describeOnBothChannels,
  TOLD,
} from '../../support/bothChannels.ts'
import type { Conversation } from '../../support/conversationTable.ts'

const CONVERSATIONS: readonly Conversation[] = [
  {
    name: 'puts the day right in the summary by words',
    turns: [
      ...AT_SUMMARY,
      ['아니 어제 말고 그저께요', 'confirm.summary', /고쳐 적었습니다[^]*11월 20일/],
      ['[접수하기]', undefined, /V26-/],
    ],
    filed: {
      when: { date: '2026-11-20', text: '그저께' },
      story: '어제 수납에서 한 시간 기다렸어요\n아니 어제 말고 그저께요',
    },
  },
  {
    name: 'puts the day right in the midst of the consents, which are then asked again',
    turns: [
      TOLD,
      ['[네, 14세 이상]', 'consent.collect'],
      ['어제가 아니라 지난주 목요일이에요', 'consent.collect', /11월 12일[^]*\[필수\]/],
      ['[동의합니다]', 'consent.health'],
      ['[동의합니다]', 'consent.overseas'],
      ['[동의합니다]', 'consent.contact'],
      ['[동의하지 않습니다]', 'confirm.summary', /11월 12일/],
    ],
    consents: ['collect yes', 'health yes', 'overseas yes', 'contact no'],
  },
  {
    name: 'takes "어제 말고 그저께요" for the answer where the day is being asked',
    turns: [
      ['수납에서 한 시간 기다렸어요', 'age.check'],
      ...agreeing('complaint.when'),
      ['어제 말고 그저께요', 'confirm.summary', /11월 20일/],
    ],
  },
  {
    name: 'asks the day again when it is only said to be wrong',
    turns: [
      ...AT_SUMMARY,
      ['날짜가 틀렸어요', 'complaint.when', /언제/],
      ['사흘 전이요', 'confirm.summary', /11월 19일/],
    ],
  },
  {
    name: 'asks the day again when it was not that one',
    turns: [...AT_SUMMARY, ['어제가 아니에요', 'complaint.when'], ['[오늘]', 'confirm.summary', /11월 22일/]],
  },
  {
    name: 'puts the place right in the summary by words',
    turns: [
      ['어제 2층 안과에서 직원이 반말을 했어요', 'age.check'],
      ...agreeing('confirm.summary'),
      ['2층이 아니라 3층이요', 'confirm.summary', /어디: 3층/],
      ['[접수하기]', undefined],
    ],
    filed: { where: '3층', category: 'staff_attitude' },
  },
  {
    name: 'puts the place right while the number is asked, and takes the number in the next message',
    turns: [
      TOLD,
      ...agreeing('x').slice(0, 4),
      ['[동의합니다]', 'contact.phone'],
      ['수납이 아니라 약국이었어요', 'contact.phone', /어디: 약국/],
      ['010-1234-5678', 'confirm.summary', /어디: 약국/],
    ],
  },
  {
    name: 'makes it the matter of a mother, and asks nothing it was told',
    turns: [
      ['어제 병실에서 간호사가 링거를 늦게 갈아 줬어요', 'age.check'],
      ...agreeing('confirm.summary'),
      ['제가 아니라 어머니 일이에요', 'confirm.summary', /가족분의 일/],
      ['[접수하기]', undefined],
    ],
    filed: { relation: 'family' },
  },
  {
    name: 'takes it as told by family when that is said at the age question',
    turns: [TOLD, ['제가 아니라 어머니 일이에요', 'consent.collect']],
  },
  {
    name: 'makes it the person’s own matter again',
    turns: [
      TOLD,
      ['[보호자입니다]', 'consent.collect'],
      ['[동의합니다]', 'consent.health'],
      ['아버지가 아니라 제 일이에요', 'consent.health', /본인의 일/],
    ],
  },
  {
    name: 'puts a number right by words',
    turns: [
      ...AT_SUMMARY_WITH_PHONE,
      ['번호를 010-9999-0000으로 바꿔 주세요', 'confirm.summary', /고쳐 적었습니다[^]*0000/],
      ['[접수하기]', undefined],
    ],
    filed: { phone: '01099990000' },
  },
  {
    name: 'asks a number again that was mistyped',
    turns: [
      ...AT_SUMMARY_WITH_PHONE,
      ['전화번호 잘못 적었어요', 'contact.phone'],
      ['010-9999-0000', 'confirm.summary', /0000/],
    ],
  },
  {
    name: 'takes a wish told at the summary',
    turns: [
      ...AT_SUMMARY,
      ['바라는 건 창구를 늘리는 거예요', 'confirm.summary', /바라시는 점: 창구를/],
      ['[접수하기]', undefined],
    ],
    filed: { wish: '창구를 늘리는 거예요' },
  },
  {
    name: 'asks for the words again of whoever wants to change them',
    turns: [
      ...AT_SUMMARY,
      ['내용을 고치고 싶어요', 'complaint.story'],
      ['어제 수납에서 두 시간 기다렸어요', 'confirm.summary', /두 시간/],
    ],
  },
  {
    name: 'takes a bare day in the summary for the right one',
    turns: [...AT_SUMMARY, ['그저께였어요', 'confirm.summary', /11월 20일/]],
  },
  {
    name: 'does not file what was changed in the same breath',
    turns: [
      ...AT_SUMMARY,
      ['접수해 주세요 근데 어제 말고 그저께요', 'confirm.summary', /11월 20일/],
      ['[접수하기@confirm.summary]', 'confirm.summary', /앞에 나온 버튼/],
    ],
  },
  {
    name: 'takes a contrast inside a story for a part of the story',
    turns: [
      ['민원 접수', 'age.check'],
      ...agreeing('complaint.story'),
      ['예약을 안 한 게 아니라 직원이 취소한 거였어요. 어제 원무과에서요', 'confirm.summary', /취소한 거/],
    ],
  },
  {
    name: 'puts the day right in English',
    language: 'en',
    turns: [
      ['I waited two hours at the billing desk yesterday.', 'age.check'],
      ['[14 or older]', 'consent.collect'],
      ['[I agree]', 'consent.health'],
      ['[I agree]', 'consent.overseas'],
      ['[I agree]', 'consent.contact'],
      ['[I do not agree]', 'confirm.summary', /21 November/],
      ['no, not yesterday but the day before yesterday', 'confirm.summary', /Corrected[^]*20 November/],
    ],
  },
]

describeOnBothChannels('a correction', CONVERSATIONS)
