import { written, type Rule } from './rule.ts'

const REGION =
  '(?:서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|충청북|충청남|전북|전남|전라북|전라남|경북|경남|경상북|경상남|제주)'
const PROVINCE = `${REGION}(?:특별자치시|특별자치도|특별시|광역시|시|도)?`
const DISTRICT = String.raw`(?:[가-힣]{1,5}(?:시|군|구)\s?)`
const ROAD = String.raw`[가-힣\d]{1,10}(?:로|길)\s?(?:\d{1,4}번?길\s?)?\d{1,4}(?:-\d{1,4})?`
/** Town or village before the street or the lot. */
const TOWN = String.raw`(?:[가-힣\d]{1,6}(?:동|읍|면)\s?)?`
const LOT = String.raw`[가-힣\d]{1,6}(?:동|읍|면|리|가)\s?(?:산\s?)?\d{1,4}(?:-\d{1,4})?(?:번지)?`
const AMOUNT = /^\s?(?:원|만|천|시간|분|명|개|번|일|주(?![가-힣])|%)/
const FLAT = String.raw`(?:,?\s?\(?(?:[가-힣A-Za-z\d]{1,12}\)?,?(?:\s[가-힣A-Za-z\d]{1,12}){0,2},?\s?)?(?:\d{1,4}동\s?\d{1,4}호|\d{2,4}호|\d{1,3}층(?:\s?\d{2,4}호)?))?`

/**
 * Phone numbers, e-mail and postal addresses. Numbers that belong to everyone (119, 1588-xxxx) match no rule, and
 * rooms of the hospital ("5동 302호") are places, not addresses: an address names at least two levels.
 */
export const CONTACT_RULES: readonly Rule[] = [
  {
    type: 'email',
    needs: /@/,
    pattern: written(String.raw`[A-Za-z0-9][A-Za-z0-9._%+\-]*\s?@\s?[A-Za-z0-9\-]+(?:\s?\.\s?[A-Za-z]{2,}){1,3}`),
  },
  {
    type: 'email',
    needs: /골뱅|골벵|꼴뱅|@|앳|엣|at/,
    pattern: written(
      String.raw`(?<value>[A-Za-z0-9가-힣][A-Za-z0-9가-힣._%+\-]{0,30}?\s?(?:골뱅이|골벵이|꼴뱅이|골뱅|@|앳|엣|\(at\)|\[at\]|\sat\s)\s?`,
      String.raw`(?:[A-Za-z0-9\-]{2,20}|네이버|다음|한메일|지메일|쥐메일|구글|핫메일|카카오|네이트|야후|아이클라우드)\s?`,
      String.raw`(?:\.(?!\s[A-Z])|닷|닽|점|쩜|도트|\(dot\)|\[dot\]|\sdot\s)\s?(?:[A-Za-z]{2,}|컴|콤|캄|넷|네트|씨오|케이알|시오)(?:\s?(?:\.|닷|점|쩜)\s?(?:kr|케이알))?)`,
    ),
  },
  {
    type: 'email',
    pattern: written(
      String.raw`(?:카톡|카카오톡|인스타|인스타그램|텔레그램|라인|위챗|[Kk]akao(?:[Tt]alk)?|[Ii]nstagram|[Ww]e[Cc]hat|[Tt]elegram)\s?(?:아이디|계정|[Ii][Dd])(?:[는은가이:]|\sis)?\s?@?(?<value>[A-Za-z][A-Za-z0-9._\-]{3,20})`,
    ),
  },
  {
    type: 'address',
    pattern: written(`(?<![가-힣])${PROVINCE}`, String.raw`\s?${DISTRICT}{0,2}`, `${TOWN}(?:${ROAD}|${LOT})`, FLAT),
  },
  {
    type: 'address',
    pattern: written(String.raw`(?<![가-힣])${DISTRICT}{1,2}`, `${TOWN}(?:${ROAD}|${LOT})`, FLAT),
    accept: ({ value, after }) => /[호층]$/.test(value) || !AMOUNT.test(after),
  },
  {
    type: 'address',
    pattern: written(
      `(?<![가-힣])${PROVINCE}`,
      String.raw`\s?${DISTRICT}{1,2}[가-힣\d]{1,6}(?:동|읍|면)(?![가-힣]{2})`,
    ),
  },
  {
    type: 'address',
    needs: /동\s?\d{1,4}호/,
    pattern: written(
      String.raw`[가-힣A-Za-z\d]{1,12}\s?(?:아파트|빌라|오피스텔|맨션|주공|연립|빌리지|타운|하이츠)\s?(?:\d{1,2}단지\s?)?(?:\d{1,4}|[가-힣A-Z])동\s?\d{1,4}호`,
    ),
  },
  {
    type: 'address',
    needs: /동\s?\d{1,4}호/,
    pattern: written(
      String.raw`(?:[가-힣A-Za-z]{0,8}\s?)(?:자이|래미안|푸르지오|힐스테이트|롯데캐슬|아이파크|더샵|이편한세상)\s?(?:\d{1,2}단지\s?)?\d{1,4}동\s?\d{1,4}호`,
    ),
  },
  {
    type: 'address',
    pattern: written(
      String.raw`\b[A-Z][A-Za-z]+(?:-?\d*-?)(?:daero|ro|gil)(?:\s\d{1,3}(?:beon)?-gil)?,?\s\d{1,5}(?:-\d{1,4})?(?:,\s?[A-Z][A-Za-z\-]+){0,5}`,
    ),
  },
  {
    type: 'address',
    pattern: written(
      String.raw`(?:#?\d{1,5}(?:-\d{1,4})?,?\s)?(?:[A-Z][a-z]+(?:-(?:dong|eup|myeon|ri)),?\s)(?:[A-Z][a-z]+-(?:gu|si|gun),?\s?)(?:[A-Z][a-z]+)?`,
    ),
  },
  {
    type: 'address',
    pattern: written(
      String.raw`\b\d{1,5}(?:-\d{1,4})?,?\s[A-Z][A-Za-z]+(?:-?\d*-?)(?:daero|ro|gil)\b(?:\s\d{1,3}(?:beon)?-gil)?(?:,\s?[A-Z][A-Za-z\-]+){0,5}`,
    ),
  },
  {
    type: 'address',
    pattern: written(
      String.raw`\b(?:(?:Apt|Apartment|Unit|Flat|Suite|#)\.?\s?[A-Z\d-]{1,6},?\s)?\d{1,5}(?:-\d{1,4})?\s(?:[A-Z][a-z]+\s){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Boulevard|Blvd)\b\.?(?:,?\s(?:Apt|Apartment|Unit|Suite)\.?\s?[A-Z\d-]{1,6})?(?:,\s?[A-Z][A-Za-z\-]+){0,4}`,
    ),
  },
]
