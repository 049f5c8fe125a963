import type { Category } from '../../src/tickets/vocabulary.ts'

/** Where a complaint goes whose department nobody can tell yet. */
export const COUNSELLING = '고객상담실'

/** The department each category concerns when the text says nothing more exact. */
export const DEFAULT_DEPARTMENT: Readonly<Record<Category, string>> = {
  waiting: '원무과',
  reservation: '원무과',
  billing: '원무과',
  parking_guidance: '원무과',
  records_documents: '원무과',
  medical_care: '진료부',
  explanation: '진료부',
  nursing: '간호부',
  pharmacy: '약제과',
  examination: '진단검사·영상',
  facility: '시설관리',
  meal: '영양과',
  medical_accident: '의료민원TFT',
  privacy: '개인정보보호담당',
  staff_attitude: COUNSELLING,
  other: COUNSELLING,
}
