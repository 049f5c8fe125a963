import { readSpokenDates } from './spokenDates.ts'
import { editShadow, type Edit, type Shadow } from './shadow.ts'

const SYLLABLES: Readonly<Record<string, string>> = {
  ...spell('0', '공영빵〇零'),
  ...spell('1', '일一壹'),
  ...spell('2', '이二貳'),
  ...spell('3', '삼三參'),
  ...spell('4', '사四'),
  ...spell('5', '오五'),
  ...spell('6', '육륙六'),
  ...spell('7', '칠七'),
  ...spell('8', '팔八'),
  ...spell('9', '구九'),
}
const COUNTED: Readonly<Record<string, string>> = {
  하나: '1',
  둘: '2',
  셋: '3',
  넷: '4',
  다섯: '5',
  여섯: '6',
  일곱: '7',
  여덟: '8',
  여덜: '8',
  아홉: '9',
}
const LETTERS: Readonly<Record<string, string>> = { ...spell('0', 'OoㅇОо'), ...spell('1', 'lIㅣ') }
const ENGLISH: Readonly<Record<string, string>> = {
  zero: '0',
  oh: '0',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
}

const SPOKEN_SEPARATOR = '다시|대시|데시|하이픈|국에|에|의|점|쩜|짝대기|작대기|빼기|마이너스|슬래시'
const BETWEEN = String.raw`(?:[^\p{L}\p{N}\n]{0,5}|\s?(?:${SPOKEN_SEPARATOR})\s?)`
const SPOKEN_TOKEN = `(?:${Object.keys(COUNTED).join('|')}|[\\d${Object.keys(SYLLABLES).join('')}])`
/** The last syllable of 생년월일 and 생일 is none of the digits that follow. */
const SPOKEN_RUN = new RegExp(`(?<!년\\s?월|생)${SPOKEN_TOKEN}(?:${BETWEEN}${SPOKEN_TOKEN})+`, 'gu')
const SPOKEN_PARTS = new RegExp(`(${SPOKEN_SEPARATOR})|${SPOKEN_TOKEN}`, 'gu')
const LETTER_TOKEN = `[\\d${Object.keys(LETTERS).join('')}]`
const LETTER_RUN = new RegExp(`(?<![A-Za-z])${LETTER_TOKEN}(?:${BETWEEN}${LETTER_TOKEN})+(?![A-Za-z])`, 'gu')
const ENGLISH_TOKEN = `(?:(?:double|triple) )?(?:${Object.keys(ENGLISH).join('|')}|o)`
const ENGLISH_RUN = new RegExp(`\\b${ENGLISH_TOKEN}(?:[\\s,.\\-]{1,3}(?:dash |then |and )?${ENGLISH_TOKEN})+\\b`, 'gi')
const ENGLISH_PARTS = new RegExp(`(?:(double|triple) )?\\b(${Object.keys(ENGLISH).join('|')}|o)\\b`, 'gi')

const SYLLABLE = `[\\d${Object.keys(SYLLABLES).join('')}]`
const PLATE = new RegExp(
  `(?<=(?:차|번호판|주차|차량)[^\\n]{0,14})${SYLLABLE}{2,3}\\s?[가나다라마거너더러머버서어저고노도로모보소조누두루무부수우주바사아자배하허호]\\s?(?:${SYLLABLE}[\\s-]?){4}|${SYLLABLE}{2,3}\\s?[가나다라마거너더러머버서어저고노도로모보소조누두루무부수우주바사아자배하허호]\\s?(?:${SYLLABLE}[\\s-]?){4}(?=\\S{0,4}\\s?(?:차|주차|승용|번호판))`,
  'gu',
)
const PLATE_LETTER = /(?<=^.{2,3}\s?)[가나다라마거너더러머버서어저고노도로모보소조누두루무부수우주바사아자배하허호]/u
const PASSPORT_LETTERS: Readonly<Record<string, string>> = {
  엠: 'M',
  에스: 'S',
  알: 'R',
  아르: 'R',
  지: 'G',
  쥐: 'G',
  디: 'D',
  에이: 'A',
  비: 'B',
  씨: 'C',
  이이: 'E',
}
const PASSPORT = new RegExp(
  `(?<=여권[^\\d\\n]{0,10})(?:${Object.keys(PASSPORT_LETTERS).join('|')})\\s?(?:(?:${SYLLABLE}|에이|비|씨|엠)[\\s.-]{0,2}){7,9}`,
  'gu',
)
const PASSPORT_PARTS = new RegExp(`${Object.keys(PASSPORT_LETTERS).join('|')}|${SYLLABLE}`, 'gu')

const MIN_PLACES = 7
const MIN_LABELLED = 3
const MIN_ENGLISH = 5
const MIN_DIGITS_AMONG_LETTERS = 4
const MIN_WITH_LETTERS = 8
const LABEL =
  /(?:번호|자리|생년월일|생일|여권|면허|계좌|연락처|전번|폰번|주민|민증|끝|number)(?:[은는이가도]|로는|:|\s?is)?[^\p{L}\p{N}\n]{0,4}$/iu
/** Numbers whose length is settled: a syllable more or less tells a digit from an ending. */
/** Passports have eight digits, licences and many accounts twelve. */
const OF_TWELVE = /여권|면허|계좌|은행|뱅크/
const WHOLE_LENGTHS: ReadonlySet<number> = new Set([11, 13, 16])

/** One character that may stand for a digit. */
export const DIGIT_LIKE = `(?:${Object.keys(COUNTED).join('|')}|[\\d${Object.keys(SYLLABLES).join('')}OolI])`

/** Reads every digit-like character of something that is known to be a number. */
export function translateDigits(number: string): string {
  const syllables = number.replace(new RegExp(Object.keys(COUNTED).join('|'), 'g'), (word) => COUNTED[word] ?? word)
  const words = syllables.replace(ENGLISH_PARTS, (_, times?: string, word?: string) => readEnglish(times, word ?? ''))
  return Array.from(words, (character) => SYLLABLES[character] ?? LETTERS[character] ?? character).join('')
}

/**
 * A second shadow in which digits that were spelled out (공일공, 一二三, O1O, zero one zero) are digits; undefined
 * where the text has none. Hangul digits are also everyday syllables (이사, 구이), so short runs are left alone
 * unless a label announces them; what a longer run turns into still has to look like a number of some kind.
 */
export function readSpokenDigits(shadow: Shadow): Shadow | undefined {
  const passports = editShadow(shadow, runEdits(shadow.text, PASSPORT, passportEdits))
  const plates = editShadow(passports, runEdits(passports.text, PLATE, plateEdits))
  const dated = editShadow(plates, readSpokenDates(plates.text))
  const lettered = editShadow(dated, runEdits(dated.text, LETTER_RUN, letterEdits))
  const spoken = editShadow(lettered, runEdits(lettered.text, SPOKEN_RUN, spokenEdits))
  const english = editShadow(spoken, runEdits(spoken.text, ENGLISH_RUN, englishEdits))
  return english.text === shadow.text ? undefined : english
}

type ReadRun = (run: string, before: string, after: string) => readonly Edit[]

function runEdits(text: string, runs: RegExp, read: ReadRun): readonly Edit[] {
  return Array.from(text.matchAll(runs)).flatMap(({ 0: run, index }) => {
    const end = index + run.length
    const edits = read(run, text.slice(Math.max(0, index - 20), index), text.slice(end, end + 2))
    return edits.map((edit) => ({ ...edit, start: edit.start + index, end: edit.end + index }))
  })
}

function letterEdits(run: string): readonly Edit[] {
  const digits = run.replace(/\D/g, '').length
  if (digits < MIN_DIGITS_AMONG_LETTERS || run.replace(/[^\p{L}\p{N}]/gu, '').length < MIN_WITH_LETTERS) return []
  return Array.from(run.matchAll(/\p{L}/gu)).flatMap(({ 0: letter, index }) =>
    LETTERS[letter] === undefined ? [] : [{ start: index, end: index + letter.length, text: LETTERS[letter] }],
  )
}

function spokenEdits(run: string, before: string, after: string): readonly Edit[] {
  const tokens = Array.from(run.matchAll(SPOKEN_PARTS)).filter((match) => match[1] === undefined)
  const places = endsInEnding(tokens.at(-1)?.[0], tokens.length, before, after) ? tokens.slice(0, -1) : tokens
  if (places.length < (LABEL.test(before) ? MIN_LABELLED : MIN_PLACES)) return []
  return places.flatMap(({ 0: word, index }) => {
    const digit = SYLLABLES[word] ?? COUNTED[word]
    return digit === undefined ? [] : [{ start: index, end: index + word.length, text: digit }]
  })
}

function passportEdits(run: string): readonly Edit[] {
  return Array.from(run.matchAll(PASSPORT_PARTS), ({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    text: PASSPORT_LETTERS[word] ?? SYLLABLES[word] ?? word,
  }))
}

/** The letter in the middle may itself sound like a digit: the third or fourth place keeps it. */
function plateEdits(run: string): readonly Edit[] {
  const letter = run.search(PLATE_LETTER)
  return Array.from(run).flatMap((word, index) => {
    const digit = SYLLABLES[word]
    return digit === undefined || index === letter ? [] : [{ start: index, end: index + 1, text: digit }]
  })
}

/** "이" that carries an ending, as in "팔이에요", is not the digit two, nor is "구" of "팔구요" always nine. */
function endsInEnding(last: string | undefined, places: number, before: string, after: string): boolean {
  if (OF_TWELVE.test(before) && (places === 8 || places === 12)) return false
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

function readEnglish(times: string | undefined, word: string): string {
  const count = { double: 2, triple: 3 }[times?.toLowerCase() ?? ''] ?? 1
  return (ENGLISH[word.toLowerCase()] ?? '0').repeat(count)
}

function spell(digit: string, characters: string): Record<string, string> {
  return Object.fromEntries(Array.from(characters, (character) => [character, digit]))
}
