import { describe, expect, it } from '@jest/globals'
import { understand } from '../../../skills/understanding/understand.ts'
import type { CrisisKind } from '../../../src/tickets/vocabulary.ts'

const now = new Date('2026-11-22T02:00:00+09:00')

const DANGEROUS: readonly (readonly [CrisisKind, string])[] = [
  ['medical_emergency', '지금 숨을 못 쉬겠어요'],
  ['medical_emergency', '숨이 안 쉬어져요'],
  ['medical_emergency', '숨쉬기가 너무 힘들어요'],
  ['medical_emergency', '아버지가 의식이 없어요'],
  ['medical_emergency', '엄마가 갑자기 쓰러졌어요'],
  ['medical_emergency', '피가 멈추지 않아요'],
  ['medical_emergency', '3일 전에 수술했는데 피가 안 멈춰요'],
  ['medical_emergency', '어제부터 가슴이 조여요'],
  ['medical_emergency', '가슴이 너무 아프고 식은땀이 나요'],
  ['medical_emergency', '아이가 경련을 해요'],
  ['medical_emergency', '아기가 입술이 파래졌어요'],
  ['medical_emergency', '주사 맞고 얼굴이 붓고 숨이 차요'],
  ['medical_emergency', '아나필락시스 같아요'],
  ['medical_emergency', '갑자기 말이 어눌하고 한쪽 팔이 마비됐어요'],
  ['medical_emergency', '작년에 쓰러졌는데 지금 또 숨을 못 쉬어요'],
  ['medical_emergency', '너무 아파서 죽을 것 같아요'],
  ['medical_emergency', '사탕이 목에 걸려서 숨을 못 쉬어요'],
  ['medical_emergency', '살려주세요'],
  ['medical_emergency', 'I can’t breathe'],
  ['medical_emergency', 'My father collapsed and is unconscious'],
  ['medical_emergency', 'The bleeding won’t stop'],
  ['self_harm', '죽고 싶어요'],
  ['self_harm', '그냥 죽고싶다'],
  ['self_harm', '자살하고 싶은 생각이 들어요'],
  ['self_harm', '자살하고 싶으면 어디로 전화해야 하나요?'],
  ['self_harm', '옥상에서 뛰어내릴 거예요'],
  ['self_harm', '수면제를 한 통 다 먹었어요'],
  ['self_harm', '약을 한꺼번에 먹었어요'],
  ['self_harm', '어젯밤에 죽으려고 했어요'],
  ['self_harm', '살고 싶지 않아요'],
  ['self_harm', '더 이상 살 이유가 없어요'],
  ['self_harm', '어머니가 자꾸 죽고 싶다고 하세요'],
  ['self_harm', '손목을 그었어요'],
  ['self_harm', '예전에 자살 시도를 했는데 요즘 또 그런 생각이 들어요'],
  ['self_harm', '번개탄을 샀어요'],
  ['self_harm', 'I want to die'],
  ['self_harm', 'I am going to kill myself'],
  ['violence_abuse', '간병인이 어머니를 때렸어요'],
  ['violence_abuse', '간호사가 아이 뺨을 때렸습니다'],
  ['violence_abuse', '보호사한테 맞았어요'],
  ['violence_abuse', '할머니 온몸에 멍이 들어 있어요. 학대가 의심돼요'],
  ['violence_abuse', '어제 보안요원이 저를 밀쳐서 넘어졌어요'],
  ['violence_abuse', '칼 들고 찾아갈 겁니다'],
  ['violence_abuse', '담당자 죽여버리겠어'],
  ['violence_abuse', '병원에 불 질러 버릴 거야'],
  ['violence_abuse', '환자를 침대에 억지로 묶어 놨어요'],
  ['violence_abuse', '옆 환자가 주먹으로 얼굴을 쳤어요'],
  ['violence_abuse', 'The caregiver hit my mother'],
  ['sexual_harassment', '물리치료사가 제 몸을 만졌어요'],
  ['sexual_harassment', '의사한테 성희롱을 당했습니다'],
  ['sexual_harassment', '탈의실에서 몰래 찍는 사람이 있었어요'],
  ['sexual_harassment', '직원이 성적인 농담을 했어요'],
  ['sexual_harassment', '방사선사가 가슴을 만졌어요'],
  ['sexual_harassment', 'The technician touched me inappropriately'],
]

const HARMLESS: readonly string[] = [
  '배고파 죽겠어요',
  '웃겨 죽는 줄 알았어요',
  '주차 때문에 미치겠어요',
  '기다리다 죽는 줄 알았어요',
  '더워 죽겠네요',
  '심심해서 죽겠어요',
  '기다리다 쓰러질 뻔했어요',
  '사람이 많아서 숨이 막힐 지경이에요',
  '영수증 보고 기절하는 줄 알았어요',
  '놀라서 심장이 멎는 줄 알았어요',
  '죽고 싶지 않아요, 낫고 싶어요',
  '자살할 생각은 없어요',
  '작년에 쓰러졌는데 그때 진료비가 잘못 나왔어요',
  '지난달에 의식을 잃어서 입원했었어요',
  '어제 응급실에서 숨을 못 쉬는데도 두 시간 기다렸어요',
  '5년 전에 자살 시도를 했었어요',
  '쓰러졌는데 간호사님이 살려 주셔서 감사합니다',
  '숨을 못 쉬었는데 지금은 괜찮아요',
  '자살 예방 포스터가 찢어져 있어요',
  '심폐소생술 교육은 언제 하나요?',
  '소방 훈련 때문에 시끄러웠어요',
  '모의 훈련 방송에서 환자가 쓰러졌다고 했어요',
  '대기실 드라마에서 죽고 싶다는 대사가 크게 나왔어요',
  '호흡곤란이 오면 어디로 가야 하나요?',
  '혼자 살아서 병원 오기 힘들어요',
  '처방받은 약을 다 먹었는데 안 나아요',
  '독감 주사 맞았어요',
  '채혈한 자리에 멍이 들었어요',
  '의사 선생님이 배를 만져 보고 진단했어요',
  '시간 때우기 힘들었어요',
  '뒤통수를 맞은 기분이에요',
  '성희롱 예방 교육 포스터가 있어요',
  '유서 깊은 병원이라 믿었는데 실망이에요',
  '아이가 침대에서 뛰어내리다가 다쳤어요',
  '약국에서 약을 다 먹고 다시 오라고 했어요',
  '주차장이 마비됐어요',
  '직원들 서비스 의식이 없어요',
  '수술하느라 칼을 댔어요',
  'I was bored to death in the waiting room',
  'The parking fee is killing me',
  'He is not suicidal',
  'My mother collapsed last year and the bill was wrong',
]

describe('danger', () => {
  it.each(DANGEROUS)('%s: %s', (kind, text) => {
    expect(understand(text, { now })).toMatchObject({ crisis: kind, urgency: 'critical', type: 'complaint' })
  })

  it.each(HARMLESS)('no alarm: %s', (text) => {
    expect(understand(text, { now }).crisis).toBeUndefined()
  })

  it('answers the danger to life first when a text holds two', () => {
    expect(understand('간호사가 때렸어요. 죽고 싶어요', { now }).crisis).toBe('self_harm')
  })

  it('reads full-width letters and hidden characters', () => {
    expect(understand('죽\u200b고 싶어요', { now }).crisis).toBe('self_harm')
  })
})
