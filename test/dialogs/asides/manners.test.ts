import { agreeing, AT_SUMMARY, describeOnBothChannels, TOLD } from '../../support/bothChannels.ts'
import type { Conversation } from '../../support/conversationTable.ts'

const CONVERSATIONS: readonly Conversation[] = [
  {
    name: 'stays calm once, and takes the complaint that comes then',
    turns: [
      ['야 이 XX들아', 'menu', /많이 화가 나셨군요[^]*02-0000-1000[^]*고객상담실/],
      ['야 이 개새끼들아', 'menu', /^(?![^]*화가 나셨군요)/],
      TOLD,
      ...agreeing('confirm.summary'),
      ['[접수하기]', undefined, /V26-/],
    ],
    filed: { category: 'waiting' },
  },
  {
    name: 'takes the complaint out of an insult, and does not say the insult again',
    turns: [
      ['야 이 개새끼들아 어제 수납에서 두 시간을 기다렸다', 'age.check', /화가 나셨군요/],
      ...agreeing('confirm.summary').slice(0, -1),
      ['[동의하지 않습니다]', 'confirm.summary', /^(?![^]*새끼)[^]*두 시간/],
      ['[접수하기]', undefined, /V26-/],
    ],
    filed: { category: 'waiting', gist: '야 이 ○○ 어제 수납에서 두 시간을 기다렸다' },
  },
  {
    name: 'asks again after an insult in the midst of something, without a word about it the second time',
    turns: [
      TOLD,
      ['씨발 진짜', 'age.check', /화가 나셨군요[^]*14세/],
      ['ㅅㅂ', 'age.check', /^(?![^]*화가)/],
      ['[네, 14세 이상]', 'consent.collect'],
      ['병신들아', 'consent.collect', /^(?![^]*화가)[^]*\[필수\]/],
    ],
    consents: [],
  },
  {
    name: 'does not take an insult for a wish to be filed',
    turns: [...AT_SUMMARY, ['이 새끼들아', 'confirm.summary', /화가 나셨군요[^]*이렇게 접수할까요/]],
  },
  {
    name: 'takes a threat for a danger, and says nothing of manners',
    turns: [['칼 들고 가서 다 죽여버린다 이 새끼들아', 'crisis.check', /^(?![^]*화가 나셨군요)[^]*112/]],
    pages: 1,
  },
  {
    name: 'finds no insult in a place that sounds like one',
    turns: [['시발점에서 셔틀버스를 한 시간 기다렸어요', 'age.check', /^(?![^]*화가)/]],
  },
  {
    name: 'says sorry for not understanding, offers a person, and makes no ticket',
    turns: [
      ['챗봇이 말귀를 못 알아듣네', 'inquiry.next', /알아듣지 못해 죄송합니다[^]*상담원 연결/],
      ['괜찮아요', undefined],
    ],
  },
  {
    name: 'files a complaint about the chat for whoever wants that',
    turns: [
      ['챗봇이 말귀를 못 알아듣네', 'inquiry.next'],
      ['[민원으로 접수]', 'age.check'],
      ...agreeing('complaint.when').slice(0, -1),
      ['[동의하지 않습니다]', 'complaint.when'],
    ],
  },
  {
    name: 'says sorry in the midst of something, and asks again',
    turns: [
      TOLD,
      ['아니 왜 이렇게 말귀를 못 알아들어요', 'age.check', /죄송합니다[^]*14세/],
      ['[네, 14세 이상]', 'consent.collect'],
      ['이 챗봇 진짜 답답하네', 'consent.collect', /죄송합니다[^]*\[필수\]/],
    ],
    consents: [],
  },
  {
    name: 'does not take a word about the chat for the story',
    turns: [
      ['민원 접수', 'age.check'],
      ...agreeing('complaint.story'),
      ['봇이 못 알아들어서 답답해요', 'complaint.story', /죄송합니다/],
      ['상담원이랑 얘기할래요', 'callback.request'],
    ],
  },
  {
    name: 'takes a machine in the hospital for a complaint',
    turns: [['키오스크 기계가 말을 안 들어서 한 시간 기다렸어요', 'age.check', /^(?![^]*알아듣지 못해)/]],
  },
  {
    name: 'answers a photo kindly before anything was asked',
    turns: [['https://talk.example/photo.jpg', 'menu', /글로 적어[^]*무엇을 도와드릴까요/]],
  },
  {
    name: 'answers a photo kindly in the midst of something',
    turns: [
      ['민원 접수', 'age.check'],
      ...agreeing('complaint.story'),
      ['https://talk.example/photo.jpg', 'complaint.story', /글로 적어/],
      ['어제 수납에서 한 시간 기다렸어요', 'confirm.summary'],
      ['https://talk.example/photo.jpg', 'confirm.summary', /글로 적어[^]*이렇게 접수할까요/],
    ],
  },
  {
    name: 'says sorry in English',
    language: 'en',
    turns: [
      ['I waited two hours at the billing desk yesterday.', 'age.check'],
      ['this stupid bot does not understand', 'age.check', /sorry I did not understand/],
      ['fuck you', 'age.check', /upset/],
    ],
  },
]

describeOnBothChannels('insults, the chat itself and photos', CONVERSATIONS)
