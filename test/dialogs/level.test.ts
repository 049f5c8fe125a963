import { type Conversation, describeConversations } from '../support/conversationTable.ts'

const CHANNELS = [
  ['the website', { channel: 'web' }],
  ['KakaoTalk', { channel: 'kakao', botId: 'bot', userKey: 'user', isFriend: true, isTest: false }],
] as const

const CONVERSATIONS: readonly Conversation[] = CHANNELS.flatMap(([where, address]): readonly Conversation[] => [
  {
    name: `speaks easily to whoever asks for it, until they ask for the other (${where})`,
    address,
    turns: [
      ['어제 수납에서 한 시간 기다렸어요', 'age.check', /오래 기다리셔서 힘드셨겠습니다[^]*만 14세 이상이신가요/],
      ['쉬운 말로 해주세요', 'age.check', /쉬운 말로 할게요[^]*열네 살이 넘으셨나요/],
      ['네, 14세 이상', 'consent.collect'],
      ['동의하지 않습니다', 'anonymous.offer', /이름 없이 보낼까요/],
      ['보통 말로', 'anonymous.offer', /보통 말로 안내[^]*이름 없이 접수할까요/],
    ],
  },
  {
    name: `keeps that over a danger and over the next complaint (${where})`,
    address,
    turns: [
      ['쉬운말로', 'menu', /있었던 일을 바로 적어도 돼요/],
      ['죽고 싶어요', 'crisis.check', /^지금 많이 힘들어 보여서 걱정돼요[^]*109[^]*119나 112[^]*계속 말할까요/],
      ['계속하기', 'crisis.contact', /어느 방인지/],
      ['괜찮아요', 'age.check', /열네 살/],
      ['처음으로', 'menu', /있었던 일을/],
    ],
    pages: 1,
  },
  {
    name: `speaks easily to a child once it is known to be one (${where})`,
    address,
    turns: [
      ['급식에서 머리카락이 나왔어요', 'age.check', /만 14세/],
      ['아니요, 14세 미만', 'consent.guardian', /도와주고 싶어요/],
      ['도움말', 'consent.guardian', /있었던 일을 적으면/],
    ],
  },
  ...(
    [
      [
        '제가 나이가 많아서 글이 잘 안 보이는데 어제 수납에서 한 시간 기다렸어요',
        /오래 기다려서 힘드셨겠어요[^]*열네 살/,
      ],
      ['저는 여든이라 잘 모르지만 어제 수납에서 한 시간 기다렸어요', /열네 살/],
      ['무슨 말인지 잘 모르겠어요 어제 수납에서 한 시간 기다렸다고요', /열네 살/],
      ['저희 어머니가 여든이신데 어제 수납에서 한 시간 기다리셨어요', /만 14세/],
      ['직원이 나이 많은 분께 반말을 했어요', /만 14세/],
    ] as const
  ).map(([said, says]): Conversation => ({
    name: `hears who needs easy words, and who only tells of somebody: ${said} (${where})`,
    address,
    turns: [[said, 'age.check', says]],
  })),
])

describeConversations('easy words', CONVERSATIONS)

describeConversations('what is said by situation', [
  {
    name: 'feels with whoever complains before anything is asked, and not twice in the same words',
    turns: [
      ['어제 수납에서 한 시간 기다렸어요', 'age.check', /^안녕[^]*오래 기다리셔서 힘드셨겠습니다/],
      ['[네, 14세 이상]', 'consent.collect'],
      ['[동의합니다]', 'consent.health'],
      ['[동의합니다]', 'consent.overseas'],
      ['[동의합니다]', 'consent.contact'],
      ['[동의하지 않습니다]', 'confirm.summary'],
      ['[접수하기]', undefined, /^불편을 드려 죄송합니다\.\n접수됐습니다[^]*급하시면 02-0000-1000에/],
    ],
    filed: { category: 'waiting' },
  },
  {
    name: 'regrets nothing where harm by treatment is alleged, and says who looks into it',
    turns: [
      ['지난달 수술이 잘못된 것 같아서 의료사고를 의심하고 있어요', 'age.check', /많이 놀라고 걱정되셨겠습니다/],
      ['[네, 14세 이상]', 'consent.collect'],
      ['[동의합니다]', 'consent.health'],
      ['[동의합니다]', 'consent.overseas'],
      ['[동의합니다]', 'consent.contact'],
      ['[동의하지 않습니다]', 'complaint.when'],
      ['어제', 'confirm.summary'],
      ['[접수하기]', undefined, /^말씀해 주신 일을 꼼꼼히(?![^]*죄송)[^]*전문 담당자/],
    ],
    filed: { category: 'medical_accident' },
  },
  {
    name: 'says that it is an automated service at the start',
    turns: [['(opens)', 'menu', /자동 상담창(?![^]*인공지능)[^]*119[^]*109/]],
  },
  {
    name: 'says at the start that AI takes part, where a model is configured',
    readStory: () => async () => undefined,
    turns: [['(opens)', 'menu', /자동 상담창[^]*인공지능\(AI\)/]],
  },
])
