import { isTellingGap, type NumberWindow } from './numberRuns.ts'
import { isAt, isOtherNumber, type Reading } from './reading.ts'

const AMEX = /^3[47]/
const RIGHT_BEFORE = 5
const DINERS = /^3[068]/

/** Payment cards. Groups of four are taken whatever their check digit; other runs must pass it or be called a card. */
export function readCard(window: NumberWindow): Reading | undefined {
  const { digits, sizes } = window
  if (digits.length < 13 || digits.length > 19 || isListOfYears(window) || /^(\d)\1+$/.test(digits)) return undefined
  const isCalledSo = isAt(window, 'card')
  if (isCalledSo && digits.length >= 14) return { type: 'card', sure: true }
  const shape = sizes.join('-')
  if (isNamedOtherwise(window, shape) || window.gaps.some(isTellingGap)) return undefined
  const isShaped =
    shape === '4-4-4-4' || (AMEX.test(digits) && shape === '4-6-5') || (DINERS.test(digits) && shape === '4-6-4')
  if (isShaped) return { type: 'card', sure: false }
  const isRun = sizes.length === 1 || digits.length >= 15
  return isRun && passesLuhn(digits) && !isAt(window, 'account') ? { type: 'card', sure: isCalledSo } : undefined
}

/** Four groups of four are a card unless the word right before them says what else they are. */
function isNamedOtherwise(window: NumberWindow, shape: string): boolean {
  return isOtherNumber(window) && (shape !== '4-4-4-4' || (window.labelBefore()?.distance ?? 0) <= RIGHT_BEFORE)
}

function isListOfYears({ digits, sizes }: NumberWindow): boolean {
  return sizes.every((size) => size === 4) && /^(?:(?:19|20)\d\d)+$/.test(digits)
}

/** The check digit of payment cards (ISO/IEC 7812-1, annex B). */
function passesLuhn(run: string): boolean {
  const sum = Array.from(run)
    .reverse()
    .reduce((total, digit, place) => {
      const doubled = Number(digit) * (place % 2 === 0 ? 1 : 2)
      return total + (doubled > 9 ? doubled - 9 : doubled)
    }, 0)
  return sum % 10 === 0
}
