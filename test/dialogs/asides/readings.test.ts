import { describe, expect, it } from '@jest/globals'

import { complainsOfBot } from '../../../dialogs/asides/aboutBot.ts'
import { hideInsults, holdsInsult, isInsultAlone } from '../../../dialogs/asides/insults.ts'
import { isSpam } from '../../../dialogs/asides/isSpam.ts'
import { readBarePart, readCorrection } from '../../../dialogs/asides/readCorrection.ts'
import { asksOutright, findFaq } from '../../../dialogs/asides/readQuestion.ts'
import { relationTold } from '../../../dialogs/relationState.ts'
import { hospital, NIGHT } from '../../support/talk.ts'

const now = new Date(NIGHT)
const said = (text: string) => ({ heard: text, text, now })

describe('a correction', () => {
  it.each([
    ['아니 어제 말고 그저께요', { kind: 'when', when: { date: '2026-11-20' } }],
    ['어제가 아니라 지난주 목요일 저녁이에요', { kind: 'when', when: { date: '2026-11-12' } }],
    ['아뇨, 사흘 전이었어요', { kind: 'when', when: { date: '2026-11-19' } }],
    ['잘못 적었어요. 11월 19일이요', { kind: 'when', when: { date: '2026-11-19' } }],
    ['11월 18일이 아니라 11월 19일이에요', { kind: 'when', when: { date: '2026-11-19' } }],
    ['2층이 아니라 3층이요', { kind: 'where', where: '3층' }],
    ['안과 말고 내과요', { kind: 'where', where: '내과' }],
    ['아니요, 약국이었어요', { kind: 'where', where: '약국' }],
    ['제가 아니라 어머니 일이에요', { kind: 'patient', relation: 'family' }],
    ['아니 제가 아니고 저희 아버지 일입니다', { kind: 'patient', relation: 'family' }],
    ['저 말고 우리 아이 일이에요', { kind: 'patient', relation: undefined }],
    ['어머니가 아니라 제 일이에요', { kind: 'patient', relation: 'self' }],
    ['번호를 010-9999-0000으로 바꿔 주세요', { kind: 'phone', phone: '01099990000' }],
    ['전화번호가 틀렸어요', { kind: 'again', part: 'phone' }],
    ['날짜 좀 고칠게요', { kind: 'again', part: 'when' }],
    ['장소를 잘못 적었어요', { kind: 'again', part: 'where' }],
    ['내용을 다시 쓸게요', { kind: 'again', part: 'story' }],
    ['어제가 아니에요', { kind: 'again', part: 'when' }],
    ['바라는 것은 사과입니다', { kind: 'wish', wish: '사과입니다' }],
    ['not yesterday but the day before yesterday', { kind: 'when', when: { date: '2026-11-20' } }],
    ['It was on Thursday, not on Friday', { kind: 'when', when: { date: '2026-11-19' } }],
    ['sorry, 3 days ago', { kind: 'when', when: { date: '2026-11-19' } }],
    ['I want to change the date', { kind: 'again', part: 'when' }],
    ['What I want is an apology', { kind: 'wish', wish: 'an apology' }],
  ])('is read out of "%s"', (text, expected) => {
    expect(readCorrection(said(text))).toMatchObject(expected)
  })

  it.each([
    '예약을 안 한 게 아니라 직원이 취소한 거예요',
    '설명을 해 준 것도 아니고 그냥 가라고 했어요',
    '아프지 말고 건강하세요',
    '번호표가 잘못 나왔어요',
    '처방 내용이 잘못됐어요',
    '검사 시간이 바뀌었다고 했어요',
    '네',
    '아니요',
    '동의하지 않습니다',
    '그건 아닌데요',
    '',
    'I am not happy',
  ])('is not read out of "%s"', (text) => {
    expect(readCorrection(said(text))).toBeUndefined()
  })

  it.each([
    ['그저께였어요', 'when'],
    ['3층이요', 'where'],
    ['지난주 목요일 저녁이요', 'when'],
  ])('may be a bare part: %s', (text, kind) => {
    expect(readBarePart(said(text))?.kind).toBe(kind)
  })

  it.each(['오늘 전화 주세요', '3층 직원이 불친절해요', '네', '어제 일로 화가 나요'])('is no bare part: %s', (text) => {
    expect(readBarePart(said(text))).toBeUndefined()
  })
})

describe('a question that the hospital file answers', () => {
  it.each([
    ['주차 요금은 얼마예요?', 'parking_fee'],
    ['주차비 무료인가요', 'parking_fee'],
    ['주차는 어디에 하나요?', 'parking_place'],
    ['면회 시간 알려주세요', 'visiting_hours'],
    ['중환자실 면회 언제 되나요', 'visiting_hours'],
    ['토요일 진료 하나요?', 'clinic_hours'],
    ['병원 전화번호 알려주세요', 'phone_numbers'],
    ['예약 변경은 어떻게 해요?', 'appointment'],
    ['진단서 발급은 어디서 하나요?', 'certificates'],
    ['의무기록 사본 떼려면 어떻게 하나요?', 'medical_records'],
    ['실비 서류는 어디서 받아요?', 'receipts'],
    ['답변은 언제쯤 받을 수 있나요?', 'answer_time'],
    ['이거 적으면 누가 보나요?', 'who_reads'],
    ['지금 사람인가요?', 'is_it_human'],
    ['익명으로 해도 되나요?', 'nameless'],
    ['분실물은 어디서 찾나요?', 'lost_property'],
    ['병원 위치가 어디예요?', 'way_here'],
    ['통역 되나요?', 'interpreter'],
  ])('%s → %s', (text, id) => {
    expect(findFaq(hospital, 'ko', text)?.id).toBe(id)
  })

  it.each([
    ['How much is the parking fee?', 'parking_fee'],
    ['What are the visiting hours?', 'visiting_hours'],
    ['Are you a real person?', 'is_it_human'],
    ['When will I get an answer?', 'answer_time'],
  ])('%s → %s', (text, id) => {
    expect(findFaq(hospital, 'en', text)?.id).toBe(id)
  })

  it.each([
    '주차 요금이 왜 이렇게 비싸요?',
    '주차비를 두 번 냈어요',
    '면회 시간이 아닌데 사람들이 떠들었어요',
    '진단서를 안 떼 줘요',
    '전화번호를 적었는데 연락이 없었어요',
    '제 번호는 [전화번호1]이에요',
    '',
  ])('is not asked by: %s', (text) => {
    expect(findFaq(hospital, 'ko', text)).toBeUndefined()
  })

  it.each(['이게 무슨 말이에요?', '왜 물어보세요?', '?', '???', '네?'])('is not asked of this chat: %s', (text) => {
    expect(asksOutright(text)).toBe(false)
  })
})

describe('an insult', () => {
  it.each(['야 이 XX들아', '씨발', 'ㅅㅂ 진짜', '병신들아', '이 개새끼들아', '미친놈들', 'fuck you', 'you idiots'])(
    'alone: %s',
    (text) => {
      expect(isInsultAlone(text)).toBe(true)
    },
  )

  it.each(['씨발 두 시간을 기다렸다', '돌팔이 의사한테 진료를 받았어요', 'the fucking bill was wrong'])(
    'with a complaint: %s',
    (text) => {
      expect([holdsInsult(text), isInsultAlone(text)]).toEqual([true, false])
      expect(holdsInsult(hideInsults(text))).toBe(false)
    },
  )

  it.each([
    '시발점에서 셔틀을 탔어요',
    '개새로 바뀐 병동이에요',
    '병신청서를 냈어요',
    '신발 벗는 곳이 없어요',
    '아이가 지난달에 태어났어요',
    '간호사님이 친절했어요',
    '고양이 새끼를 봤어요',
    'the class was full',
    '',
  ])('is not found in: %s', (text) => {
    expect(holdsInsult(text)).toBe(false)
  })
})

describe('a word about this chat', () => {
  it.each([
    '챗봇이 말귀를 못 알아듣네',
    '봇이 멍청하네',
    '왜 이렇게 말을 못 알아들어요',
    '기계랑 얘기하려니 답답하다',
    '동문서답하네',
    'this bot is useless',
    "you don't understand",
  ])('is heard: %s', (text) => {
    expect(complainsOfBot(text)).toBe(true)
  })

  it.each([
    '간호사가 말을 못 알아들어요',
    '키오스크 기계가 이해를 못 해요',
    '아버지가 말을 못 알아들으셔서 답답해요',
    '의사가 AI 얘기만 해서 답답했어요',
    '직원이 동문서답만 해요',
    '안녕하세요',
    '',
  ])('is not heard in: %s', (text) => {
    expect(complainsOfBot(text)).toBe(false)
  })
})

describe('an advertisement', () => {
  it.each([
    '무료 대출 상담 카톡 추가',
    '카지노 첫 가입 시 5만원',
    '코인 투자 리딩방 오세요',
    'crypto profits, click here',
  ])('is known: %s', (text) => {
    expect(isSpam(text)).toBe(true)
  })

  it.each([
    '병원비 대출 상담을 해 준다더니 말이 달라요',
    '홈페이지 https://hospital.example 예약이 안 돼요',
    '카톡 추가하라고 해서 했는데 답이 없어요',
    '',
  ])('is not seen in: %s', (text) => {
    expect(isSpam(text)).toBe(false)
  })
})

describe('who the patient is', () => {
  it.each([
    ['저희 어머니 주사 맞은 팔이 부었어요', 'family'],
    ['제 남편 검사 결과요', 'family'],
    ['my mother was left alone', 'family'],
    ['옆 환자 어머니가 시끄러웠어요', undefined],
    ['우리 아이 팔이 부었어요', undefined],
    ['수납에서 기다렸어요', undefined],
  ])('%s → %s', (story, relation) => {
    expect(relationTold(story)).toBe(relation)
  })
})
