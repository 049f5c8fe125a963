/** A way to write the groups of a number, such as 991231 and 3123456, so that a filter might miss it. */
export type Disguise = (groups: readonly string[]) => string

const SPELLED = ['공', '일', '이', '삼', '사', '오', '육', '칠', '팔', '구']
const OTHERWISE_SPELLED = ['영', '일', '이', '삼', '사', '오', '륙', '칠', '팔', '구']
const HANJA = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九']
const JAMO = ['ㄱㅗㅇ', 'ㅇㅣㄹ', 'ㅇㅣ', 'ㅅㅏㅁ', 'ㅅㅏ', 'ㅇㅗ', 'ㅇㅠㄱ', 'ㅊㅣㄹ', 'ㅍㅏㄹ', 'ㄱㅜ']
const ENGLISH = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
const CIRCLED = ['⓪', '①', '②', '③', '④', '⑤', '⑥', '⑦', '⑧', '⑨']

/** Writes each digit in another way; letters stay. */
const eachDigit = (write: (digit: number, place: number) => string, between = '') => {
  return (group: string): string =>
    Array.from(group, (sign, place) => (/\d/.test(sign) ? write(Number(sign), place) : sign)).join(between)
}
const fromTable = (table: readonly string[]) => eachDigit((digit) => table[digit] ?? '')
const fromBlock = (nought: number) => eachDigit((digit) => String.fromCodePoint(nought + digit))
const spaced = eachDigit(String, ' ')
const joined =
  (by: string, write: (group: string) => string = (group) => group): Disguise =>
  (groups) =>
    groups.map(write).join(by)

/** Every disguise by name. */
export const DISGUISES: Readonly<Record<string, Disguise>> = {
  plain: joined('-'),
  tight: joined(''),
  blanks: joined(' '),
  dots: joined('.'),
  slashes: joined('/'),
  underscores: joined('_'),
  'long dashes': joined(' — '),
  tildes: joined('~'),
  'Hangul dash': joined('ㅡ'),
  brackets: (groups) => groups.map((group) => `[${group}]`).join(''),
  parentheses: (groups) => `(${groups.join(')(')})`,
  hearts: joined('❤️'),
  smileys: joined('🙂'),
  'blanks between digits': joined(' ', spaced),
  'blanks and dashes': joined(' - ', spaced),
  'dots between digits': (groups) => Array.from(groups.join('')).join('.'),
  'stars between digits': (groups) => Array.from(groups.join('')).join('★'),
  'full-width': joined('－', fromBlock(0xff10)),
  bold: joined('-', fromBlock(0x1d7ce)),
  'Arabic-Indic': joined('-', fromBlock(0x0660)),
  Devanagari: joined('-', fromBlock(0x0966)),
  circled: joined('-', fromTable(CIRCLED)),
  keycaps: joined(
    ' ',
    eachDigit((digit) => `${digit}\ufe0f\u20e3`),
  ),
  'invisible characters': joined(
    '-',
    eachDigit((digit) => `${digit}\u200b`),
  ),
  spelled: joined(' ', fromTable(SPELLED)),
  'spelled without blanks': joined('', fromTable(SPELLED)),
  'spelled otherwise': joined('-', fromTable(OTHERWISE_SPELLED)),
  dictated: joined('에 ', fromTable(SPELLED)),
  'dictated with dashes': joined(' 다시 ', fromTable(SPELLED)),
  hanja: joined('-', fromTable(HANJA)),
  'typed letter by letter': joined(' ', fromTable(JAMO)),
  'in English': joined(
    ', ',
    eachDigit((digit) => ENGLISH[digit] ?? '', ' '),
  ),
  'half spelled': joined(
    '-',
    eachDigit((digit, place) => (place % 2 === 0 ? String(digit) : (SPELLED[digit] ?? ''))),
  ),
  letters: joined(
    '-',
    eachDigit((digit) => (digit === 0 ? 'O' : digit === 1 ? 'l' : String(digit))),
  ),
}
