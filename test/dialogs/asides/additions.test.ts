import { agreeing, AT_SUMMARY, describeOnBothChannels, TOLD } from '../../support/bothChannels.ts'
import type { Conversation } from '../../support/conversationTable.ts'

const RANT = `${'어제 수납에서 한 시간을 기다렸고 아무도 설명해 주지 않았습니다. '.repeat(80)}끝까지 읽어 주세요.`

const CONVERSATIONS: readonly Conversation[] = [
  {
    name: 'adds to the story at the summary, which shows it and is not filed by it',
    turns: [
      ...AT_SUMMARY,
      ['그리고 거기 직원이 반말도 했어요', 'confirm.summary', /더해 적었습니다[^]*반말도/],
      ['[접수하기]', undefined],
    ],
    filed: { story: '어제 수납에서 한 시간 기다렸어요\n그리고 거기 직원이 반말도 했어요' },
  },
  {
    name: 'adds to the story between the consents',
    turns: [
      TOLD,
      ['[네, 14세 이상]', 'consent.collect'],
      ['아 참, 직원이 소리도 질렀어요', 'consent.collect', /더해 적었습니다[^]*\[필수\]/],
      ['[동의합니다]', 'consent.health'],
    ],
    consents: ['collect yes'],
    isKept: true,
  },
  {
    name: 'takes the story where a consent is being asked, and does not ask for it later',
    turns: [
      ['민원 접수', 'age.check'],
      ['[네, 14세 이상]', 'consent.collect'],
      ['어제 수납에서 한 시간 기다렸어요', 'consent.collect', /받아 적었습니다/],
      ['[동의합니다]', 'consent.health'],
      ['[동의합니다]', 'consent.overseas'],
      ['[동의합니다]', 'consent.contact'],
      ['[동의하지 않습니다]', 'confirm.summary', /수납에서 한 시간[^]*11월 21일/],
    ],
  },
  {
    name: 'takes day and more story in one answer to the day',
    turns: [
      ['직원이 반말을 했어요', 'age.check'],
      ...agreeing('complaint.when'),
      ['어제 저녁이요. 그리고 3층 약국에서 한 시간 기다렸어요', 'confirm.summary', /11월 21일[^]*3층 약국/],
      ['[접수하기]', undefined],
    ],
    filed: { when: { date: '2026-11-21', text: '어제 저녁' }, where: '3층 약국' },
  },
  {
    name: 'takes the number where it is given before it is asked',
    turns: [
      ['직원이 반말을 했어요', 'age.check'],
      ...agreeing('x').slice(0, 4),
      ['[동의합니다]', 'complaint.when'],
      ['어제요. 제 번호는 010-1234-5678이에요', 'complaint.where'],
      ['2층 안과', 'confirm.summary', /연락처: 010-\*{4}-5678/],
    ],
  },
  {
    name: 'takes a wish told at the summary beside a yes, and files what is shown then',
    turns: [
      ...AT_SUMMARY,
      ['좋아요 근데 사과를 꼭 받고 싶어요', 'confirm.summary', /바라시는 점: [^]*사과/],
      ['네 맞아요 접수해주세요', undefined, /V26-/],
    ],
    filed: { wish: '좋아요 근데 사과를 꼭 받고 싶어요' },
  },
  {
    name: 'adds the same words once, though they are sent again',
    turns: [
      TOLD,
      ['어제 수납에서 한 시간 기다렸어요', 'age.check', /14세/],
      ...agreeing('confirm.summary'),
      ['어제 수납에서 한 시간 기다렸어요', 'confirm.summary'],
      ['[접수하기]', undefined],
    ],
    filed: { story: '어제 수납에서 한 시간 기다렸어요' },
  },
  {
    name: 'adds no words of health that may not be kept, and says so',
    turns: [
      TOLD,
      ['[네, 14세 이상]', 'consent.collect'],
      ['[동의합니다]', 'consent.health'],
      ['[동의하지 않습니다]', 'consent.overseas'],
      ['그리고 무릎 수술 받은 다리가 아파요', 'consent.overseas', /건강 정보/],
    ],
    forgotten: ['무릎 수술'],
  },
  {
    name: 'files three thousand characters whole, with a short gist',
    turns: [[RANT, 'age.check'], ...agreeing('confirm.summary'), ['[접수하기]', undefined, /V26-/]],
    filed: { story: RANT },
  },
  {
    name: 'takes three thousand characters at the story question',
    turns: [
      ['민원 접수', 'age.check'],
      ...agreeing('complaint.story'),
      [RANT, 'confirm.summary'],
      ['[접수하기]', undefined],
    ],
    filed: { story: RANT },
  },
  {
    name: 'takes one answer where a tap comes again as typed words',
    turns: [
      TOLD,
      ['[네, 14세 이상]', 'consent.collect'],
      ['(at once) 네, 14세 이상', 'consent.collect'],
      ['[동의합니다]', 'consent.health'],
      ['(at once) 네', 'consent.health', /두 번/],
    ],
    consents: ['collect yes'],
  },
  {
    name: 'files once where submit is tapped and typed',
    turns: [
      ...AT_SUMMARY,
      ['[접수하기]', undefined, /V26-/],
      ['접수하기', 'menu', /무엇을 도와드릴까요/],
      ['[접수하기@confirm.summary]', 'menu', /앞에 나온 버튼|이미 접수/],
    ],
    filed: { category: 'waiting' },
  },
]

describeOnBothChannels('more than an answer', CONVERSATIONS)
