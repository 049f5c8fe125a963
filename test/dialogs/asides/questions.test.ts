import { agreeing, AT_SUMMARY, describeOnBothChannels, TOLD } from '../../support/bothChannels.ts'
import type { Conversation } from '../../support/conversationTable.ts'

const CONVERSATIONS: readonly Conversation[] = [
  {
    name: 'answers a question at the age question, and asks the age again',
    turns: [TOLD, ['주차 요금은 얼마예요?', 'age.check', /4시간까지 무료[^]*14세/]],
  },
  {
    name: 'answers a question between two consents, which answers neither',
    turns: [
      TOLD,
      ['[네, 14세 이상]', 'consent.collect'],
      ['이거 누가 보나요?', 'consent.collect', /담당 부서의 직원만[^]*\[필수\]/],
      ['[동의합니다]', 'consent.health'],
      ['면회 시간이 어떻게 되나요?', 'consent.health', /18시부터 20시/],
      ['[동의합니다]', 'consent.overseas'],
    ],
    consents: ['collect yes', 'health yes'],
    isKept: true,
  },
  {
    name: 'answers a question where the story is asked, and does not take it for the story',
    turns: [
      ['민원 접수', 'age.check'],
      ...agreeing('complaint.story'),
      ['진단서는 어디서 떼나요?', 'complaint.story', /제증명 창구[^]*어떤 일이 있으셨나요/],
      ['어제 수납에서 한 시간 기다렸어요', 'confirm.summary'],
    ],
  },
  {
    name: 'answers a question where the place is asked, and does not take it for the place',
    turns: [
      ['어제 직원이 반말을 했어요', 'age.check'],
      ...agreeing('complaint.where'),
      ['주차장 위치가 어디예요?', 'complaint.where', /지하 1층부터/],
      ['2층 안과', 'confirm.summary', /어디: 2층 안과/],
      ['[접수하기]', undefined],
    ],
    filed: { where: '2층 안과' },
  },
  {
    name: 'tells at the summary how long an answer takes, and files only then',
    turns: [
      ...AT_SUMMARY,
      ['답변은 언제 와요?', 'confirm.summary', /7일 안에[^]*이렇게 접수할까요/],
      ['[접수하기]', undefined, /V26-/],
    ],
    filed: { category: 'waiting' },
  },
  {
    name: 'says that it does not know, and goes on',
    turns: [TOLD, ['로비 피아노는 누가 쳐요?', 'age.check', /알지 못합니다[^]*02-0000-1000[^]*14세/]],
  },
  {
    name: 'answers a question in the midst of asking for a call',
    turns: [
      ['상담원', 'callback.request'],
      ['사람인가요 챗봇인가요?', 'callback.request', /자동 상담창/],
      ['[괜찮아요]', undefined],
    ],
  },
  {
    name: 'answers a question of its own at once, and makes no ticket of it',
    turns: [
      ['주차비 얼마예요?', 'inquiry.next', /자동 상담창[^]*4시간까지 무료[^]*더 궁금하신/],
      ['감사합니다', undefined, /언제든/],
    ],
  },
  {
    name: 'answers one question after the other',
    turns: [
      ['면회 시간 알려주세요', 'inquiry.next', /18시부터/],
      ['주차는 무료인가요?', 'inquiry.next', /4시간까지/],
      ['진단서는 어디서 떼요?', 'inquiry.next', /제증명/],
      ['[괜찮아요]', undefined],
    ],
  },
  {
    name: 'makes a complaint of a question with one tap, which takes the words along',
    turns: [
      ['주차 요금은 어떻게 계산되나요?', 'inquiry.next'],
      ['[민원으로 접수]', 'age.check'],
      ...agreeing('complaint.when'),
      ['[오늘]', 'confirm.summary', /주차 요금은 어떻게/],
      ['[접수하기]', undefined, /V26-/],
    ],
    filed: { type: 'complaint', story: '주차 요금은 어떻게 계산되나요?' },
  },
  {
    name: 'leaves a question nobody answered here for staff, as an inquiry, without asking for a day or a place',
    turns: [
      ['로비 피아노는 누가 쳐요?', 'inquiry.next', /알지 못합니다/],
      ['[문의 남기기]', 'age.check'],
      ...agreeing('confirm.summary'),
      ['[접수하기]', undefined, /문의가 접수됐습니다[^]*11월 23일/],
    ],
    filed: { type: 'inquiry', story: '로비 피아노는 누가 쳐요?' },
  },
  {
    name: 'makes no ticket of a question nobody answered here when that is not wanted',
    turns: [
      ['로비 피아노는 누가 쳐요?', 'inquiry.next'],
      ['아니요', undefined],
    ],
  },
  {
    name: 'hears a story told after an answer',
    turns: [
      ['주차비 얼마예요?', 'inquiry.next'],
      ['어제 수납에서 한 시간 기다렸어요', 'age.check'],
      ...agreeing('confirm.summary'),
      ['[접수하기]', undefined],
    ],
    filed: { category: 'waiting', story: '어제 수납에서 한 시간 기다렸어요' },
  },
  {
    name: 'asks again by name when a bare yes could mean either',
    turns: [
      ['로비 피아노는 누가 쳐요?', 'inquiry.next'],
      ['네', 'menu'],
    ],
  },
  {
    name: 'takes a complaint about parking for a complaint, though it sounds like a question',
    turns: [['주차 요금이 왜 이렇게 비싸요? 한 시간 기다렸는데 할인도 안 해 줬어요', 'age.check']],
  },
  {
    name: 'keeps what was begun when a question comes up at the menu',
    turns: [
      TOLD,
      ['[처음으로]', 'menu'],
      ['주차비 얼마예요?', 'menu', /4시간까지/],
      ['[이어서 쓰기]', 'age.check'],
      ...agreeing('confirm.summary'),
    ],
  },
  {
    name: 'answers in English',
    language: 'en',
    turns: [
      ['What are the visiting hours?', 'inquiry.next', /18:00 to 20:00/],
      ['Is parking free?', 'inquiry.next', /free for 4 hours/],
      ['[File complaint]', 'age.check'],
    ],
  },
]

describeOnBothChannels('a question of one’s own', CONVERSATIONS)
