import { FAMILY } from '../names/families.ts'
import { isFullName } from '../names/likelihood.ts'
import { roleOf } from './nameRole.ts'
import { written, type Rule } from './rule.ts'

/** A name begins where a word does. */
export const START = '(?<![가-힣A-Za-z])'

/** What may stand behind a name that no title follows. */
export const PARTICLE =
  '(?=(?:이|이?가|은|는|이는|을|를|이를|의|에게|한테|께서?|과|와|이랑|랑|이?라는|이?라고|입니다|이?에요|예요|이?고요?|이구요|인데요?|이?요|이?며|이?야|이?여|임|도|만|씨|님|군|양|으?로|한테서|부터|까지|보다|처럼|말고|이?랑은|이?란|이?였[가-힣]{0,3}|이었[가-힣]{0,3}|이?래요?|이?라던데요?|이올시다|이?라며|이?라[고는서][가-힣]{0,3})?(?![가-힣])|\\s?\\()'

/** How a sentence goes on after a name that it tells. */
export const TELLING_END =
  '\\s?(?:입니다|이?라고|이라\\s?합|되(?:시|십|세|는데))|임다|임(?![가-힣])|이?에요|예요|이어요|이?고요(?![가-힣])|이?구요|인데|이요|이?라(?:예|카|요|해|하|\\s합|$)|이?래요|이고|이며|이오(?![가-힣])|이여(?![가-힣])|이유(?![가-힣])|이우(?![가-힣])|이올시다|이십니다|이세요|이신데|이셔|이시|이야(?![가-힣])'

/** Members of a family, as people call them. */
export const KIN =
  '(?:(?:큰|작은|막내|외동|둘째|첫째|셋째|친정|시댁|우리|울)?\\s?(?:아들래미|딸래미|아들놈|딸내미|아들|딸)|모친|부친|부인|남편분|따님|아드님|환아|형부|장녀|장남|차녀|차남|삼촌|외삼촌|이모부?|고모부?|사촌(?:동생|형|언니|오빠)?|자녀|배우자|남편|신랑|아내|와이프|집사람|안사람|애기?\\s?아빠|애기?\\s?엄마|친정\\s?(?:어머니|아버지|엄마|아빠)|어머니|아버지|어머님|아버님|엄마|아빠|어멍|아방|울\\s?아부지|아부지|엄니|동생|여동생|남동생|누나|언니|오빠|형|형님|처제|처남|올케|매형|매제|제부|시누이?|시동생|할머니|할아버지|할매|할배|할망|하르방|외할머니|외할아버지|손자|손녀|손주|외손자|외손녀|외손주|장모님?|장인어른|장인|시어머니|시아버지|시모|시부|친모|생모|친부|생부|아이|아기|애기|애|큰애|작은애|첫째|둘째|셋째|넷째|막내|쌍둥이|조카딸?|조카|며느리|사위|친구|약혼자|남자친구|여자친구|룸메이트)'

/** A family name with a given name of two syllables. */
export const FULL = `(?<value>${FAMILY}[가-힣]{2})`

/** A rule for full names between the words that its parts describe. */
export function named(...parts: readonly string[]): Rule {
  return { type: 'name', pattern: written(...parts), accept: ({ value }) => isFullName(value), role: roleOf }
}
