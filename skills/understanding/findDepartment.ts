import type { Category } from '../../src/tickets/vocabulary.ts'
import { COUNSELLING, DEFAULT_DEPARTMENT } from './departments.ts'
import type { StaffRole } from './rules/staffRoles.ts'

/** Trouble between patients that somebody on the ward must settle. */
const ON_THE_WARD =
  /병실|병동|병상|입원|옆\s?(?:침대|자리)|건너편|맞은편|같은\s?방|방\s?사람|\d인실|우리\s?방|침대|\bward\b|roommate|next (?:bed|to me)|our room|my room/i
const OTHER_PEOPLE =
  /옆|다른\s?환자|보호자|면회|코\s?골|시끄|떠들|통화|담배|싸우|때[렸려]|건너편|맞은편|방\s?사람|같은\s?(?:방|병실)|크게\s?틀|누가|환자분?이|other patients?|the patient|man in|roommate|noisy|loud/i

/** Where no group of staff is named, what was going on tells whose people were there. The first that fits counts. */
const SETTINGS: readonly (readonly [words: RegExp, department: string])[] = [
  [/안내\s?데스크|information desk/i, COUNSELLING],
  [/엑스레이|촬영|초음파|채혈|x-?ray|ultrasound/i, '진단검사·영상'],
  [/배식|식판|식당/, '영양과'],
  [
    /창구|접수|수납|정산|서류|진단서|제증명|보험|실비|환불|예약|전화|콜센터|주차|입퇴원|신분증|reception|registration|clerk|parking|phone|operator|certificate window/i,
    '원무과',
  ],
  [/벨\s?(?:을\s?)?눌|주사|수액|혈관|병실|병동|call bell|injection|\bward\b/i, '간호부'],
  [/진료(?!비)|진찰|수술|회진|consultation|surgery/i, '진료부'],
]

/** The department a complaint concerns: that of the person for manners, of the ward for other patients' noise. */
export function findDepartment(category: Category | undefined, staff: StaffRole | undefined, text: string): string {
  if (category === undefined) return COUNSELLING
  if (category === 'staff_attitude') return staff?.department ?? settingOf(text)
  if (category === 'other' && ON_THE_WARD.test(text) && OTHER_PEOPLE.test(text)) return '간호부'
  return DEFAULT_DEPARTMENT[category]
}

function settingOf(text: string): string {
  return SETTINGS.find(([words]) => words.test(text))?.[1] ?? COUNSELLING
}
