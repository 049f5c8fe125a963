import { beginsEveryday } from './everydayWords.ts'
import { isNativeGiven, isUsualGiven, weighGiven } from './givenNames.ts'
import { PATIENT_TITLE, STAFF_TITLE } from './titles.ts'

/** A word that may be a full name: family name and given name, what is written on to it, and the words around it. */
export type NameCandidate = {
  readonly family: string
  readonly given: string
  /** What follows without a blank, such as a particle; empty where the word ends. */
  readonly rest: string
  readonly before: string
  readonly after: string
}

/** A title stands next. */
export const TITLE_NEXT = new RegExp(`^\\s?(?:${STAFF_TITLE}|${PATIENT_TITLE}|님|씨)`)
const LABEL_LAST =
  /(?:이름|성함|성명|본명|명의|함자|[자분의]명|예금주|카드주|신청인|보호자|환자|담당|당직|주치의|집도의|수령인)[은는이가의]?\s?[:=(]?\s?$/
const KIN_LAST =
  /(?:아들|딸|남편|아내|와이프|신랑|동생|누나|언니|오빠|형|엄마|아빠|어머니|아버지|할머니|할아버지|사위|며느리|조카|손자|손녀|손주|막내|첫째|둘째|셋째|애|아이|아기|삼촌|이모|고모|친구|모친|부친|처제|처남|매형|매제|형부|제부|올케|시누이?|장모님?|장인)\s?$/
const SELF_LAST = /(?:^|[\s.!?,])(?:나|나는|난|내가|저|저는|전|제가|저희는)\s$/
const OF_PEOPLE = /^(?:이?한테|에게|더러|께|이?랑|이라는|라는|이라고|라고|이?네|이가|이는|이를|님|씨|양$|군$|이여|이오)/
const AFTER_CONSONANT = /^(?:은|을|과|이(?![가는를한네랑]))(?![가-힣]{3})/
const AFTER_VOWEL = /^(?:는|를|와|가|랑|예요|라고|라는)/

/** What speaks for and against a name, as the keys of learned weights. */
export function nameFeatures({ family, given, rest, before, after }: NameCandidate): readonly string[] {
  const word = family + given
  const tail = rest.slice(0, 3)
  const last = /([가-힣A-Za-z]*)([^가-힣A-Za-z]*)$/.exec(before)
  const previous = last?.[1] ?? ''
  const next = /^[^가-힣A-Za-z\d]*([가-힣A-Za-z\d]{0,2})/.exec(after)?.[1] ?? ''
  const isOpen = rest === ''
  return [
    'bias',
    `f${family}`,
    `g${given.charAt(0)}`,
    `h${given.slice(1)}`,
    `m${family}${given.charAt(0)}`,
    `n${given}`,
    `u${isUsualGiven(given) ? 2 : 0}`,
    `v${isNativeGiven(given) ? 1 : 0}`,
    `w${weighGiven(given)}`,
    `e${beginsEveryday(word) ? 1 : 0}${isUsualGiven(given) ? 1 : 0}`,
    `b${beginsEveryday(word) ? word.charAt(2) : ''}`,
    `r${tail}`,
    `p${previous.slice(-2)}`,
    `q${previous.slice(-1)}`,
    `s${previous === '' ? 1 : 0}${/[,.!?:/(\n]/.test(last?.[2] ?? '') ? 1 : 0}`,
    `x${next}`,
    `y${next.charAt(0)}${isOpen ? 1 : 0}`,
    `t${isOpen && TITLE_NEXT.test(after) ? 1 : 0}`,
    `l${LABEL_LAST.test(before) ? 1 : 0}`,
    `k${KIN_LAST.test(before) ? 1 : 0}`,
    `i${SELF_LAST.test(before) ? 1 : 0}`,
    `a${agreement(word, rest)}`,
    `o${OF_PEOPLE.test(rest) ? 1 : 0}${endsInConsonant(word) ? 1 : 0}`,
    `z${Math.min(rest.length, 5)}`,
    `c${isOpen ? (/^[^\s가-힣]/.exec(after)?.[0] ?? '_') : ''}`,
  ]
}

/** Whether the particle fits the word before it: 은 after a consonant, 는 after a vowel. */
function agreement(word: string, rest: string): string {
  const isConsonant = endsInConsonant(word)
  if (AFTER_CONSONANT.test(rest)) return isConsonant ? 'fits' : 'not'
  if (AFTER_VOWEL.test(rest)) return isConsonant ? 'not' : 'fits'
  return ''
}

/** Whether the last syllable is closed by a consonant, on which the shape of the next particle depends. */
export function endsInConsonant(word: string): boolean {
  return ((word.codePointAt(word.length - 1) ?? 0) - 0xac00) % 28 !== 0
}
