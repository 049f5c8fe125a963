import { FOREIGN_WORDS, isForeignName } from '../names/foreignNames.ts'
import { PATIENT_TITLE, STAFF_TITLE } from '../names/titles.ts'
import { KIN, START } from './nameParts.ts'
import { roleOf } from './nameRole.ts'
import { written, type Rule } from './rule.ts'

const WORDS = `(?<value>${FOREIGN_WORDS}?)`
const LONGEST = `(?<value>${FOREIGN_WORDS})`
const SAID =
  '(?=\\s?(?:입니다|임다|이?에요|예요|이?라고|이?라는|이?고요?|인데|이요|이여|이야|라(?:합니다|해요))|[,.](?:\\s|$)|\\s?$)'
const BEFORE = String.raw`(?:저는|나는|전|난|제가|제\s?이름은|제\s?이름이|내\s?이름은|이름은|이름이|이름|성함은|성명은?|환자명|환자는|보호자는|보호자명|아내는|남편은|여기는|담당은|우리는)\s?:?\s`

/** Names from abroad, written in Hangul, or in Latin letters within Korean text. */
export const FOREIGN_NAME_RULES: readonly Rule[] = [
  foreign(START, BEFORE, WORDS, SAID),
  foreign(START, WORDS, String.raw`(?=\s?(?:${STAFF_TITLE}|${PATIENT_TITLE}|님(?![가-힣])|씨(?![가-힣]{3})))`),
  foreign(
    START,
    String.raw`(?:${KIN}|${STAFF_TITLE}|환자|보호자|친구|동료|근로자|노동자|여성|남성|분|사람)(?:인|\s이름은)?\s${LONGEST}`,
    String.raw`(?=이?(?:가|는|은|를|을|의|와|랑|도|한테|에게|라고)?(?:\s|$|[,.(]))`,
  ),
  foreign(
    String.raw`(?:몽골|베트남|중국|일본|필리핀|태국|캄보디아|네팔|우즈베키스탄|우즈벡|러시아|미얀마|인도네시아|방글라데시|파키스탄|스리랑카|카자흐스탄|인도|미국|캐나다)(?:에서\s온|\s?사람|인|\s?출신|\s?국적|에서\s오신)?(?:인)?\s${LONGEST}`,
    String.raw`(?=(?:이?(?:가|는|를|을|의|와|랑|도|한테|에게|라고|고)|입니다|예요|이에요)?(?:\s|$|[,.(]))`,
  ),
  foreign(String.raw`(?:^|[.!?]\s)`, WORDS, '(?=\\s?(?:입니다|임다|이에요|예요|이라고|라고|이고요|인데))'),
  foreign(START, WORDS, '(?=\\s?(?:드림|올림)(?:[\\s.]|$))'),
  latin(
    String.raw`(?:이름[은이]?|성함[은이]?|성명|환자명|저는|나는|${KIN}|환자|보호자)\s?:?\s?(?<value>[A-Z][A-Za-z]+(?:[\s\-][A-Z][A-Za-z]*){0,3})(?![A-Za-z\d])`,
  ),
  latin(
    String.raw`(?<![A-Za-z])(?<value>[A-Z][a-z]+(?:[\s\-][A-Z][a-z]*){0,3})\s?(?=(?:${STAFF_TITLE}|${PATIENT_TITLE}|님(?![가-힣])|씨(?![가-힣]{3})))`,
  ),
]

function foreign(...parts: readonly string[]): Rule {
  return { type: 'name', pattern: written(...parts), accept: ({ value }) => isForeignName(value), role: roleOf }
}

/** Abbreviations and wards are no names. */
const NO_LATIN_NAME =
  /^(?:[A-Z]{1,5}|[A-Z]|ARC|MRI|CT|VIP|Dr|Mr|Ms|Mrs|Nurse|Chief|Head|Team|ID|Hospital|Kakao|Slack|No|Ward|Room)(?:\s|$)/

function latin(pattern: string): Rule {
  return {
    type: 'name',
    needs: /[A-Z][A-Za-z]/,
    pattern: written(pattern),
    accept: ({ value }) => !NO_LATIN_NAME.test(value),
    role: roleOf,
  }
}
