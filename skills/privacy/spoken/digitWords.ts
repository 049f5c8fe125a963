/** One syllable, hanja included, that reads as a digit. */
export const SYLLABLES: Readonly<Record<string, string>> = {
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
/** Words that count things, and that some people dictate numbers in. */
export const COUNTED: Readonly<Record<string, string>> = {
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
/** Letters that look like digits. */
export const LETTERS: Readonly<Record<string, string>> = { ...spell('0', 'OoㅇОо'), ...spell('1', 'lIㅣ') }
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
export const ENGLISH_WORDS = Object.keys(ENGLISH).join('|')
/** The digits of a run of English words, each with the "double" or "triple" before it. */
export const ENGLISH_PARTS = new RegExp(`(?:(double|triple) )?\\b(${ENGLISH_WORDS}|o)\\b`, 'gi')

const COUNTED_WORDS = Object.keys(COUNTED).join('|')
const SYLLABLE_SET = Object.keys(SYLLABLES).join('')
/** One digit, written or said in one syllable. */
export const SYLLABLE = `[\\d${SYLLABLE_SET}]`
/** One digit, written or said. */
export const SPOKEN_TOKEN = `(?:${COUNTED_WORDS}|${SYLLABLE})`
/** One character that may stand for a digit. */
export const DIGIT_LIKE = `(?:${COUNTED_WORDS}|[\\d${SYLLABLE_SET}OolI])`

/** Reads every digit-like character of something that is known to be a number. */
export function translateDigits(number: string): string {
  const syllables = number.replace(new RegExp(COUNTED_WORDS, 'g'), (word) => COUNTED[word] ?? word)
  const words = syllables.replace(ENGLISH_PARTS, (_, times?: string, word?: string) => readEnglish(times, word ?? ''))
  return Array.from(words, (character) => SYLLABLES[character] ?? LETTERS[character] ?? character).join('')
}

/** @param times `double` or `triple`, where it was said before the word */
export function readEnglish(times: string | undefined, word: string): string {
  const count = { double: 2, triple: 3 }[times?.toLowerCase() ?? ''] ?? 1
  return (ENGLISH[word.toLowerCase()] ?? '0').repeat(count)
}

function spell(digit: string, characters: string): Record<string, string> {
  return Object.fromEntries(Array.from(characters, (character) => [character, digit]))
}
