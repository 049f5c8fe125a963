import { ENGLISH_NAME_RULES } from './englishNameRules.ts'
import { COMMON_GIVEN, FAMILY, isFullName, PLAIN_FAMILY } from './nameLexicon.ts'
import { PATIENT_TITLE, roleOf, STAFF_TITLE } from './nameRole.ts'
import { written, type Candidate, type Rule } from './rule.ts'

const START = '(?<![가-힣A-Za-z])'
const FULL = `(?<value>${FAMILY}[가-힣]{2})`
const FULL_OR_SHORT = `(?<value>${FAMILY}[가-힣]{1,2})`
/** What may stand behind a name that no title follows. */
const PARTICLE =
  '(?=(?:이|이?가|은|는|이는|을|를|이를|의|에게|한테|께서?|과|와|이랑|랑|이?라는|이?라고|입니다|이?에요|예요|이?고요?|인데요?|이?요|이?며|이?야|도|만|씨|님|군|양|으?로|한테서|부터|까지|요)?(?![가-힣])|\\s?\\()'
const HIDDEN = '[○〇OㅇX×*]{1,2}'
const KIN =
  '(?:아들|딸|남편|아내|와이프|집사람|어머니|아버지|어머님|아버님|엄마|아빠|동생|누나|언니|오빠|형|할머니|할아버지|손자|손녀|외할머니|장모님|장인어른|시어머니|시아버지|아이|아기|애기|애|첫째|둘째|막내|조카|며느리|사위)'
const LABEL =
  '(?:환자명|환자\\s?이름|환자분?\\s?성함|보호자\\s?이름|보호자명|신청인|신청자|받는\\s?(?:사람|분|이)|보내는\\s?(?:사람|분|이)|수령인|대리인|작성자|접수자|민원인|예금주|수신인|이름|성함|성명|본명|실명)'

const named = (...parts: readonly string[]): Rule => ({
  type: 'name',
  pattern: written(...parts),
  accept: isName,
  role: roleOf,
})

/** Names of people in Korean. A name needs a title, a label or an introduction; a department before a title is no name. */
const koreanRules: readonly Rule[] = [
  named(START, FULL, String.raw`\s?(?:${STAFF_TITLE}|${PATIENT_TITLE}|님|씨(?![가-힣]{3}))`),
  named(
    START,
    `(?<value>(?:남궁|황보|제갈|선우|독고|사공|서문)[가-힣]{1,2})`,
    String.raw`\s?(?:${STAFF_TITLE}|${PATIENT_TITLE}|님|씨)`,
  ),
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
  named(String.raw`(?:${LABEL})\s?(?:이|은|는|가|:|=|-)?\s?(?<value>${FAMILY}[가-힣]{1,3}?)${PARTICLE}`),
  named(
    String.raw`(?<![가-힣])(?:저는|나는|전|제가|저|난|환자는|환자)\s${FULL_OR_SHORT}(?=입니다|이?라고|이?라는|이?에요|예요|인데|이?고요?|이구요|이요|임)`,
  ),
  named(START, FULL, String.raw`(?=\s?이?라고\s(?:합니다|해요|하는|하고|부르|불러))`),
  named(START, FULL, String.raw`(?=이?라는\s(?:분|사람|직원|간호사|의사|선생|교수|환자|이름))`),
  named(START, FULL, String.raw`(?=\s(?:드림|올림|배상|拜上)\b|\s(?:드림|올림|배상)(?:[\s.]|$))`),
  named(
    String.raw`(?<![가-힣])(?:저희\s?|우리\s?|제\s?|내\s?)?${KIN}(?:인|이름은|이름이|성함은|성함이|\s이름은|\s이름이|\s성함은|\s성함이)?[\s(,]{1,2}${FULL}${PARTICLE}`,
  ),
  {
    ...named(
      String.raw`(?<![가-힣])(?:저희|우리|제|내)\s?(?:${KIN}\s)?(?<value>${COMMON_GIVEN})(?=이[가는를의도랑한]?(?![가-힣])|[가는를의]?(?![가-힣]))`,
    ),
    accept: ({ value }) => value !== '하나' && value !== '보라' && value !== '아름' && value !== '하늘',
  },
  {
    ...named(
      String.raw`(?<![가-힣])${KIN}\s(?<value>${COMMON_GIVEN})(?=이[가는를의도랑한]|[가는를의]요?(?![가-힣])|이?\s)`,
    ),
    accept: ({ value }) => value !== '하나' && value !== '보라' && value !== '아름' && value !== '하늘',
  },
  {
    ...named(START, `(?<value>${FAMILY}(?:${COMMON_GIVEN}))`, PARTICLE),
    accept: (candidate) => isName(candidate) && !isTitleOfWork(candidate),
  },
  {
    type: 'name',
    pattern: written(
      String.raw`(?:제|내|저의|환자|아이|아들|딸|남편|아내|어머니|아버지)\s?(?:이름|성함)[은이]?\s(?<value>[가-힣]{2,5}(?:\s[가-힣]{1,5}){0,2}?)(?=이?라고\s?(?:합니다|해요|하는)|\s?입니다|\s?이에요|예요|이고요?|인데)`,
    ),
    accept: ({ value }) => !NOT_TOLD.test(value),
    role: roleOf,
  },
  named(String.raw`(?<=\d[\d\s.\-)]{5,20}[\s,/)])${FULL}(?=[\s,.)]|$)`),
  named(
    START,
    FULL,
    String.raw`(?:입니다|이?에요|예요|이고요?|이구요|이요|인데요?)?[\s,./:]{1,3}(?=(?:연락처|전화|핸드폰|폰)?\s?:?\s?\(?(?:01\d|공일공|생년월일|등록번호|환자번호))`,
  ),
  named(
    String.raw`(?:${STAFF_TITLE}|담당자|${PATIENT_TITLE})(?:님|분)?\s?(?:이름[은이]?\s?|성함[은이]?\s?|:\s?|인\s|\(|\s)${FULL}${PARTICLE}`,
  ),
  {
    type: 'name',
    pattern: written(START, String.raw`(?<value>[가-힣]{2,5})\s씨(?=[가는를의와도께에,.\s]|$)`),
    accept: ({ value }) => !NOT_BEFORE_SSI.test(value),
    role: roleOf,
  },
]

/** Said of a name, and no name. */
const NOT_TOLD =
  /모르|몰라|비밀|비공개|익명|없|밝히|말하|다르|다른|틀|안\s|못|알|바뀌|잘못|누구|뭐|아니|적|쓰|김씨|이름|필요/
/** A book or film called like a person. */
const TITLE_AFTER = /^['’”"」』》)]*\s?(?:영화|드라마|소설|책|노래|시집|만화|작가|가수|배우|감독|아나운서|선수|대통령)/

const NOT_BEFORE_SSI =
  /^(?:아저|아가|그|이|저|날|무슨|어떤|모든|우리|여자|남자|과일|수박|사과|참외|포도|감|호박|씨)$|[은는을를의한]$/

/** Names of people. */
export const NAME_RULES: readonly Rule[] = [...koreanRules, ...ENGLISH_NAME_RULES]

function isTitleOfWork({ before, after }: Candidate): boolean {
  return (
    /(?:년생|영화|드라마|소설|가수|배우|작가|감독|아나운서|대통령|선수|장군|노래)\s?['‘“"「『《]?$/.test(before) ||
    TITLE_AFTER.test(after)
  )
}

function isName({ value }: Candidate): boolean {
  return isFullName(value)
}
