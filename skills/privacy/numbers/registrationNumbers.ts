import { isAt, isOtherNumber, type Reading } from './reading.ts'
import { isDateGap, isTellingGap, type NumberWindow } from './numberRuns.ts'

const UNIT = /^\s?(?:원(?![무장래목])|만|천|호|층|명|번|시|분|회|mg|kg|ml|명)/
const DATE_DIGITS = 6
const BACK_DIGITS = 7

/**
 * Resident and foreigner registration numbers. The check digit is not asked for: numbers given since October 2020
 * end in random digits. Dates of birth in the future pass, too; a mistyped number is still somebody's number.
 */
export function readRegistrationNumber(window: NumberWindow): Reading | undefined {
  const digits = registrationDigits(window)
  if (digits) return { type: kindOf(window, digits), sure: isSplitAsPrinted(window) || isCalledSo(window) }
  const length = window.digits.length
  // Called one and a digit off is a slip of the finger, not another kind of number.
  if (length >= 12 && length <= 14 && !hasTellingGap(window) && isCalledSo(window)) {
    return { type: kindOf(window, window.digits), sure: true }
  }
  return undefined
}

/** The thirteen digits in their order, however the window writes them; undefined where they are none. */
function registrationDigits(window: NumberWindow): string | undefined {
  const { digits, sizes, gaps } = window
  const straight = [withPaddedDate(window), digits, digits.slice(2)].find(
    (all) =>
      all?.length === DATE_DIGITS + BACK_DIGITS &&
      hasDate(all) &&
      (all !== digits.slice(2) || /^(?:19|20)/.test(digits)),
  )
  if (straight && isWrittenAsOne(window)) return straight
  const isReversed =
    sizes.length === 2 && sizes[0] === BACK_DIGITS && sizes[1] === DATE_DIGITS && /앞|first|front/i.test(gaps[0] ?? '')
  const reversed = digits.slice(BACK_DIGITS) + digits.slice(0, BACK_DIGITS)
  return isReversed && hasDate(reversed) ? reversed : undefined
}

/** 99년 1월 5일 3123456, 99.1.5-3123456: months and days without their noughts. */
function withPaddedDate({ digits, sizes }: NumberWindow): string | undefined {
  const [year = 0, month = 0, day = 0] = sizes
  if ((year !== 2 && year !== 4) || month > 2 || day > 2 || sizes.length < 4) return undefined
  const back = digits.slice(year + month + day)
  const of = (from: number, length: number): string => digits.slice(from, from + length).padStart(2, '0')
  return digits.slice(year - 2, year) + of(year, month) + of(year + month, day) + back
}

function isWrittenAsOne(window: NumberWindow): boolean {
  if (isCalledSo(window)) return true
  const { sizes, gaps, after } = window
  if (isEvenlyApart(window)) return true
  if (sizes.length === 1) return !/^\s?(?:원|won)/.test(after)
  if (UNIT.test(after) || isOtherNumber(window)) return false
  if (window.digits.length === 15 && (sizes[0] !== 8 || sizes[1] !== BACK_DIGITS) && !gaps.some(isDateGap)) {
    return sizes.at(-1) === BACK_DIGITS
  }
  if (!endsAtDate(window)) return false
  const splits = gaps.filter(isTellingGap).length
  return splits <= 1 && !hasTime(window) && !isAt(window, 'account')
}

function hasTime({ gaps, sizes }: NumberWindow): boolean {
  const colons = gaps.filter((gap) => gap.trim() === ':').length
  const isCounted = gaps.some((gap, place) => gap === ',' && sizes[place + 1] === 3)
  return isCounted || (colons > 0 && colons < gaps.length)
}

function hasTellingGap({ gaps }: NumberWindow): boolean {
  return gaps.some(isTellingGap)
}

function hasDate(digits: string): boolean {
  const month = Number(digits.slice(2, 4))
  const day = Number(digits.slice(4, 6))
  return month >= 1 && month <= 12 && day >= 1 && day <= 31
}

function isCalledSo(window: NumberWindow): boolean {
  return isAt(window, 'rrn') || isAt(window, 'foreigner_no')
}

/** The seventh digit tells a citizen's number (9 and 0: born in the 1800s) from a foreigner's. */
function kindOf(window: NumberWindow, digits: string): 'rrn' | 'foreigner_no' {
  if (digits.length === DATE_DIGITS + BACK_DIGITS && hasDate(digits))
    return /[5-8]/.test(digits.charAt(DATE_DIGITS)) ? 'foreigner_no' : 'rrn'
  return isAt(window, 'foreigner_no') ? 'foreigner_no' : 'rrn'
}

/** Six and seven, or all digits apart, with a seventh digit that is given out: whatever is said of it, it is one. */
function isEvenlyApart({ sizes, gaps, digits }: NumberWindow): boolean {
  if (digits.length !== DATE_DIGITS + BACK_DIGITS || !/[1-8]/.test(digits.charAt(DATE_DIGITS))) return false
  const isPrinted = sizes.length === 2 && sizes[0] === DATE_DIGITS && /^\s?[-./]\s?$/.test(gaps[0] ?? '')
  return isPrinted || sizes.every((size) => size === 1)
}

function isSplitAsPrinted({ sizes }: NumberWindow): boolean {
  return sizes.length === 2 && sizes[1] === BACK_DIGITS
}

/** Digits strewn about are one number if a group ends where the date of birth does, or if all groups are alike. */
function endsAtDate({ sizes, digits }: NumberWindow): boolean {
  const dateEnds = digits.length - BACK_DIGITS
  let length = 0
  if (sizes.some((size) => (length += size) === dateEnds)) return true
  return sizes.slice(0, -1).every((size) => size === sizes[0])
}
