import { type Conversation, describeConversations } from '../support/conversationTable.ts'

const CONVERSATIONS: readonly Conversation[] = [
  {
    name: 'files a complaint about waiting, told in one message',
    turns: [
      ['안녕하세요', 'menu', /무엇을 도와드릴까요/],
      ['어제 오후에 수납에서 한 시간 기다렸어요', 'age.check'],
      ['[네, 14세 이상]', 'consent.collect', /\[필수\]/],
      ['[동의합니다]', 'consent.health', /건강/],
      ['[동의합니다]', 'consent.overseas', /국외/],
      ['[동의합니다]', 'consent.contact', /전화·문자/],
      ['[동의하지 않습니다]', 'confirm.summary', /수납에서 한 시간[^]*11월 21일/],
      ['[접수하기]', undefined, /오래 기다리셔서[^]*접수번호는 V26-\w{7}입니다[^]*원무과[^]*까지/],
    ],
    filed: {
      type: 'complaint',
      category: 'waiting',
      department: '원무과',
      deskDepartment: '원무과',
      slackCovered: true,
      where: '수납',
      story: '어제 오후에 수납에서 한 시간 기다렸어요',
    },
    consents: ['collect yes', 'health yes', 'overseas yes', 'contact no'],
    isKept: true,
  },
]

describeConversations('a complaint', CONVERSATIONS)
