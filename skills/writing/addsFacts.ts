import { findPersonalData } from '../privacy/findPersonalData.ts'
import { findTokens } from '../privacy/tokens.ts'
import { numbersKnown, numbersStated } from './numbersIn.ts'

const ADDRESS = /https?:|www\.|[\w.-]+@[\w-]+\.\w/i
/** Days and times of day, which a summary may only repeat. */
const DAY_WORDS =
  /그저께|그제|어제|오늘|내일|모레|지난주|지지난주|이번\s?주|다음\s?주|지난달|이번\s?달|작년|[월화수목금토일]요일|새벽|아침|오전|점심|오후|저녁|밤/g

/**
 * Tells whether a text made from another states a number, a token, an address or a person that the other does not. What is
 * only said in other words cannot be told: a person reads it beside the original.
 *
 * @param made in Korean
 * @param source in whatever language
 */
export function addsFacts(made: string, source: string): boolean {
  const known = numbersKnown(withoutTokens(source))
  const knownTokens = new Set(tokensIn(source))
  const words = withoutTokens(made)
  return (
    numbersStated(words).some((number) => !isKnown(number, known)) ||
    tokensIn(made).some((token) => !knownTokens.has(token)) ||
    /\[[^\]]*\]/.test(words.replaceAll(/\[(?:다른 환자|another patient)\]/g, '')) ||
    (ADDRESS.test(made) && !ADDRESS.test(source)) ||
    findPersonalData(words).some(({ start, end }) => !source.includes(words.slice(start, end)))
  )
}

/** As {@link addsFacts}, where both are Korean: days and times of day too have to stand in the source. */
export function addsKoreanFacts(made: string, source: string): boolean {
  const known = new Set(dayWords(source))
  return addsFacts(made, source) || dayWords(made).some((word) => !known.has(word))
}

/** The tokens of a text, such as `[이름1]`. */
export function tokensIn(text: string): readonly string[] {
  return findTokens(text).map(({ start, end }) => text.slice(start, end))
}

function withoutTokens(text: string): string {
  return tokensIn(text).reduce((rest, token) => rest.replaceAll(token, ' '), text)
}

// Three in the afternoon may be written as 15시.
function isKnown(number: number, known: ReadonlySet<number>): boolean {
  return known.has(number) || (number > 12 && number < 24 && known.has(number - 12))
}

function dayWords(text: string): readonly string[] {
  return Array.from(text.matchAll(DAY_WORDS), ([word]) => word.replaceAll(/\s/g, ''))
}
