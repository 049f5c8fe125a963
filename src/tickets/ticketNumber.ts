import { seoulDay } from '../hospital/workingCalendar.ts'

/** Crockford's base32: no I, L, O or U, so that a number read over the phone stays what it was. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const RANDOM_LENGTH = 6
const INCIDENT_SHAPE = /^E\d{2}-[0-9A-HJKMNP-TV-Z]{6}$/
const SHAPE = /^V\d{2}-[0-9A-HJKMNP-TV-Z]{7}$/

/**
 * Makes a ticket number such as `V26-7KQ4MZ3`: the year in Seoul, six random characters, one check character.
 *
 * @param randomInt answers a whole number from 0 up to, not including, its argument
 */
export function createTicketNumber(now: Date, randomInt: (below: number) => number): string {
  const random = randomCharacters(randomInt)
  return `V${yearInSeoul(now)}-${random}${checkCharacter(random)}`
}

/** Makes the number of an urgent page, such as `E26-7KQ4MZ`. It names no ticket: there may never be one. */
export function createIncidentNumber(now: Date, randomInt: (below: number) => number): string {
  return `E${yearInSeoul(now)}-${randomCharacters(randomInt)}`
}

/** Tells whether a string is the number of an urgent page. */
export function isIncidentNumber(number: string): boolean {
  return INCIDENT_SHAPE.test(number)
}

/**
 * Reads a ticket number out of what a person typed. Case, spaces and the letters people mistake (O, I, L) do not matter.
 *
 * @returns the number as printed, or undefined when none is there or its check character does not fit
 */
export function findTicketNumber(text: string): string | undefined {
  const candidates = text
    .normalize('NFKC')
    .toUpperCase()
    .matchAll(/V\s*(\d{2})\s*[-–—]?\s*([0-9A-Z]{7})(?![0-9A-Z])/g)
  for (const [, year = '', rest = ''] of candidates) {
    const number = `V${year}-${rest.replaceAll('O', '0').replaceAll(/[IL]/g, '1')}`
    if (isTicketNumber(number)) return number
  }
  return undefined
}

/** Tells whether a string is a ticket number with the right check character (Luhn mod 32). */
export function isTicketNumber(number: string): boolean {
  return SHAPE.test(number) && checkCharacter(number.slice(4, 10)) === number.slice(10)
}

function randomCharacters(randomInt: (below: number) => number): string {
  return Array.from({ length: RANDOM_LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('')
}

function yearInSeoul(now: Date): string {
  return seoulDay(now).slice(2, 4)
}

function checkCharacter(payload: string): string {
  let sum = 0
  let factor = 2
  for (const character of payload.split('').reverse()) {
    const addend = factor * ALPHABET.indexOf(character)
    sum += Math.floor(addend / ALPHABET.length) + (addend % ALPHABET.length)
    factor = factor === 2 ? 1 : 2
  }
  return ALPHABET.charAt((ALPHABET.length - (sum % ALPHABET.length)) % ALPHABET.length)
}
