import type { Edit } from '../shadow.ts'
import { SYLLABLE, SYLLABLES } from './digitWords.ts'
import { readNumeral } from './spokenDates.ts'
import { runEdits } from './runEdits.ts'

/** The letter of a number plate. */
const PLATE_LETTER = '[가나다라마거너더러머버서어저고노도로모보소조누두루무부수우주바사아자배하허호]'
const NUMERAL = '(?:[일이삼사오육칠팔구]?백)?(?:[일이삼사오육칠팔구]?십)?[일이삼사오육칠팔구]?'
const PLATE_BODY = String.raw`(?:(?=\S{0,6}[십백])${NUMERAL}|${SYLLABLE}{2,3})\s?${PLATE_LETTER}\s?(?:${SYLLABLE}[\s-]?){4}`
const PLATE = new RegExp(
  String.raw`(?<=(?:차|번호판|주차|차량)[^\n]{0,14})${PLATE_BODY}|${PLATE_BODY}(?=\S{0,4}\s?(?:차|주차|승용|번호판))`,
  'gu',
)
const VEHICLE = /차|번호판|승용/
const PLATE_PARTS = new RegExp(String.raw`^(.{2,6}?)(?=\s?${PLATE_LETTER}\s?(?:${SYLLABLE}[\s-]?){4}$)`, 'u')

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
const PASSPORT_WORDS = Object.keys(PASSPORT_LETTERS).join('|')
const PASSPORT = new RegExp(
  String.raw`(?<=여권[^\d\n]{0,10})(?:${PASSPORT_WORDS}|[A-Za-z](?=\s?[공영일이삼사오육칠팔구]))\s?(?:(?:${SYLLABLE}|에이|비|씨|엠|[A-Za-z])[\s.-]{0,2}){7,9}`,
  'gu',
)
const PASSPORT_PARTS = new RegExp(`${PASSPORT_WORDS}|${SYLLABLE}`, 'gu')

/** Passports said letter by letter: 엠 일이삼 에이 사오육칠. */
export function readSpokenPassports(text: string): readonly Edit[] {
  if (!text.includes('여권')) return []
  return runEdits(text, PASSPORT, (run) =>
    Array.from(run.matchAll(PASSPORT_PARTS), ({ 0: word, index }) => ({
      start: index,
      end: index + word.length,
      text: index > 0 && word === '이이' ? '22' : (PASSPORT_LETTERS[word] ?? SYLLABLES[word] ?? word),
    })),
  )
}

/** Number plates said or spelled: 일이가 삼사오육, 십이가 삼사오육. */
export function readSpokenPlates(text: string): readonly Edit[] {
  return VEHICLE.test(text) ? runEdits(text, PLATE, plateEdits) : []
}

/** The letter in the middle may itself sound like a digit, and keeps its place. */
function plateEdits(run: string): readonly Edit[] {
  const head = PLATE_PARTS.exec(run)?.[1] ?? ''
  const letter = run.slice(head.length).search(/\S/) + head.length
  const tail = Array.from(run).flatMap((word, index) => {
    const digit = SYLLABLES[word]
    return digit === undefined || index <= letter ? [] : [{ start: index, end: index + 1, text: digit }]
  })
  const isSpoken = /[^\d\s]/.test(head)
  return [...(isSpoken ? [{ start: 0, end: head.trimEnd().length, text: readHead(head.trimEnd()) }] : []), ...tail]
}

function readHead(head: string): string {
  return /[십백]/.test(head) ? readNumeral(head) : Array.from(head, (word) => SYLLABLES[word] ?? word).join('')
}
