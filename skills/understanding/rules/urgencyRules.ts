import type { Category, Urgency } from '../../../src/tickets/vocabulary.ts'
import { anyOf } from './anyOf.ts'

/** How soon a subject is looked at when nothing in the text says more. */
export const DEFAULT_URGENCY: Readonly<Record<Category, Urgency>> = {
  waiting: 'low',
  reservation: 'low',
  billing: 'normal',
  parking_guidance: 'low',
  records_documents: 'low',
  medical_care: 'normal',
  explanation: 'normal',
  nursing: 'normal',
  pharmacy: 'normal',
  examination: 'low',
  facility: 'low',
  meal: 'low',
  medical_accident: 'critical',
  privacy: 'high',
  staff_attitude: 'normal',
  other: 'low',
}

/** What makes a complaint more urgent than its subject. Each names what a reader would see in it. */
export type UrgencyRule = {
  readonly says: string
  readonly words: RegExp
  /** Words that must stand in the text as well. */
  readonly with?: RegExp
  /** Words that take the rule back. */
  readonly unless?: RegExp
}

const INPATIENT_NOW = anyOf(String.raw`
  지금|현재|방금|입원\s?(?:중|해\s?있|해서\s?있|하고\s?있)|재원\s?중|누워\s?(?:있|계)|right now|currently
  still in (?:the )?hospital|is (?:an )?inpatient
`)
const CONTAINED = anyOf(String.raw`
  (?:먹기|맞기|투여하?기|넣기|복용하?기)\s?전에|바로\s?(?:바꿔|바꾸|교체|회수|돌려|삭제)|다행히|먹지는?\s?않|안\s?먹었|회수(?:했|됐)
  돌려\s?(?:줬|드렸|받)|before (?:taking|giving)|didn'?t take|noticed in time
`)

export const CRITICAL_RULES: readonly UrgencyRule[] = [
  {
    says: 'a medicine, drip or blood meant for another person, or the wrong one',
    words: anyOf(String.raw`
      (?:약|주사|수액|링거|투약|수혈|인슐린)(?:을|를|이|가)?\s?(?:\S{1,4}\s)?(?:잘못|틀리|틀린|엉뚱|바뀌|바뀐|중복)
      (?:다른|옆|남의|엉뚱한)\s?(?:환자|사람|분)?(?:의|\s)?\s?(?:약|주사|수액|피)(?:을|를|이|가)
      약(?:에|\s?봉투에)\s?(?:다른|남의)\s?(?:사람|환자|분)|투약\s?(?:오류|사고|실수)|조제\s?(?:오류|실수|사고)
      (?:두|2)\s?배\s?(?:용량|로\s?투)|wrong (?:medicine|medication|drug|pill|dose|injection|blood)
      someone else'?s (?:medicine|medication|pills)|medication error
    `),
    unless: CONTAINED,
  },
  {
    says: 'a patient in a bed now: call unanswered, a fall, a swollen drip',
    words: anyOf(String.raw`
      벨을?\s?(?:\S+\s)?(?:눌러도|눌렀는데)|호출(?:해도|벨|을\s?해도)|낙상|침대에서\s?떨어|넘어[지졌져]|수액.{0,8}(?:부었|부어|붓|새|역류|빠)
      (?:피|산소).{0,6}(?:새|빠)|call (?:bell|button)|fell\b|drip.{0,10}(?:swollen|leak)
    `),
    with: INPATIENT_NOW,
  },
  {
    says: 'a leak of personal data',
    words: anyOf(String.raw`
      유출|(?:개인\s?정보|검사지|결과지?|진단서|기록|사진)(?:를|을|가|이)?.{0,12}(?:다른|모르는|남의|딴|인터넷|단톡|SNS|올라)
      (?:다른|모르는|남의|딴)\s?(?:분|사람|환자)(?:이|가|의|에게|한테)?.{0,12}(?:검사지|결과지?|진단서|기록|처방전)|data leak
      (?:sent|given|gave) (?:my|someone).{0,25}(?:results?|records?)
    `),
    unless: CONTAINED,
  },
  {
    says: 'fire',
    words: /불이\s?났|불났|화재가?\s?(?:났|발생)|연기가\s?(?:나|올라|자욱)|there is a fire|on fire/i,
    unless: /훈련|교육|drill/,
  },
]

export const HIGH_RULES: readonly UrgencyRule[] = [
  {
    says: 'an error that was caught',
    words: CONTAINED,
    with: /약|주사|수액|투약|개인\s?정보|결과지|검사지|medic|record/i,
  },
  {
    says: 'something that can hurt the next person',
    words: anyOf(String.raw`
      미끄러?워|미끄러[지졌져]|미끄럽|주삿?바늘이|바늘이\s?(?:바닥|떨어|있)|비상구|방화문|누전|감전|유리가?\s?깨|천장이?\s?(?:무너|떨어)|갇혔|갇혀|난간이
      slippery|needle on|trapped|broken glass
    `),
  },
  {
    says: 'something foreign or an allergen in the food',
    words: /이물|머리카락|벌레가\s?(?:나|들)|철사|플라스틱|알레르기|상한|식중독|hair in|allerg|metal in/i,
    with: /밥|식사|반찬|국|음식|식판|죽|급식|meal|food|soup|tray/i,
  },
  { says: 'the emergency room', words: /응급실|emergency room|\bER\b/ },
  { says: 'an operation', words: /수술|시술|마취|surgery|operation/i },
  { says: 'a fall in the hospital', words: /낙상|침대에서\s?(?:떨어|굴러)|넘어[지졌져]|fell (?:down|out|off|on)/i },
  {
    says: 'a patient who is in the hospital now',
    words: INPATIENT_NOW,
    with: /입원|병실|병동|재원|간호사가?\s?안|수액|\bward\b|inpatient/i,
  },
  { says: 'discharge today', words: /오늘\s?퇴원|퇴원(?:이|은)?\s?오늘|discharged? today/i },
  { says: 'abuse in words', words: /폭언|욕설|쌍욕|모욕|차별|racist|discriminat|swore at/i },
]

/** What lifts an ordinary complaint by one step: said before, at risk, or going public. */
export const RAISING_RULES: readonly UrgencyRule[] = [
  {
    says: 'told before',
    words: anyOf(String.raw`
      (?:두|세|네|2|3|4)\s?번째\s?(?:민원|말씀|얘기|접수|신고|문의)|여러\s?번\s?(?:말|얘기|민원|요청|문의|접수)|또\s?(?:민원|같은)
      (?:지난번|저번)에도|몇\s?번(?:을|이나)?\s?(?:말|얘기|요청)|again and again|(?:second|third) (?:time|complaint)
    `),
  },
  {
    says: 'a child, an old person, a disability, a pregnancy',
    words: anyOf(String.raw`
      (?<![가-힣])(?:아이|애기|아기|신생아|영아|소아|어린이)|노인|어르신|장애인|휠체어|시각장애|청각장애|임산부|임신\s?중|산모|[789]0\s?(?:대|세|살)
      \b(?:my|a|the) (?:baby|child|kid|toddler)|elderly|disabled|wheelchair|pregnant
    `),
  },
  {
    says: 'press or a lawsuit',
    words:
      /고소|소송|변호사|언론|방송국|기자|제보|국민\s?신문고|청와대|보건소에|복지부|경찰에\s?신고|lawsuit|lawyer|sue\b|press\b|newspaper|journalist/i,
  },
]
