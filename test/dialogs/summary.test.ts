import { type Conversation, describeConversations, type Line } from '../support/conversationTable.ts'

/** As far as the summary of a complaint about waiting. */
const TOLD: readonly Line[] = [
  ['어제 수납에서 한 시간 기다렸어요', 'age.check'],
  ['[네, 14세 이상]', 'consent.collect'],
  ['[동의합니다]', 'consent.health'],
  ['[동의합니다]', 'consent.overseas'],
  ['[동의합니다]', 'consent.contact'],
  ['[동의합니다]', 'contact.phone'],
  ['010-1234-5678', 'confirm.summary'],
]

const CONVERSATIONS: readonly Conversation[] = [
  {
    name: 'changes each part and files what is shown then',
    turns: [
      ...TOLD,
      ['[내용 고치기]', 'complaint.story'],
      ['수납 창구에서 두 시간이나 기다렸어요', 'confirm.summary', /두 시간/],
      ['[날짜 고치기]', 'complaint.when'],
      ['11월 19일', 'confirm.summary', /11월 19일/],
      ['[장소 고치기]', 'complaint.where'],
      ['본관 1층', 'confirm.summary', /본관 1층/],
      ['[바라는 점 적기]', 'complaint.wish', /바라시는 점/],
      ['창구를 늘려 주세요', 'confirm.summary', /바라시는 점: 창구를/],
      ['[연락처 고치기]', 'contact.phone'],
      ['02-123-4567', 'confirm.summary', /02-\*{4}-4567/],
      ['[접수하기]', undefined, /V26-/],
    ],
    filed: {
      story: '수납 창구에서 두 시간이나 기다렸어요',
      when: { date: '2026-11-19', text: '11월 19일' },
      where: '본관 1층',
      wish: '창구를 늘려 주세요',
      phone: '021234567',
    },
  },
  {
    name: 'lets a part be taken out again',
    turns: [
      ...TOLD,
      ['[연락처 고치기]', 'contact.phone'],
      ['[건너뛰기]', 'confirm.summary', /^(?![^]*연락처:)/],
      ['[날짜 고치기]', 'complaint.when'],
      ['[잘 모르겠어요]', 'confirm.summary', /^(?![^]*언제:)/],
      ['[바라는 점 적기]', 'complaint.wish'],
      ['없어요', 'confirm.summary', /^(?![^]*바라시는 점:)/],
      ['[접수하기]', undefined],
    ],
    filed: { phone: undefined, when: undefined, wish: undefined },
  },
  {
    name: 'files once when submit is tapped twice, and shows the same number again',
    turns: [
      ...TOLD,
      ['[접수하기]', undefined, /접수번호는 V26-\w{7}/],
      ['[접수하기@confirm.summary]', undefined, /이미 접수됐습니다. 접수번호는 V26-\w{7}/],
      ['[접수하기@confirm.summary]', undefined, /이미 접수됐습니다/],
    ],
    filed: { category: 'waiting' },
  },
  {
    name: 'does not file from a summary that was changed since',
    turns: [
      ...TOLD,
      ['[장소 고치기]', 'complaint.where'],
      ['본관 1층', 'confirm.summary'],
      ['[접수하기@confirm.summary]', 'confirm.summary', /앞에 나온 버튼[^]*본관 1층/],
      ['[접수하기]', undefined],
    ],
    filed: { where: '본관 1층' },
  },
  {
    name: 'does not file by a yes that was meant for the question before',
    turns: [
      ...TOLD.slice(0, 5),
      ['네', 'contact.phone'],
      ['건너뛰기', 'confirm.summary'],
      ['(at once) 네', 'confirm.summary', /두 번[^]*이렇게 접수할까요/],
      ['네', undefined, /V26-/],
    ],
    filed: { phone: undefined },
  },
  {
    name: 'says what to do to whoever answers the summary with something else, and shows it again',
    turns: [...TOLD, ['음 글쎄요', 'confirm.summary', /접수하기[^]*한 시간 기다렸어요/], ['제출', undefined, /V26-/]],
    filed: { category: 'waiting' },
  },
  {
    name: 'files nothing when it is cancelled',
    turns: [...TOLD, ['[취소]', undefined, /지웠습니다/], ['[접수하기@confirm.summary]', 'menu', /한 번만/]],
    isKept: true,
  },
  {
    name: 'does not offer to change a day nobody asked for',
    turns: [
      ['안내 데스크 직원분이 정말 친절하셨어요. 감사합니다', 'confirm.summary'],
      ['날짜 고치기', 'confirm.summary', /고칠 곳을/],
    ],
  },
]

describeConversations('the summary', CONVERSATIONS)
