import type { Edit } from '../shadow.ts'
import { COUNTED, ENGLISH_PARTS, ENGLISH_WORDS, LETTERS, readEnglish, SPOKEN_TOKEN, SYLLABLES } from './digitWords.ts'
import { runEdits } from './runEdits.ts'

const SPOKEN_SEPARATOR = '다시|대시|데시|하이픈|하고|국에|에요|에|의|점|쩜|땡|짝대기|작대기|빼기|마이너스|슬래시'
const BETWEEN = String.raw`(?:[^\p{L}\p{N}\n]{0,5}|\s?(?:${SPOKEN_SEPARATOR})\s?)`
/** Neither the last syllable of 생년월일 and 생일 nor the particle behind a label is a digit of what follows. */
const SPOKEN_RUN = new RegExp(
  `(?<!년\\s?월|생)(?!(?<=번호|자리|월일|생일)이\\s)${SPOKEN_TOKEN}(?:${BETWEEN}${SPOKEN_TOKEN})+`,
  'gu',
)
const SPOKEN_PARTS = new RegExp(`(${SPOKEN_SEPARATOR})|${SPOKEN_TOKEN}`, 'gu')
const LETTER_TOKEN = `[\\d${Object.keys(LETTERS).join('')}]`
const LETTER_RUN = new RegExp(`(?<![A-Za-z])${LETTER_TOKEN}(?:${BETWEEN}${LETTER_TOKEN})+(?![A-Za-z])`, 'gu')
const ENGLISH_TOKEN = `(?:(?:double|triple) )?(?:${ENGLISH_WORDS}|o)`
const ENGLISH_RUN = new RegExp(`\\b${ENGLISH_TOKEN}(?:[\\s,.\\-]{1,3}(?:dash |then |and )?${ENGLISH_TOKEN})+\\b`, 'gi')

const MIN_PLACES = 7
const MIN_LABELLED = 3
const MIN_ENGLISH = 5
const MIN_DIGITS_AMONG_LETTERS = 4
const MIN_WITH_LETTERS = 8
const LABEL =
  /(?:번호|자리|생년월일|생일|여권|면허|계좌|연락처|전번|폰번|주민|민증|끝|number|앞(?=[은이]|에는)|뒤(?=[는가]|에는)|앞에|뒤에)(?:[은는이가도]요?|로는|:|\s?is)?[^\p{L}\p{N}\n]{0,4}$/iu
/** A date of birth has six places or eight, and may be some words away from what it is called. */
const BIRTH = /생년\s?월일|생일|생신/
const BIRTH_LENGTHS: ReadonlySet<number> = new Set([6, 8])
/** Passports have eight digits, licences and many accounts twelve. */
const OF_TWELVE = /여권|면허|계좌|은행|뱅크/
/** Numbers whose length is settled: a syllable more or less tells a digit from an ending. */
const WHOLE_LENGTHS: ReadonlySet<number> = new Set([11, 13, 16])
/** A mobile number with letters for its noughts and ones. */
const MOBILE_OF_LETTERS = /^[0Ooㅇ][1lIㅣ][0Ooㅇ]/
/** The pronoun I, or a letter of a list. */
const LONE_LETTER = /(?<![\p{L}\p{N}])\p{L}(?![\p{L}\p{N}])/u

/** O1O, 99l231: letters that stand for digits. */
export function readLetterRuns(text: string): readonly Edit[] {
  return runEdits(text, LETTER_RUN, letterEdits)
}

/** 공일공, 하나둘셋, 一二三. Short runs are everyday syllables (이사, 구이) unless a label announces them. */
export function readSpokenRuns(text: string): readonly Edit[] {
  return runEdits(text, SPOKEN_RUN, spokenEdits)
}

/** Zero one zero, double five. */
export function readEnglishRuns(text: string): readonly Edit[] {
  return runEdits(text, ENGLISH_RUN, englishEdits)
}

function letterEdits(run: string): readonly Edit[] {
  const digits = run.replace(/\D/g, '').length
  const places = run.replace(/[^\p{L}\p{N}]/gu, '').length
  const isMobile = places === 11 && digits > 0 && MOBILE_OF_LETTERS.test(run)
  if (!isMobile && (digits < MIN_DIGITS_AMONG_LETTERS || places < MIN_WITH_LETTERS)) return []
  const isStrewn = /^\S(?:\s\S)+$/u.test(run)
  return Array.from(run.matchAll(/\p{L}/gu)).flatMap(({ 0: letter, index }) => {
    const isAlone = LONE_LETTER.test(run.slice(Math.max(0, index - 1), index + 2)) && /[Ii]/.test(letter)
    const digit = LETTERS[letter]
    return digit === undefined || (isAlone && !isStrewn)
      ? []
      : [{ start: index, end: index + letter.length, text: digit }]
  })
}

function spokenEdits(run: string, before: string, after: string): readonly Edit[] {
  const tokens = Array.from(run.matchAll(SPOKEN_PARTS)).filter((match) => match[1] === undefined)
  const isBirth = BIRTH.test(before) && BIRTH_LENGTHS.has(tokens.length)
  const hasEnding = !isBirth && endsInEnding(tokens.at(-1)?.[0], tokens.length, before, after)
  const places = hasEnding ? tokens.slice(0, -1) : tokens
  if (!isBirth && places.length < (LABEL.test(before) ? MIN_LABELLED : MIN_PLACES)) return []
  return places.flatMap(({ 0: word, index }) => {
    const digit = SYLLABLES[word] ?? COUNTED[word]
    return digit === undefined ? [] : [{ start: index, end: index + word.length, text: digit }]
  })
}

/** "이" that carries an ending, as in "팔이에요", is not the digit two, nor is "구" of "팔구요" always nine. */
function endsInEnding(last: string | undefined, places: number, before: string, after: string): boolean {
  if (OF_TWELVE.test(before.slice(-20)) && (places === 8 || places === 12)) return false
  if (last === '이' && /^[에고라며니랑요란야예거구]/.test(after)) return !WHOLE_LENGTHS.has(places)
  return last === '구' && after.startsWith('요') && WHOLE_LENGTHS.has(places - 1)
}

function englishEdits(run: string, before: string): readonly Edit[] {
  const words = Array.from(run.matchAll(ENGLISH_PARTS))
  if (words.length < (LABEL.test(before) ? MIN_LABELLED : MIN_ENGLISH)) return []
  return words.map(({ 0: word, 1: times, 2: digit = '', index }) => ({
    start: index,
    end: index + word.length,
    text: readEnglish(times, digit),
  }))
}
