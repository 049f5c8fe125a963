import { agreeing, describeOnBothChannels } from '../../support/bothChannels.ts'
import type { Conversation } from '../../support/conversationTable.ts'

/** Said on Sunday, 22 November 2026, at two in the morning. */
const DAYS: readonly (readonly [said: string, shown: RegExp])[] = [
  ['지난주 목요일 저녁이요', /11월 12일/],
  ['아까 1시쯤이요', /11월 22일/],
  ['아까 3시쯤', /11월 21일/],
  ['그저께 밤이었어요', /11월 20일/],
  ['엊그제요', /11월 20일/],
  ['사흘 전', /11월 19일/],
  ['보름 전이요', /11월 7일/],
  ['지난달 말이었어요', /10월 31일/],
  ['설날 다음날이요', /2월 18일/],
  ['한 달 전쯤이요', /10월 22일/],
  ['두 시간 전이요', /11월 22일/],
  ['십일월 이십일이요', /11월 20일/],
]

const CONVERSATIONS: readonly Conversation[] = [
  ...DAYS.map(([said, shown]): Conversation => ({
    name: `knows the day when somebody says "${said}"`,
    turns: [
      ['수납에서 한 시간 기다렸어요', 'age.check'],
      ...agreeing('complaint.when'),
      [said, 'confirm.summary', shown],
    ],
  })),
  {
    name: 'asks once more for a day it cannot read, and keeps nobody at it',
    turns: [
      ['수납에서 한 시간 기다렸어요', 'age.check'],
      ...agreeing('complaint.when'),
      ['얼마 전이요', 'complaint.when', /알아보지 못했습니다/],
      ['얼마 전이요', 'confirm.summary', /^(?![^]*언제:)/],
    ],
  },
  {
    name: 'takes no day that is still to come',
    turns: [
      ['수납에서 한 시간 기다렸어요', 'age.check'],
      ...agreeing('complaint.when'),
      ['다음 주 목요일이요', 'complaint.when', /알아보지 못했습니다/],
    ],
  },
]

describeOnBothChannels('days as people say them', CONVERSATIONS)
