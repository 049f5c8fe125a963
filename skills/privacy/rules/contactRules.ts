import { GAP, written, type Rule } from './rule.ts'

const REGION =
  '(?:서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|충청북|충청남|전북|전남|전라북|전라남|경북|경남|경상북|경상남|제주)'
const PROVINCE = `${REGION}(?:특별자치시|특별자치도|특별시|광역시|시|도)?`
const DISTRICT = String.raw`(?:[가-힣]{1,5}(?:시|군|구)\s?)`
const ROAD = String.raw`[가-힣\d]{1,10}(?:로|길)\s?(?:\d{1,4}번?길\s?)?\d{1,4}(?:-\d{1,4})?`
const LOT = String.raw`[가-힣\d]{1,6}(?:동|읍|면|리|가)\s?(?:산\s?)?\d{1,4}(?:-\d{1,4})?(?:번지)?`
const FLAT = String.raw`(?:,?\s?(?:[가-힣A-Za-z\d]{1,12}\s?)?\d{1,4}동\s?\d{1,4}호)?`
const PUBLIC_NUMBER = /^1[568]/

/**
 * Phone numbers, e-mail and postal addresses. Numbers that belong to everyone (119, 1588-xxxx) match no rule, and
 * rooms of the hospital ("5동 302호") are places, not addresses: an address names at least two levels.
 */
export const CONTACT_RULES: readonly Rule[] = [
  { type: 'phone', pattern: written(String.raw`(?<!\d)0${GAP}1${GAP}0(?:${GAP}\d){8}(?!\d)`) },
  { type: 'phone', pattern: written(String.raw`(?<!\d)01[16789](?:${GAP}\d){7,8}(?!\d)`) },
  {
    type: 'phone',
    pattern: written(String.raw`(?<!\d)\+?82${GAP}0?${GAP}(?:1[016789]|[2-6]\d?)(?:${GAP}\d){7,8}(?!\d)`),
  },
  {
    type: 'phone',
    pattern: written(
      String.raw`(?<![\d.\-])\(?(?:02|0(?:3[1-3]|4[1-4]|5[1-5]|6[1-4])|070|050\d)[)\s.\-]{0,3}\d{3,4}[\s.\-]{0,3}\d{4}(?!\d)`,
    ),
  },
  {
    type: 'phone',
    pattern: written(
      String.raw`(?:연락처|핸드폰|휴대폰|휴대전화|폰번호|전화번호)[^\d\n]{0,8}(?<value>\d{4}[\s.\-]{0,3}\d{4})(?!\d)`,
    ),
    accept: ({ value }) => !PUBLIC_NUMBER.test(value),
  },
  {
    type: 'email',
    pattern: written(String.raw`[A-Za-z0-9][A-Za-z0-9._%+\-]*\s?@\s?[A-Za-z0-9\-]+(?:\s?\.\s?[A-Za-z]{2,}){1,3}`),
  },
  {
    type: 'email',
    pattern: written(
      String.raw`[A-Za-z0-9][A-Za-z0-9._%+\-]*\s?(?:골뱅이|\(at\)|\[at\]|\sat\s)\s?`,
      String.raw`(?:[A-Za-z0-9\-]+|네이버|다음|한메일|지메일|구글)\s?(?:\.|닷|점|\(dot\)|\[dot\]|\sdot\s)\s?(?:[A-Za-z]{2,}|컴|넷|씨오)`,
    ),
  },
  {
    type: 'address',
    pattern: written(`(?<![가-힣])${PROVINCE}`, String.raw`\s?${DISTRICT}{0,2}`, `(?:${ROAD}|${LOT})`, FLAT),
  },
  { type: 'address', pattern: written(String.raw`(?<![가-힣])${DISTRICT}{1,2}`, `(?:${ROAD}|${LOT})`, FLAT) },
  {
    type: 'address',
    pattern: written(
      `(?<![가-힣])${PROVINCE}`,
      String.raw`\s?${DISTRICT}{1,2}[가-힣\d]{1,6}(?:동|읍|면)(?![가-힣]{2})`,
    ),
  },
  {
    type: 'address',
    pattern: written(
      String.raw`[가-힣A-Za-z\d]{1,12}\s?(?:아파트|빌라|오피스텔|맨션|주공|자이|래미안|푸르지오)\s?\d{1,4}동\s?\d{1,4}호`,
    ),
  },
  {
    type: 'address',
    pattern: written(String.raw`\b\d{1,5},?\s[A-Z][A-Za-z]+(?:-?\d*-?)(?:daero|ro|gil)\b(?:,\s?[A-Z][A-Za-z\-]+){0,3}`),
  },
]
