import type { Finding, PersonalDataType } from './personalData.ts'
import { languageOf, type TextLanguage } from './textLanguage.ts'

const LABELS: Readonly<Record<PersonalDataType, Readonly<Record<TextLanguage, string>>>> = {
  rrn: { ko: '주민등록번호', en: 'resident number' },
  foreigner_no: { ko: '외국인등록번호', en: 'foreigner number' },
  passport: { ko: '여권번호', en: 'passport number' },
  driver_license: { ko: '면허번호', en: 'licence number' },
  card: { ko: '카드번호', en: 'card number' },
  phone: { ko: '전화번호', en: 'phone number' },
  account: { ko: '계좌번호', en: 'account number' },
  email: { ko: '이메일', en: 'e-mail' },
  car_plate: { ko: '차량번호', en: 'car number' },
  patient_no: { ko: '환자번호', en: 'patient number' },
  address: { ko: '주소', en: 'address' },
  birthdate: { ko: '생년월일', en: 'date of birth' },
  name: { ko: '이름', en: 'name' },
}
const SUFFIX = { masked: { ko: '', en: '' }, removed: { ko: ' 삭제됨', en: ' removed' } } as const

/**
 * Puts a placeholder in the place of each finding: `[이름]` where it is masked for a reader, `[카드번호 삭제됨]`
 * where it is gone for good. English text gets English placeholders.
 * @param findings in reading order, not overlapping
 */
export function replaceFindings(text: string, findings: readonly Finding[], manner: 'masked' | 'removed'): string {
  const language = languageOf(text)
  return replaceSpans(text, findings, ({ type }) => placeholder(type, manner, language))
}

/** What stands where a finding of that kind stood. */
export function placeholder(type: PersonalDataType, manner: 'masked' | 'removed', language: TextLanguage): string {
  return `[${LABELS[type][language]}${SUFFIX[manner][language]}]`
}

/** Writes something else in the place of each span. @param spans in reading order, not overlapping */
export function replaceSpans<Span extends { readonly start: number; readonly end: number }>(
  text: string,
  spans: readonly Span[],
  write: (span: Span) => string,
): string {
  let replaced = ''
  let from = 0
  for (const span of spans) {
    replaced += text.slice(from, span.start) + write(span)
    from = span.end
  }
  return replaced + text.slice(from)
}
