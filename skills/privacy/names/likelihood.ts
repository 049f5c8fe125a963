import { beginsEveryday, NOT_A_NAME } from './everydayWords.ts'
import { DOUBLE_FAMILY } from './families.ts'
import { isShortGiven, isUsualGiven, weighGiven } from './givenNames.ts'

/** "유명한", "조용한": most words that end so describe somebody. */
const DESCRIBES = /(?<![요지재승종민두주이])한$/
/** Endings and particles, with which an everyday word of two syllables looks like a name of three. */
const ENDING = /[은이도가만의로나라인한지자기고서란네해하다게며면던]$/
/** What makes three syllables of an everyday word of two: a ticket, a fee, a certificate. */
const COMPOUND = /[은이도가만의로나라인한지자기고서란네해하다게며면던권표제문용형성일중상국식동구호사원수전대금물비장]$/
/** "강해서", "조여서": verbs. */
const VERB = /(?:[해여와려져러라아어][서도요]|[하되][는지고면려]|는데|다가|습니다|했다|준다|린지)$/
/** What goes before a title in a sentence, and is no name: 모셔온 환자, 이공계 학생. */
const OF_A_SENTENCE = /[는던온운데된진간난할갈계팀층과님들쪽앞옆]$/
/** Family names that begin many words and few people: the given name has to be a usual one. */
const RARE_FAMILY = /^[모여추도소석선설마길연명반왕금육인국어은편용기봉경사부빈옥복라예나지하우구차주원천공방변]/
const DOUBLE = new RegExp(`^(?:${DOUBLE_FAMILY})[가-힣]`)
/** A piece of a number in words. */
const DIGITS = /^[공영빵일이삼사오육륙칠팔구십백천만]+$/
const LIKELY = 3

/** Whether a word of two to four syllables, beside a title or a label, may be a person's full name: family name first. */
export function isFullName(word: string): boolean {
  if (isKnownWord(word) || VERB.test(word)) return false
  if (DOUBLE.test(word) && isGiven(word.slice(2))) return true
  if (word.length === 2) return isShortGiven(word.charAt(1)) && !beginsEveryday(word)
  const given = word.slice(1)
  if (!isGiven(given)) return false
  return !beginsEveryday(word) || isUsualGiven(given) || (weighGiven(given) >= LIKELY && !ENDING.test(word))
}

/** Whether a word right before a title may be a full name, however unusual its given name. */
export function isTitledName(word: string): boolean {
  if (isFullName(word)) return true
  if (word.length !== 3 || isKnownWord(word) || beginsEveryday(word) || RARE_FAMILY.test(word)) return false
  return ![VERB, COMPOUND, OF_A_SENTENCE].some((ending) => ending.test(word))
}

/** Whether two syllables beside a family member may be a given name. */
export function isGivenName(word: string): boolean {
  return !NOT_A_GIVEN_NAME.has(word) && (isUsualGiven(word) || weighGiven(word) >= LIKELY)
}

/** Whether the word is known to be another word, a number in words, or an adjective. */
export function isKnownWord(word: string): boolean {
  return NOT_A_NAME.has(word) || DESCRIBES.test(word) || DIGITS.test(word)
}

function isGiven(given: string): boolean {
  return given.length === 1 ? isShortGiven(given) : given.length === 2 && weighGiven(given) > 0
}

const NOT_A_GIVEN_NAME: ReadonlySet<string> = new Set(
  `
  하나 보라 아름 우리 아이 아기 애기 병원 동네 가족 식구 엄마 아빠 막내 아들 동생 손자 손녀 나라 회사 사이 집안 마음 부모 어머 아버 형제 자매 남편 신랑 환자 모두
  이름 지금 수술 주치 담당 선생 사람 손님 식당 건물 생각 입장 마을 직원 환경 운전 수준 심정 도중 상태 상황 증상 전화 예약 진료 검사 병실 병동 성함 성격 성질 정도 정신
  마찬 대신 처음 다음 이번 지난 동안 시간 하루 나이 소아 유아 신생 주사 약이 예정 인생 재산 인형 사정 사진 동의 태도 수발 대기 기저 기도 기분 기억 경우 경험 만이 다리
  머리 허리 무릎 수면 식사 동기 동료 동창 상사 사장 원장 교수 기사 간호 의사 간병 시어 시댁 친정 외가 조카 사촌 삼촌 이모 고모 부부 애들 자식 자녀 노인 어른 보호 하소
  하고 하는 하면 하도 하지 하루 하여 하라 하자 하신 한테 은행 은근 은혜 나중 나와 나온 나서 나도 나는 다시 다들 다른 다만 다리 가서 가지 가는 가도 가고 가려 서로 서서
  서울 지하 지역 지원 지인 지나 지각 지갑 예전 예민 예상 수액 수납 수치 수도 수고 윤리 도대 도로 도와 도움 도중 준비 준다 현재 현장 현관 현금 현실 시설 시작 시술 시도
  시골 시험 유일 유독 유산 유리 채혈 채소 소리 소음 소변 소독 소화 소식 가슴 가방 가정 가운 가장 연락 연세 연기 연휴 태풍 재활 재수 재미 승강 승인 정말 성인 성형 진짜
  진단 진찰 진통 진심 영양 영상 영수 영어 영영 동영 상담 상처 상식 경찰 경비 미리 미안 미국 미역 미역 혜택 희망 희귀 선물 선배 주차 주말 주소 주인 주위 우선 우울 우연
  건강 건물 규정 종일 종이 광고 병이 창구 창피 명찰 명절 명의 순서 순간 순번 인사 인터 인정 원무 원래 원인 용지 용변 용기 세상 세게 세번 효과 효도 효자 아침 아파 아직
  아무 아까 아예 아주 보험 보통 보니 보호 보조 보증 해열 형편 형님 형수 호흡 호출 호전 훈련 기계 기록 기침 대답 대학 대형 로비 온도 온몸 한번 한참 한쪽 철저 근처 근무
  근육 길이 난리 난간 남자 남은 노모 단골 달라 담배 담요 돈이 두통 두분 무서 문자 문의 문제 바로 바닥 배식 배가 백신 분이 분위 비용 비밀 산모 산후 살이 새벽 생일 생신
  설명 설사 송금 숙소 신경 신청 신분 안내 안과 애가 양해 양쪽 언제 언니 여기 여자 열이 오늘 오전 오빠 완전 완치 요양 요청 운동 웃음 의견 의료 이불 이상 이유 인근 일이
  임신 임종 자리 자기 자세 장난 장애 전체 점심 제대 조금 조용 중간 중환 차이 차량 차트 천천 초진 초음 충분 치료 치매 친구 택시 퇴원 판단 평소 피부 학교 학생 항상 향기
  혈압 혈당 화장 화가 환불 휠체 귀가 귀는 강제 고생 고통 고민 교통 교육 국이 구급 권유 금식 급한 만삭 말씀 말이 매일 매번 목이 몸이 손이 발이 눈이 코가 입이 팔이 배도
  `
    .trim()
    .split(/\s+/),
)
