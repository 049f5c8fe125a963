import {
  agreeing,
  AT_SUMMARY,
  AT_SUMMARY_WITH_PHONE,
  describeOnBothChannels,
  TOLD,
} from '../../support/bothChannels.ts'
import type { Conversation } from '../../support/conversationTable.ts'

const STAFF = ['직원이 반말을 했어요', 'age.check'] as const

const CONVERSATIONS: readonly Conversation[] = [
  {
    name: 'goes back to the age, which is forgotten',
    turns: [TOLD, ['[보호자입니다]', 'consent.collect'], ['뒤로', 'age.check'], ['[네, 14세 이상]', 'consent.collect']],
  },
  {
    name: 'goes back to the menu from the first question',
    turns: [TOLD, ['뒤로', 'menu'], ['[이어서 쓰기]', 'age.check']],
  },
  {
    name: 'goes back to the day, and from there to what was agreed to, which stays',
    turns: [
      STAFF,
      ...agreeing('complaint.when'),
      ['[오늘]', 'complaint.where'],
      ['뒤로', 'complaint.when'],
      ['[어제]', 'complaint.where'],
      ['2층 안과', 'confirm.summary', /11월 21일[^]*2층 안과/],
      ['뒤로', 'complaint.where'],
      ['뒤로', 'complaint.when'],
    ],
  },
  {
    name: 'goes back from the summary to the number',
    turns: [
      ...AT_SUMMARY_WITH_PHONE,
      ['이전으로', 'contact.phone'],
      ['[건너뛰기]', 'confirm.summary', /^(?![^]*연락처:)/],
    ],
  },
  {
    name: 'asks a refused consent anew, whose answers both have their receipts',
    turns: [
      TOLD,
      ['[네, 14세 이상]', 'consent.collect'],
      ['[동의하지 않습니다]', 'anonymous.offer'],
      ['뒤로', 'consent.collect'],
      ['[동의합니다]', 'consent.health'],
    ],
    consents: ['collect no', 'collect yes'],
  },
  {
    name: 'asks anew about contact that was refused',
    turns: [...AT_SUMMARY, ['뒤로', 'consent.contact'], ['[동의합니다]', 'contact.phone']],
    consents: ['collect yes', 'health yes', 'overseas yes', 'contact no', 'contact yes'],
  },
  {
    name: 'takes no consent back by going back, and says how to',
    turns: [
      TOLD,
      ['[네, 14세 이상]', 'consent.collect'],
      ['[동의합니다]', 'consent.health'],
      ['뒤로', 'consent.health', /내 정보/],
    ],
    consents: ['collect yes'],
  },
  {
    name: 'leaves the call request and comes back to what was asked',
    turns: [TOLD, ['상담원', 'callback.request'], ['뒤로', 'age.check']],
  },
  {
    name: 'leaves the call request for the menu where nothing was asked',
    turns: [
      ['상담원', 'callback.request'],
      ['뒤로', 'menu'],
    ],
  },
  { name: 'leaves the progress question', turns: [TOLD, ['진행 확인', 'status.number'], ['뒤로가기', 'age.check']] },
  {
    name: 'cancels at the last step',
    turns: [...AT_SUMMARY, ['취소할게요', 'menu', /지웠습니다/], ['이어서 할게요', 'menu', /남아 있지 않습니다/]],
  },
  {
    name: 'goes back in English',
    language: 'en',
    turns: [
      ['I waited two hours at the billing desk yesterday.', 'age.check'],
      ['[14 or older]', 'consent.collect'],
      ['go back', 'age.check', /14 or older/],
    ],
  },
]

describeOnBothChannels('going back', CONVERSATIONS)
