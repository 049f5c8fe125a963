import type { StaffConcerned } from '../understanding.ts'
import { anyOf } from './anyOf.ts'

/** A group of staff, the words that name them, and the department that answers for their manner. */
export type StaffRole = {
  readonly staff: StaffConcerned
  readonly department: string
  readonly words: RegExp
}

/** Where words overlap, the earlier role wins: a cleaner is no receptionist because she works at reception. */
export const STAFF_ROLES: readonly StaffRole[] = [
  {
    staff: 'cleaner',
    department: '시설관리',
    words:
      /미화원?|청소\s?(?:하시는|하는|여사|아주머니|아저씨|직원|이모|노동자)|\bcleaner|cleaning (?:lady|staff|crew)|janitor/gi,
  },
  {
    staff: 'guard',
    department: '시설관리',
    words:
      /보안\s?(?:요원|직원|팀|관|업체)?|경비(?:원|\s?아저씨|분|직원)?|청원경찰|가드(?:가|는|분)|\bguards?\b|security (?:staff|officer|man)/gi,
  },
  {
    staff: 'other',
    department: '간호부',
    words: /간병(?:인|사|\s?여사님?)|요양보호사|caregiver/gi,
  },
  { staff: 'nurse', department: '간호부', words: /간호(?:사|조무사|부장|선생)|조무사|수간호사|\bnurses?\b/gi },
  {
    staff: 'therapist',
    department: '진료부',
    words: /(?:물리|작업|언어|재활|도수)?\s?치료사|(?:물리|도수|재활)치료\s?선생|therapists?|physio/gi,
  },
  { staff: 'other', department: '약제과', words: /약사|약국\s?직원|pharmacist/gi },
  {
    staff: 'other',
    department: '진단검사·영상',
    words:
      /방사선사|임상병리사|채혈(?:사|\s?선생|하(?:는|시는)\s?(?:분|직원))|검사실\s?직원|radiographer|x-?ray technician|lab technician/gi,
  },
  { staff: 'other', department: '영양과', words: /영양사|배식\s?(?:원|직원|여사)|조리사|dietitian/gi },
  {
    staff: 'other',
    department: '고객상담실',
    words: /안내\s?(?:데스크|직원|하시는|도우미)|자원\s?봉사자?|봉사자|information desk|volunteer/gi,
  },
  {
    staff: 'reception',
    department: '원무과',
    words: anyOf(
      String.raw`
          원무(?:과|팀)?\s?(?:직원|선생)?|(?:접수|수납)(?:처|대|창구|데스크)?\s?(?:직원|선생|담당자?|여직원|하시는|하는\s?분)
          (?:접수|수납)\s?(?:창구|데스크|처|대)|콜\s?센터|상담원|전화\s?(?:받는|받은|상담)\s?(?:분|직원)|예약\s?(?:실|센터)
          주차\s?(?:요원|직원|관리|안내|담당|아저씨)\s?(?:요원|직원|아저씨|분)?|발렛\s?(?:기사|직원)?|코디네이터|receptionist|cashier
          front desk|call cent(?:er|re)|parking (?:attendant|staff)
        `,
      'gi',
    ),
  },
  {
    staff: 'doctor',
    department: '진료부',
    words:
      /의사|닥터|교수|원장|주치의|전공의|레지던트|인턴|전문의|담당의|과장님?|의료진|\bdoctors?\b|\bdr\b|physician|surgeon|professor/gi,
  },
]
