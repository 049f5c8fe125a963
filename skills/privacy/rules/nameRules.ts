import { written, type Candidate, type Rule } from './rule.ts'

const FAMILY =
  '(?:남궁|황보|제갈|선우|독고|사공|서문|[김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원천방공현함변염여추도소석선설마길연표명반왕금])'
/** Family names that are no other word before a title: "한 간호사" is one nurse, "전 과장" a former head. */
const PLAIN_FAMILY = '[김박최정강조윤장임오서권황안송홍유문배백허노심곽류엄채민]'
const STAFF_TITLE =
  '(?:간호사|간호조무사|교수|과장|원장|부장|실장|팀장|수간호사|선생|쌤|의사|치료사|방사선사|기사|간병인|레지던트|전공의|주임|대리)'
const KIN_TITLE = '(?:환자|보호자|어머니|아버지|할머니|할아버지|어르신|산모|아기|학생|어린이)'

/** Words that look like a family name with a given name, before a title. */
const NOT_A_NAME = new Set(
  `고객 선생 원장 기사 부장 이모 고모 사장 어머 하느 공주 신부 여사 조무사 주치의 전공의 전문의 인턴 여자 남자 남성 여성 신규 전담 주임 이런 저런
  우리 지금 여러 오늘 노인 소아 외래 입원 중증 고령 최근 장기 일반 성인 기존 모든 어떤 어느 이번 지난 다음 주변 이전 전임 현재 선임 기타 하지만
  안내 원무 수납 진료 조금 어린 아이 유명 남편 아내 신입 임상 인근 전체 한명 한분 이분 조교수 부교수 정교수 명예 도수 물리 작업 언어 심리 방문 연구
  정신과 신경과 안과 성형 마취과 소아과 산부인과 내과 외과 치과 응급 전국 우선 여기 저기 고운 나쁜 다른 같은 옆방 위급 도중 그런 이상한 주간 야간
  담당 당직 해당 정형 신생아 조산 나이든 서울 인천 부산 대구 한국 외국 기본 이식 간이식 암 유방 대장 노년 장애 지체 정신 치매 당뇨 고혈압 심장 하루 채혈
  진짜 정말 매번 연락 전화 문의 방금 아까 원래 혹시 용역 선배 후배 동료 주인 손주 사위 형 이쪽 그쪽 저쪽 안쪽 장모 구급차 심부전 신부전 노숙자 임신부 백내장 녹내장 맞은편 반대편 이외 이하 성함 도우미`.split(
    /\s+/,
  ),
)
const NOT_A_NAME_ENDING = /(?:과|실|팀|의|들|는|은|을|를|에서|에|한테|던|했|된|할|하는|인|적|중|병|증|염|암|(?<!요)한)$/

/** Names of people. A name needs a title, a label or an introduction; a department before a title is no name. */
export const NAME_RULES: readonly Rule[] = [
  {
    type: 'name',
    pattern: written(
      String.raw`(?<![가-힣])(?<value>${FAMILY}[가-힣]{2})\s?(?:${STAFF_TITLE}|${KIN_TITLE}|님|씨(?![가-힣]{2}))`,
    ),
    accept: isName,
  },
  {
    type: 'name',
    pattern: written(String.raw`(?<![가-힣])(?<value>${FAMILY}[가-힣])\s?(?:님|씨)(?![가-힣]{3})`),
    accept: isName,
  },
  {
    type: 'name',
    pattern: written(String.raw`(?<![가-힣])(?<value>${PLAIN_FAMILY})\s?(?:${STAFF_TITLE}|씨(?![가-힣]{2}))`),
  },
  {
    type: 'name',
    pattern: written(
      String.raw`(?:이름은|이름이|성함은|성함이|환자명|환자\s?이름|이름|성함|성명)\s?[:은]?\s?(?<value>${FAMILY}[가-힣]{1,3}?)(?=입니다|이에요|예요|이고|인데|이라고|라고|이며|요|[\s,.)]|$)`,
    ),
    accept: isName,
  },
  {
    type: 'name',
    pattern: written(
      String.raw`(?:저는|나는|전|제가|환자는)\s(?<value>${FAMILY}[가-힣]{1,2})(?=입니다|이라고|라고 합니다|라고 해요|이에요|예요)`,
    ),
    accept: isName,
  },
  {
    type: 'name',
    pattern: written(
      String.raw`(?:아들|딸|남편|아내|어머니|아버지|엄마|아빠|동생|할머니|할아버지|손자|손녀)(?:인)?\s(?<value>${FAMILY}[가-힣]{2})(?=이[가는를의]?(?![가-힣])|[은는가]\s|\s?환자|입니다)`,
    ),
    accept: isName,
  },
  {
    type: 'name',
    pattern: written(
      String.raw`(?:[Mm]y name is|[Nn]ame:|[Tt]his is|I am|I'm)\s(?<value>[A-Z][a-z]+(?:[\s\-][A-Z][a-z]+){1,2})`,
    ),
  },
  {
    type: 'name',
    pattern: written(
      String.raw`\b(?:Dr|Mr|Mrs|Ms|Prof|Doctor|Nurse|Professor|doctor|nurse|therapist|Therapist)\.?\s(?<value>[A-Z][a-z]+(?:[\s\-][A-Z][a-z]+)?)`,
    ),
  },
]

function isName({ value }: Candidate): boolean {
  return !NOT_A_NAME.has(value) && !NOT_A_NAME_ENDING.test(value)
}
