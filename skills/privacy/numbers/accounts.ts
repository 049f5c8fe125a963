import { isTellingGap, type NumberWindow } from './numberRuns.ts'
import { isMobile } from './phones.ts'
import { isAt, isOtherNumber, type Reading } from './reading.ts'

const MONEY_MOVES = /입금|환불|송금|이체|돌려\s?받|부쳐|넣어|보내\s?주|refund|transfer|deposit|wire/i
const DATE_AT_START = /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/
const AMOUNT = /^\s?(?:원|만|천|won|시|분|호|층|일|월|년)/
const NEAR = 9

/** In halves only right behind its label: 계좌 앞이 3333이고 뒤가 000471820. */
function isSplitElsewhere(window: NumberWindow): boolean {
  const splits = window.gaps.filter(isTellingGap).length
  return splits > 1 || (splits === 1 && !isAt(window, 'account', NEAR))
}

/** Bank accounts have no shape of their own: only the words close by make their digits one. */
export function readAccount(window: NumberWindow): Reading | undefined {
  const { digits, sizes, before, after } = window
  if (digits.length < 9 || digits.length > 16 || AMOUNT.test(after) || isSplitElsewhere(window)) return undefined
  if (sizes.length > 6 && sizes.some((size) => size > 1)) return undefined
  const isCalledSo = isAt(window, 'account')
  if (isCalledSo && (!isMobile(digits) || isAt(window, 'account', NEAR))) {
    return DATE_AT_START.test(digits) && sizes.length > 1 && sizes[0] !== digits.length
      ? undefined
      : { type: 'account', sure: true }
  }
  if (
    digits.length < 10 ||
    digits.length > 14 ||
    isOtherNumber(window) ||
    DATE_AT_START.test(digits) ||
    digits.startsWith('0')
  )
    return undefined
  const near = before.slice(-20) + after.slice(0, 14)
  return window.labelBefore() === undefined && MONEY_MOVES.test(near) ? { type: 'account', sure: false } : undefined
}
