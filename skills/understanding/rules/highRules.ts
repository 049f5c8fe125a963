import { anyOf } from './anyOf.ts'
import { CONTAINED, INPATIENT_NOW, type UrgencyRule } from './urgencyRule.ts'

/** What must not be looked at later than within two hours, whatever its subject. */
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
  {
    says: 'press or a lawsuit',
    words:
      /고소|소송|변호사|언론|방송국|기자(?!재)|제보|국민\s?신문고|보건소에|복지부|경찰에\s?신고|lawsuit|lawyer|\bsue\b|press\b|newspaper|journalist/i,
  },
]
