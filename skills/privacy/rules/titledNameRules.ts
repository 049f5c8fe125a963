import { DOUBLE_FAMILY, FAMILY, PLAIN_FAMILY, SURE_FAMILY } from '../names/families.ts'
import { isTitledName } from '../names/likelihood.ts'
import { PATIENT_TITLE, STAFF_TITLE } from '../names/titles.ts'
import { FULL, named, PARTICLE, START } from './nameParts.ts'
import { roleOf } from './nameRole.ts'
import { written, type Rule } from './rule.ts'

const HIDDEN = '[○〇OㅇX×*]{1,2}'
/** What follows 서문 (a gate) or 동방 (the east) where they are words. */
const NO_GIVEN_PART = /(?:쪽|으로|에서?|[은는의을를])$/
/** No title, though they stand before 씨. */
const NOT_BEFORE_SSI =
  /^(?:아저|아가|그|이|저|날|무슨|어떤|모든|우리|여자|남자|과일|수박|사과|참외|포도|감|호박|씨)$|[은는을를의한다]$/

/** Names that stand before a title. A department before a title is no name. */
export const TITLED_NAME_RULES: readonly Rule[] = [
  titledName(START, FULL, String.raw`\s?(?:${STAFF_TITLE}|${PATIENT_TITLE}|님|씨(?![가-힣]{3}))`),
  {
    type: 'name',
    pattern: written(
      START,
      `(?<value>(?:${DOUBLE_FAMILY})[가-힣]{1,3}?)`,
      String.raw`\s?(?:${STAFF_TITLE}|${PATIENT_TITLE}|님|씨)`,
    ),
    accept: ({ value }) => !NO_GIVEN_PART.test(value),
    role: roleOf,
  },
  {
    type: 'name',
    pattern: written(START, `(?<value>(?:${SURE_FAMILY})[가-힣]{1,3}?)`, PARTICLE),
    role: roleOf,
  },
  {
    type: 'name',
    pattern: written(
      START,
      `(?<value>${DOUBLE_FAMILY})`,
      String.raw`\s?(?:${STAFF_TITLE}|${PATIENT_TITLE}|씨(?![가-힣]{3}))`,
    ),
    role: roleOf,
  },
  named(START, `(?<value>${FAMILY}[가-힣])`, String.raw`\s?(?:님|씨)(?![가-힣]{3})`),
  named(
    START,
    `(?<value>${FAMILY}[가-힣])`,
    String.raw`\s?(?:간호사|교수님?|과장님|원장님|환자(?!가|들))(?![가-힣]{3})`,
  ),
  {
    type: 'name',
    pattern: written(START, `(?<value>${PLAIN_FAMILY})`, String.raw`\s?(?:${STAFF_TITLE}|씨(?![가-힣]{2}))`),
    accept: ({ value, after }) =>
      !(after.startsWith('교수') && /[조부정]/.test(value)) && !(value === '원' && after.startsWith('장')),
    role: roleOf,
  },
  {
    type: 'name',
    pattern: written(START, '(?<value>이)', String.raw`\s?(?:교수|과장|원장|부장|실장|팀장)님(?!들)`),
    accept: ({ before }) => !/저$|그$/.test(before.trim()),
    role: () => 'staff',
  },
  { type: 'name', pattern: written(START, `(?<value>${FAMILY}(?:${HIDDEN}))`, `(?![A-Za-z])`), role: roleOf },
  {
    type: 'name',
    pattern: written(START, '(?<value>[김박최정강조윤장임오서권황안송홍유이]모)', String.raw`\s?(?:씨|양|군)`),
    role: roleOf,
  },
  {
    type: 'name',
    pattern: written(START, String.raw`(?<value>[가-힣]{2,5})\s씨(?=[가는를의와도께에,.\s]|$)`),
    accept: ({ value }) => !NOT_BEFORE_SSI.test(value),
    role: roleOf,
  },
]

function titledName(...parts: readonly string[]): Rule {
  return { type: 'name', pattern: written(...parts), accept: ({ value }) => isTitledName(value), role: roleOf }
}
