import { type Conversation, describeConversations } from '../support/conversationTable.ts'

const CONVERSATIONS: readonly Conversation[] = [
  { name: 'greets whoever opens the chat', turns: [['(opens)', 'menu', /119[^]*109[^]*무엇을 도와드릴까요/]] },
  {
    name: 'greets once, also when the chat is opened again',
    turns: [
      ['안녕하세요', 'menu', /자동 상담창/],
      ['안녕하세요', 'menu', /^(?!.*자동 상담창)/],
      ['네', 'menu', /골라 주시거나/],
    ],
  },
  {
    name: 'takes a story for a story, without a menu',
    turns: [['어제 수납에서 한 시간 기다렸어요', 'age.check', /자동 상담창/]],
  },
  { name: 'takes one angry word with a subject for a story', turns: [['불친절해요', 'age.check']] },
  ...[
    '민원 접수하고 싶어요',
    '민원 넣고 싶습니다',
    '불만이 있어요',
    '안녕하세요, 상담 부탁드립니다',
    '불편사항 접수하려고 합니다',
    '항의하러 왔습니다',
    'I want to file a complaint',
    'how do I file a complaint?',
  ].map(
    (said) =>
      ({
        name: `does not take "${said}" for the story itself`,
        turns: [
          [said, 'age.check'],
          ['14', 'consent.collect'],
          ['no', 'anonymous.offer'],
          ['yes', 'complaint.story'],
        ],
      }) satisfies Conversation,
  ),
  ...['민원실 직원이 불친절해요', '문의해도 답이 없어요', '신고했는데 아무도 안 왔어요'].map(
    (said) =>
      ({
        name: `takes "${said}" for the story itself`,
        turns: [
          [said, 'age.check'],
          ['14', 'consent.collect'],
          ['no', 'anonymous.offer'],
          ['yes', 'complaint.when'],
        ],
      }) satisfies Conversation,
  ),
  {
    name: 'does not take an answer that comes too late for a story',
    turns: [
      ['동의하지 않습니다', 'menu'],
      ['아니요', 'menu'],
    ],
  },
  {
    name: 'takes typed labels as taps',
    turns: [
      ['(opens)', 'menu'],
      ['칭찬 · 제안', 'complaint.story'],
    ],
  },
  {
    name: 'answers a question about progress with the status question',
    turns: [
      ['(opens)', 'menu'],
      ['제 민원 처리 상황이 궁금해요', 'status.number'],
    ],
  },
  {
    name: 'obeys a menu tapped after the conversation was forgotten',
    turns: [['(opens)', 'menu'], ['(the hold is lost)'], ['[민원 접수@menu]', 'age.check', /자동 상담창/]],
  },
  {
    name: 'says so when a question that is long gone is answered by a tap',
    turns: [
      ['민원 접수', 'age.check'],
      ['[네, 14세 이상]', 'consent.collect'],
      ['(the hold is lost)'],
      ['[동의합니다@consent.collect]', 'menu', /앞에 나온 버튼/],
    ],
    consents: [],
    isKept: false,
  },
  {
    name: 'offers to go on with what was begun, and does',
    turns: [
      ['어제 수납에서 한 시간 기다렸어요', 'age.check'],
      ['[네, 14세 이상]', 'consent.collect'],
      ['[처음으로]', 'menu'],
      ['[이어서 쓰기]', 'consent.collect'],
    ],
  },
  {
    name: 'offers nothing to go on with where nothing was told',
    turns: [
      ['민원 접수', 'age.check'],
      ['처음으로', 'menu'],
      ['이어서 쓰기', 'age.check'],
      ['[네, 14세 이상]', 'consent.collect'],
      ['[동의하지 않습니다]', 'anonymous.offer'],
      ['네', 'complaint.story'],
    ],
  },
  {
    name: 'begins anew when an old "go on" is tapped after filing, and files the new complaint too',
    turns: [
      ['어제 수납에서 한 시간 기다렸어요', 'age.check'],
      ['[처음으로]', 'menu'],
      ['[이어서 쓰기]', 'age.check'],
      ['[네, 14세 이상]', 'consent.collect'],
      ['[동의합니다]', 'consent.health'],
      ['[동의합니다]', 'consent.overseas'],
      ['[동의합니다]', 'consent.contact'],
      ['[동의하지 않습니다]', 'confirm.summary'],
      ['[접수하기]', undefined],
      ['[이어서 쓰기@menu]', 'complaint.story'],
      ['오늘 화장실 바닥이 미끄러웠어요', 'confirm.summary'],
      ['[접수하기]', undefined, /V26-/],
    ],
    filed: [{ category: 'waiting' }, { category: 'facility' }],
  },
]

describeConversations('the menu', CONVERSATIONS)
