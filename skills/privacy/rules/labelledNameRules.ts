import { FAMILY } from '../names/families.ts'
import { isForeignName } from '../names/foreignNames.ts'
import { isFullName, isGivenName, isKnownWord } from '../names/likelihood.ts'
import { START, TELLING_END } from './nameParts.ts'
import { roleOf } from './nameRole.ts'
import { written, type Rule } from './rule.ts'

const OWNER =
  '(?:환자|보호자|신청인?|고객|산모|아기|아이|원아|학생|직원|의사|간호사|예약자|대상자|접수자|수신자|동의자|위임자|수임인|민원인|본인)'
const LABEL = `(?:${OWNER}(?:분|님)?\\s?(?:명|성명|성함|이름)|성명|성함|함자|이름|예금주|카드주|명의자?|명의인|본명|실명|수취인|수령인|받는\\s?(?:사람|분|이)|보내는\\s?(?:사람|분|이)|신청인|신청자|작성자|대리인|위임인|위임받은\\s?(?:사람|분))`
/** One to three words in Hangul: Korean names are one, names from abroad may be more. */
const ANY = '(?<value>[가-힣]{2,5}(?:\\s[가-힣]{1,6}){0,3}?)'
const ONE = '(?<value>[가-힣]{2,4}?)'
/** Said of a name in its place, and none itself. */
const NO_NAME =
  /^(?:모르|몰라|비밀|비공개|익명|가명|별명|본명|없|있|밝히|말하|말씀|다르|다른|틀|안\s|못|알|바뀌|바꾸|잘못|누구|누군|뭐|무엇|뭔|아니|적|쓰|써|필요|여기|저기|이름|성함|성명|똑같|같은|비슷|특이|이상|예쁘|이쁘|길|짧|어려|한글|영어|영문|한자|그대로|그냥|원래|전부|모두|둘|셋|하나|두\s|세\s|기억|생략|제발|절대|공개|미상|무명|불명|확인|등록|변경|개명|추후|나중|아직|계속|자꾸|크게|작게|맞|본인|저는|제가|저|나|우리|아무|의사|환자|보호자|간호|직원|담당|위와|상동|동일|미정|미기재|걸|거|불러|부르|묻|물어|왜|어떻|어디|언제|꼭|또|다|더|좀|잘|한\s|그|이\s|남|딱|진짜|정말|오타|외국|한국|안내|지워|빼|삭제|노출|호명|대신|따로|미리|다시|이미|혹시|따라|그걸|이걸|가려|가리|보이|보여|나오|나와|떠|뜨|찍|새겨|박혀|붙|걸려|흔|세상|매번)/
/** What ends so is said of the name: 정해져서, 빠졌대. */
const PREDICATE = /(?:[하되이]려|[했됐졌났왔갔봤줬겠있없같싶]|[가-힣]대|져서|는|던|까지|부터|에서|으로|거)$/
const BEGINS_WITH_FAMILY = new RegExp(`^${FAMILY}`)

/** Names behind a label, so that whatever stands there is one, however unusual. */
export const LABELLED_NAME_RULES: readonly Rule[] = [
  told(
    START,
    LABEL,
    '(?:이|은|는)?\\s?[:=：]\\s?',
    ANY,
    `(?=\\s?[,./;()\\n\\d]|\\s?$|\\s(?:님|씨|관계|생년|연락|전화|주민|등록|환자|요청|보호자|성별|나이)|${TELLING_END})`,
  ),
  {
    type: 'name',
    pattern: written(START, LABEL, '(?:이|은|는)?\\s', ANY, `(?=${TELLING_END})`),
    accept: ({ value }) => !NO_NAME.test(value) && isNameLike(value),
    role: roleOf,
  },
  told(
    START,
    '(?:예금주|카드주|환자명|보호자명|신청인|신청자|수취인|수령인|위임받은\\s?(?:사람|분))\\s?',
    ONE,
    '(?=\\s?[,./;()\\n\\d]|\\s?$)',
  ),
  {
    type: 'name',
    pattern: written(START, `(?:성명|성함|이름)\\s(?<value>${FAMILY}[가-힣]{2})(?=\\s?[,./;()\\n]|\\s?$)`),
    accept: ({ value }) =>
      !NO_NAME.test(value) && !isKnownWord(value) && (isFullName(value) || !/[은이도가만의로]$/.test(value)),
    role: roleOf,
  },
  told(
    '(?:성함|이름|함자|성명)(?:이|은|을)?\\s?(?:요|뭐예요|어떻게\\s?되(?:세요|시나요|십니까))?\\s?\\?\\s?',
    ONE,
    `(?=\\s?[.,!~]?\\s?$|${TELLING_END})`,
  ),
  told(START, '(?<value>[가-힣]{2,4})', '(?=\\s(?:명의|이름)(?:로|의|인|이라)\\s?)'),
]

function told(...parts: readonly string[]): Rule {
  return { type: 'name', pattern: written(...parts), accept: ({ value }) => !NO_NAME.test(value), role: roleOf }
}

/** Without a colon the words after a label may also be what is said of the name. */
function isNameLike(value: string): boolean {
  if (value.includes(' ')) return isForeignName(value)
  if (value.length > 3) return isForeignName(value) || !PREDICATE.test(value)
  if (PREDICATE.test(value) || isKnownWord(value)) return false
  return BEGINS_WITH_FAMILY.test(value) ? value.length > 2 || isFullName(value) : isGivenName(value)
}
