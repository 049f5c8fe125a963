import { beginsEveryday } from '../names/everydayWords.ts'
import { FAMILY } from '../names/families.ts'
import { isFullName, isKnownWord } from '../names/likelihood.ts'
import { endsInConsonant } from '../names/nameFeatures.ts'
import { STAFF_TITLE } from '../names/titles.ts'
import { KIN, PARTICLE, START, TELLING_END } from './nameParts.ts'
import { roleOf } from './nameRole.ts'
import { written, type Candidate, type Rule } from './rule.ts'

/** What people say they are, other than their name. */
const WHAT_I_AM =
  /(?:인|자|원|객|생|사|모|부|민|관|장|녀|남|님|분|친구|엄마|아빠|학년|전공|번|살|세|쪽|편|과|간호|교수|사람|아이|아기|이모|고모|하나|정도|상태|입장|심정|기분|생각|처음|마찬가지|현재|이런|저런|그런|진짜|정말)$/
/** Words that end in the 이 of given names: 엉덩이, 쌍둥이. */
const NO_GIVEN =
  /^(?:어린|코골|이갈|딸꾹|잠꼬|젊은|늙은|쌍둥|막둥|늦둥|외둥|개구|고양|호랑|지팡|목걸|귀걸|옷걸|손잡|젖먹|엉덩|궁둥|주둥|정강|겨드랑|모퉁|곰팡|덩어|몸뚱|구덩|돌쟁|환쟁|난쟁|겁쟁|멋쟁|담쟁|거짓|멍청|바보|뚱뚱|깜둥|검둥|흰둥|이름|조금|아픔|지금|마음|병원|수술|기침|체온|사람|지갑|핸드폰|가슴|얼굴|눈물|입술|손톱|발톱|치료|약물)$/

/** Names that people say of themselves, their family and whoever was on duty, however unusual they are. */
export const STATED_NAME_RULES: readonly Rule[] = [
  self(String.raw`(?:^|[.!?,~]\s?|\n)(?:나|나는|난|내가|저|저는|전|제가|지는|지가|내는)\s`, `(?=${TELLING_END})`),
  self(
    String.raw`(?:^|[.!?~]\s?|\n)`,
    '(?=(?:이오|이여|이라예|라예|이올시다|올시다|이라\\s?하오|라\\s?하오|이?라고\\s?(?:합니다|해요|하는데|하오|해라|하네|혀요)|이우다|우다|이구만유|이유)(?![가-힣]))',
  ),
  {
    type: 'name',
    pattern: written(
      String.raw`(?<![가-힣])(?:저희\s?|우리\s?|제\s?|내\s?|울\s?)?(?:${KIN}|큰아버지|작은아버지|큰어머니|작은어머니|큰엄마|작은엄마|큰아빠|작은아빠|당숙|백부|숙부)(?:가|는|이|은)?\s`,
      `(?<value>${FAMILY}[가-힣]{1,3}?)`,
      '(?=이(?:가|는|를|도|한테|네|신데|십니다|세요|라고|라는|여|예요|에요|요|고|며|입니다)(?![가-힣]{3})|인데|입니다|한테|에게|님이)',
    ),
    accept: isKinNamed,
    role: roleOf,
  },
  {
    type: 'name',
    pattern: written(
      String.raw`(?<![가-힣])(?:저희|우리|울|제|내)\s?(?:${KIN}\s)?`,
      '(?<value>[가-힣]{2})',
      '(?=이(?:가|는|를|한테|네)(?![가-힣]))',
    ),
    accept: isGivenWithSuffix,
    role: roleOf,
  },
  {
    type: 'name',
    pattern: written(String.raw`(?<![가-힣])${KIN}\s(?<value>[가-힣]{2})(?=이(?:가|는|를|한테)(?![가-힣]))`),
    accept: isGivenWithSuffix,
    role: roleOf,
  },
  {
    type: 'name',
    pattern: written(
      START,
      `(?:당직|담당자?|주치의|집도의|당직의|담당의|수간호사|책임자|범인|상대방?|환자|보호자)[가은는이]\\s(?<value>${FAMILY}[가-힣]{2}?)`,
      PARTICLE,
    ),
    accept: ({ value }) => !isKnownWord(value) && !beginsEveryday(value) && isFullName(value),
    role: roleOf,
  },
  {
    type: 'name',
    pattern: written(
      START,
      `(?:당직|담당자?|주치의|집도의|당직의|담당의|수간호사)[가은는이]\\s(?<value>${FAMILY}[가-힣]{2})`,
      '(?=이(?:었|라|래|랬)|였|라(?:고|는|던|며)|래)',
    ),
    accept: ({ value }) => !isKnownWord(value) && !WHAT_I_AM.test(value),
    role: () => 'staff',
  },
  {
    type: 'name',
    pattern: written(
      START,
      `(?:${STAFF_TITLE})\\s(?<value>${FAMILY}[가-힣]{2})`,
      '(?=\\s?(?:의사|담당|당직)?\\s?(?:선생님|쌤|님)(?![가-힣]{3}))',
    ),
    accept: ({ value }) => !isKnownWord(value) && !beginsEveryday(value),
    role: () => 'staff',
  },
]

function self(before: string, after: string): Rule {
  return {
    type: 'name',
    pattern: written(before, `(?<value>${FAMILY}[가-힣]{1,3}?)`, after),
    accept: ({ value }) =>
      value.length > 2 &&
      !isKnownWord(value) &&
      (isFullName(value) || (!beginsEveryday(value) && !WHAT_I_AM.test(value))),
    role: roleOf,
  }
}

/** After 이, which only given names have before a particle, or as usual as full names are. */
function isKinNamed(candidate: Candidate): boolean {
  const { value, after } = candidate
  const hasSuffix = after.startsWith('이')
  if (isFullName(value) && (value.length > 2 || !hasSuffix)) return true
  return hasSuffix && !beginsEveryday(value) && isGivenWithSuffix(candidate)
}

/** The 이 that only given names have between themselves and their particle. */
function isGivenWithSuffix({ value }: Candidate): boolean {
  return endsInConsonant(value) && !NO_GIVEN.test(value) && !isKnownWord(value)
}
