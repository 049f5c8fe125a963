import { describe, expect, it } from '@jest/globals'
import { understand } from '../../../skills/understanding/understand.ts'

const now = new Date('2026-11-22T02:00:00+09:00')

describe('understanding a message', () => {
  it('reads a whole complaint at once', () => {
    const text = '어제 오후 3시에 어머니 모시고 안과에 갔는데 두 시간을 기다렸어요. 왜 늦었는지 설명해 주세요.'
    expect(understand(text, { now })).toMatchObject({
      type: 'complaint',
      category: 'waiting',
      department: '원무과',
      urgency: expect.stringMatching(/low|normal/),
      crisis: undefined,
      when: { date: '2026-11-21', text: '어제 오후 3시', time: '15:00' },
      where: '안과',
      wish: '왜 늦었는지 설명해 주세요.',
      who: 'guardian',
      language: 'ko',
      health: true,
      abstained: false,
    })
  })

  it.each([
    ['complaint', '간호사가 불친절해요'],
    ['complaint', '간호사님은 친절하셨는데 너무 오래 기다렸어요'],
    ['complaint', '왜 아직 결과가 안 나오나요?'],
    ['complaint', '불친절합니다. 직원 교육 좀 시켜 주셨으면 좋겠어요'],
    ['complaint', 'The doctor was rude. Thank you for reading.'],
    ['compliment', '72병동 간호사님들 정말 친절하게 돌봐 주셔서 감사합니다'],
    ['compliment', '덕분에 불편 없이 퇴원했습니다. 고맙습니다'],
    ['compliment', '주사가 하나도 안 아프게 놔 주셔서 칭찬합니다'],
    ['compliment', 'The nurses were wonderful, thank you so much'],
    ['suggestion', '로비에 의자를 더 놓아 주시면 좋겠어요'],
    ['suggestion', '휠체어 충전기를 설치해 주세요'],
    ['suggestion', 'It would be nice if there were a bike rack'],
    ['inquiry', '주차 요금이 얼마인가요?'],
    ['inquiry', '예약을 변경하고 싶은데 어떻게 하나요?'],
    ['inquiry', 'What are the visiting hours?'],
    ['not_complaint', '안녕하세요'],
    ['not_complaint', 'hello'],
    ['not_complaint', 'ㅋㅋㅋㅋ'],
    ['not_complaint', 'ㅁㄴㅇㄹ'],
    ['not_complaint', 'asdfasdf'],
    ['not_complaint', '테스트'],
    ['not_complaint', '감사합니다'],
    ['not_complaint', '1234'],
    ['not_complaint', ''],
  ])('takes as %s: %s', (type, text) => {
    expect(understand(text, { now }).type).toBe(type)
  })

  it.each([
    ['critical', '다른 환자 약을 줬어요'],
    ['critical', '약이 잘못 나와서 먹었어요'],
    ['critical', '지금 입원 중인데 벨을 눌러도 아무도 안 와요'],
    ['critical', '아버지가 입원 중인데 침대에서 떨어졌어요'],
    ['critical', '제 개인정보가 유출됐어요'],
    ['critical', '수술 후 감각이 없어요'],
    ['critical', 'The nurse gave me someone else’s medicine'],
    ['high', '약이 잘못 나왔는데 먹기 전에 알아서 바로 바꿔 갔어요'],
    ['high', '화장실 바닥이 미끄러워요'],
    ['high', '국에서 머리카락이 나왔어요'],
    ['high', '응급실에서 세 시간을 기다렸어요'],
    ['high', '직원이 제 이름과 진단을 크게 말해서 사생활이 드러났어요'],
    ['high', '진료비가 또 잘못 나왔어요. 언론에 제보하겠습니다'],
    ['normal', '진료비가 과다 청구됐어요'],
    ['normal', '의사가 불친절해요'],
    ['normal', '설명이 부족했어요'],
    ['normal', '휠체어 탄 어머니가 한 시간을 기다렸어요'],
    ['low', '주차장이 너무 좁아요'],
    ['low', '한 시간 기다렸어요'],
    ['low', '수술을 잘해 주셔서 감사합니다'],
    ['low', '응급실은 몇 층인가요?'],
  ])('is %s: %s', (urgency, text) => {
    expect(understand(text, { now }).urgency).toBe(urgency)
  })

  it.each([
    ['3층 화장실', '3층 화장실이 더러워요'],
    ['72병동 12호실', '72병동 12호실에서 있었던 일이에요'],
    ['본관 1층 수납 창구', '본관 1층 수납 창구에서 반말을 들었어요'],
    ['응급실', '어제 응급실에서 기다렸어요'],
    ['지하 2층 주차장', '지하 2층 주차장이 어두워요'],
    ['emergency room', 'I waited in the emergency room'],
    [undefined, '불안과 걱정으로 잠을 못 잤어요'],
  ])('names the place %s: %s', (where, text) => {
    expect(understand(text, { now }).where).toBe(where)
  })

  it.each([
    ['환불해 주세요', '진료비가 두 번 나왔어요. 환불해 주세요'],
    ['사과를 받고 싶습니다', '반말을 들었어요. 사과를 받고 싶습니다'],
    ['재발 방지를 부탁드립니다.', '너무 더러웠습니다. 재발 방지를 부탁드립니다.'],
    ['I would like a refund.', 'I was charged twice. I would like a refund.'],
    [undefined, '두 시간 기다렸어요'],
  ])('keeps the wish %s as said', (wish, text) => {
    expect(understand(text, { now }).wish).toBe(wish)
  })

  it.each([
    ['doctor', '의사가 불친절해요'],
    ['nurse', '간호사가 불친절해요'],
    ['therapist', '물리치료사가 불친절해요'],
    ['reception', '접수 직원이 불친절해요'],
    ['guard', '경비 아저씨가 불친절해요'],
    ['cleaner', '미화원이 불친절해요'],
    ['other', '자원봉사자가 불친절해요'],
    [undefined, '두 시간 기다렸어요'],
  ])('knows the %s concerned: %s', (staff, text) => {
    expect(understand(text, { now }).staffConcerned).toBe(staff)
  })

  it.each([
    ['guardian', '우리 아이가 다쳤어요'],
    ['guardian', '저는 보호자입니다'],
    ['guardian', 'My mother waited two hours'],
    ['self', '제가 두 시간 기다렸어요'],
    ['self', 'I waited two hours'],
    [undefined, '두 시간 기다렸어요'],
  ])('knows that the person is %s: %s', (who, text) => {
    expect(understand(text, { now }).who).toBe(who)
  })

  it.each([
    [true, '항암 주사를 맞았어요'],
    [true, '정신과에서 기다렸어요'],
    [true, 'J20.9 라고 적혀 있어요'],
    [true, 'I had surgery'],
    [false, '주차장이 좁아요'],
    [false, '직원이 반말을 했어요'],
    [false, 'The parking lot is full'],
  ])('says %s to health information: %s', (health, text) => {
    expect(understand(text, { now }).health).toBe(health)
  })

  it.each([
    ['ko', 'MRI CT 결과가 안 나와요'],
    ['en', 'The nurse was rude'],
    ['ko', ''],
  ])('hears %s: %s', (language, text) => {
    expect(understand(text, { now }).language).toBe(language)
  })
})
