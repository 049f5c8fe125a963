import type { Shadow } from './shadow.ts'

const SPOKEN: Readonly<Record<string, string>> = {
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
const LETTERS: Readonly<Record<string, string>> = { ...spell('0', 'Oo'), ...spell('1', 'lI') }

const BETWEEN = String.raw`(?:[^\p{L}\p{N}]{0,5}|\s?(?:다시|대시|하이픈|에)\s?)`
const SPOKEN_CHARACTER = `[\\d${Object.keys(SPOKEN).join('')}]`
const SPOKEN_RUN = new RegExp(`${SPOKEN_CHARACTER}(?:${BETWEEN}${SPOKEN_CHARACTER})+`, 'gu')
const LETTER_RUN = new RegExp(`(?<![A-Za-z])[\\dOolI](?:${BETWEEN}[\\dOolI])+(?![A-Za-z])`, 'gu')
/** "이" that carries an ending, as in "팔이에요", is not the digit two. */
const ENDING = /이(?=[에고라며니랑요란])/g

/**
 * A second shadow in which digits that were spelled out (공일공, 一二三, O1O) are digits; undefined where the text
 * has none. Hangul digits are also everyday syllables (이사, 구이), so short runs are left alone; what a longer run
 * turns into still has to look like a number of some kind.
 */
export function readSpokenDigits(shadow: Shadow): Shadow | undefined {
  const text = shadow.text
    .replace(LETTER_RUN, (run) => (isNumberInLetters(run) ? translate(run, LETTERS) : run))
    .replace(SPOKEN_RUN, (run, offset: number, whole: string) => readRun(run, whole.slice(offset + run.length)))
  return text === shadow.text ? undefined : { ...shadow, text }
}

function readRun(run: string, after: string): string {
  const places = run.replace(/[^\p{L}\p{N}]|다시|대시|하이픈|에/gu, '').length
  if (places < 7) return run
  const kept = `${run.replaceAll('하이픈', '---')}${after.slice(0, 1)}`.replace(ENDING, '\0').slice(0, run.length)
  return translate(kept, SPOKEN).replaceAll('\0', '이')
}

function isNumberInLetters(run: string): boolean {
  const digits = run.replace(/\D/g, '').length
  return digits >= 5 && run.replace(/[^\dOolI]/g, '').length >= 9
}

function translate(run: string, table: Readonly<Record<string, string>>): string {
  return Array.from(run, (character) => table[character] ?? character).join('')
}

function spell(digit: string, characters: string): Record<string, string> {
  return Object.fromEntries(Array.from(characters, (character) => [character, digit]))
}
