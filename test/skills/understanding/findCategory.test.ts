import { describe, expect, it } from '@jest/globals'
import { understand } from '../../../skills/understanding/understand.ts'
import type { Category } from '../../../src/tickets/vocabulary.ts'

const now = new Date('2026-11-22T02:00:00+09:00')

const COMPLAINTS: readonly (readonly [Category, string, string])[] = [
  ['waiting', '원무과', '예약했는데 한 시간 넘게 기다렸어요'],
  ['waiting', '원무과', '안과 진료 보는데 두 시간째 대기 중이에요'],
  ['waiting', '원무과', '수납하는 데 40분 동안 줄을 서서 기다렸습니다'],
  ['waiting', '원무과', 'I waited for two hours to see the doctor'],
  ['reservation', '원무과', '예약이 없다고 해요'],
  ['reservation', '원무과', '예약 변경하려고 전화했는데 전화를 안 받아요'],
  ['reservation', '원무과', '키오스크 접수가 너무 어려워요'],
  ['reservation', '원무과', '앱으로 예약하려는데 자꾸 오류가 나요'],
  ['reservation', '원무과', 'You cancelled my appointment without telling me'],
  ['billing', '원무과', '설명 없던 비용이 나왔어요. 진료비가 너무 비싸요'],
  ['billing', '원무과', '진료비가 두 번 결제됐어요. 환불해 주세요'],
  ['billing', '원무과', 'I was charged twice on my bill'],
  ['parking_guidance', '원무과', '주차 등록이 안 됐대요'],
  ['parking_guidance', '원무과', '주차비가 너무 많이 나왔어요'],
  ['parking_guidance', '원무과', '안내판이 없어서 한참 헤맸어요'],
  ['parking_guidance', '원무과', 'The parking lot was full and nobody helped'],
  ['records_documents', '원무과', '진단서 내용이 달라요'],
  ['records_documents', '원무과', '의무기록 사본 발급이 너무 오래 걸려요'],
  ['medical_care', '진료부', '2분 보고 끝났어요. 진료를 너무 대충 봐요'],
  ['medical_care', '진료부', '진료를 거부당했어요'],
  ['medical_care', '진료부', '치료사가 자주 바뀌어서 치료가 안 돼요'],
  ['explanation', '진료부', '왜 이 약을 먹는지 설명이 없었어요'],
  ['explanation', '진료부', '수술 동의서 설명을 제대로 못 들었어요'],
  ['explanation', '진료부', 'Nobody explained the results to me'],
  ['nursing', '간호부', '벨을 눌러도 간호사가 안 와요'],
  ['nursing', '간호부', '수액이 다 들어갔는데 한참 동안 안 봐 줬어요'],
  ['nursing', '간호부', '간병인이 기저귀를 안 갈아 줘요'],
  ['nursing', '간호부', 'I pressed the call button and no nurse came'],
  ['pharmacy', '약제과', '약 개수가 달라요'],
  ['pharmacy', '약제과', '약국에서 조제를 잘못했어요'],
  ['pharmacy', '약제과', 'The pharmacy gave me fewer pills than prescribed'],
  ['examination', '진단검사·영상', '검사 결과가 2주째 안 나와요'],
  ['examination', '진단검사·영상', '채혈할 때 바늘을 네 번이나 찔렀어요'],
  ['examination', '진단검사·영상', 'MRI 검사 준비 안내가 엉망이었어요'],
  ['facility', '시설관리', '화장실 바닥이 미끄러워요'],
  ['facility', '시설관리', '병실 에어컨이 고장 나서 너무 더워요'],
  ['facility', '시설관리', '휠체어로 갈 수 있는 경사로가 없어요'],
  ['facility', '시설관리', 'The restroom was dirty and smelled'],
  ['meal', '영양과', '밥에서 머리카락이 나왔어요'],
  ['meal', '영양과', '당뇨식을 시켰는데 반찬이 너무 달아요'],
  ['meal', '영양과', 'The hospital food was cold'],
  ['medical_accident', '의료민원TFT', '수술 뒤 다리가 안 움직여요'],
  ['medical_accident', '의료민원TFT', '의료사고가 의심됩니다'],
  ['medical_accident', '의료민원TFT', '오진 때문에 치료 시기를 놓쳤어요'],
  ['medical_accident', '의료민원TFT', '주사를 잘못 놔서 팔이 퉁퉁 부었어요'],
  ['privacy', '개인정보보호담당', '제 검사지를 다른 분이 받았어요'],
  ['privacy', '개인정보보호담당', '대기실에서 제 병명을 큰 소리로 말했어요'],
  ['privacy', '개인정보보호담당', '직원이 제 기록을 무단 열람했어요'],
  ['staff_attitude', '간호부', '간호사가 반말로 짜증을 냈습니다'],
  ['staff_attitude', '진료부', '의사 선생님이 너무 불친절했어요'],
  ['staff_attitude', '진료부', '물리치료사가 무시하는 말투로 말했어요'],
  ['staff_attitude', '원무과', '수납 창구 직원이 퉁명스럽게 말했어요'],
  ['staff_attitude', '원무과', '주차 요원이 소리를 질렀어요'],
  ['staff_attitude', '시설관리', '보안 요원이 반말했어요'],
  ['staff_attitude', '시설관리', '청소하는 아주머니가 화를 냈어요'],
  ['staff_attitude', '고객상담실', '안내데스크 직원이 불친절해요'],
  ['staff_attitude', '고객상담실', '직원이 불친절해요'],
  ['staff_attitude', '간호부', '의사는 좋았는데 간호사가 반말을 했어요'],
  ['staff_attitude', '간호부', 'The nurse was very rude to me'],
  ['other', '고객상담실', '매점 물건값이 너무 비싸요'],
  ['other', '고객상담실', '병원 입구에서 사람들이 담배를 피워요'],
  ['other', '간호부', '옆 병상이 밤새 통화해요'],
]

describe('category and department', () => {
  it.each(COMPLAINTS)('%s (%s): %s', (category, department, text) => {
    expect(understand(text, { now })).toMatchObject({ type: 'complaint', category, department, crisis: undefined })
  })

  it.each(['좀 이상해요 여기는', '어제 있었던 일로 항의하고 싶습니다'])(
    'abstains where nothing points anywhere: %s',
    (text) => {
      expect(understand(text, { now })).toMatchObject({ category: 'other', department: '고객상담실', abstained: true })
    },
  )

  it('is surer of two typical words than of one hint', () => {
    const sure = understand('주차장 차단기가 고장 나서 주차를 못 했어요', { now })
    const unsure = understand('여기 좀 그래요 문제예요', { now })
    expect(sure.confidence).toBeGreaterThan(unsure.confidence)
    expect([sure.abstained, unsure.abstained]).toEqual([false, true])
  })

  it('files violence by staff under their manner and by others under other', () => {
    expect(understand('간호사가 때렸어요', { now })).toMatchObject({ category: 'staff_attitude', department: '간호부' })
    expect(understand('옆 환자가 저를 때렸어요', { now })).toMatchObject({ category: 'other' })
  })
})
