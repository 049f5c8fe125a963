import { type Conversation, describeConversations } from '../support/conversationTable.ts'

const CONVERSATIONS: readonly Conversation[] = [
  {
    name: 'removes a resident number before anything is kept, and says so once',
    turns: [
      ['어제 수납에서 900101-1234567 적으라고 하고 한 시간 기다렸어요', 'age.check', /주민등록번호[^]*지웠습니다/],
      ['[네, 14세 이상]', 'consent.collect'],
      ['[동의합니다]', 'consent.health'],
      ['제 번호는 900101-1234567 이에요', 'consent.health', /^(?![^]*지웠습니다)/],
      ['[동의합니다]', 'consent.overseas'],
      ['[동의합니다]', 'consent.contact'],
      ['[동의하지 않습니다]', 'confirm.summary', /\[주민등록번호 삭제됨\]/],
      ['[접수하기]', undefined],
    ],
    filed: { story: '어제 수납에서 [주민등록번호 삭제됨] 적으라고 하고 한 시간 기다렸어요' },
    forgotten: ['1234567'],
  },
  {
    name: 'removes a card number from the wish',
    turns: [
      ['어제 주차장에서 주차 요금이 두 번 결제됐어요', 'age.check'],
      ['[네, 14세 이상]', 'consent.collect'],
      ['[동의합니다]', 'consent.health'],
      ['[동의합니다]', 'consent.overseas'],
      ['[동의합니다]', 'consent.contact'],
      ['[동의하지 않습니다]', 'confirm.summary'],
      ['[바라는 점 적기]', 'complaint.wish'],
      ['4111-1111-1111-1111 카드로 환불해 주세요', 'confirm.summary', /지웠습니다[^]*\[카드번호 삭제됨\]/],
      ['[접수하기]', undefined],
    ],
    filed: { wish: '[카드번호 삭제됨] 카드로 환불해 주세요' },
    forgotten: ['4111'],
  },
  {
    name: 'keeps a phone number out of the line a card may show',
    turns: [
      ['어제 수납에서 한 시간 기다렸어요. 010-1234-5678로 연락 주세요', 'age.check'],
      ['[네, 14세 이상]', 'consent.collect'],
      ['[동의합니다]', 'consent.health'],
      ['[동의합니다]', 'consent.overseas'],
      ['[동의합니다]', 'consent.contact'],
      ['[동의하지 않습니다]', 'confirm.summary'],
      ['[접수하기]', undefined],
    ],
    filed: { gist: '어제 수납에서 한 시간 기다렸어요. [전화번호1]로 연락 주세요' },
  },
  {
    name: 'removes it in English too',
    language: 'en',
    turns: [['I waited two hours yesterday, they wanted 900101-1234567', 'age.check', /removed a number/]],
    forgotten: ['1234567'],
  },
]

describeConversations('numbers that may not be kept', CONVERSATIONS)
