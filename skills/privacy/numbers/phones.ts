import { isTellingGap, type NumberWindow } from './numberRuns.ts'
import { isAt, isOtherNumber, type Reading } from './reading.ts'

const AREA = '(?:02|0(?:3[1-3]|4[1-4]|5[1-5]|6[1-4])|070|050\\d)'
const LANDLINE = new RegExp(`^(?:02\\d{7,8}|(?:0(?:3[1-3]|4[1-4]|5[1-5]|6[1-4]))\\d{7,8}|070\\d{8}|050\\d\\d{7,8})$`)
const LANDLINE_SIZES = /^(?:[2-4]-[34]-4|\d{2}|[2-4]-[78]|[5-8]-4)$/
const AREA_FIRST = new RegExp(`^${AREA}$`)
/** Numbers that belong to everyone: 1588-xxxx and its like. */
const PUBLIC_NUMBER = /^1[568]/
const PUBLIC_WORD = /(?:대표\s?(?:번호|전화)|콜\s?센터|고객\s?센터)[^\d\n]{0,8}$/
const ABROAD = /\+\s?\(?$/
const ABROAD_PREFIX = /^00(?:[125678]|700)[1-9]\d{8,}/
/** A mobile number that lost its nought in a table. */
const WITHOUT_NOUGHT = /^2-4-4$/
const SAME_SIGN = /^\s?[-./_]\s?$/

/** Phone numbers of people: mobile, at home, on the internet, abroad. Numbers that belong to everyone match nothing. */
export function readPhone(window: NumberWindow): Reading | undefined {
  const { digits, before } = window
  if (digits.length < 7 || digits.length > 15 || PUBLIC_WORD.test(before)) return undefined
  const domestic = digits.replace(/^(?:00)?820?(?=1[016-9]\d{7,8}$|[2-7]\d{7,10}$)/, '0')
  const isCalledSo = isAt(window, 'phone')
  const phone: Reading = { type: 'phone', sure: isCalledSo, lead: ABROAD.exec(before)?.[0].length ?? 0 }
  if (WITHOUT_NOUGHT.test(window.sizes.join('-')) && digits.startsWith('10') && !isOtherNumber(window)) return phone
  if (isMobile(domestic) && isMobileWritten(window, domestic)) return phone
  if (LANDLINE.test(domestic) && isLandlineWritten(window, isCalledSo || domestic !== digits)) {
    return phone
  }
  if (isWrittenAbroad(window)) return phone
  return isCalledSo && isShort(window) ? { type: 'phone', sure: true } : undefined
}

/** With a plus, or with the numbers that Korean companies put before calls abroad. */
function isWrittenAbroad({ digits, before, sizes }: NumberWindow): boolean {
  return (ABROAD.test(before) && digits.length >= 8) || (sizes.length > 2 && ABROAD_PREFIX.test(digits))
}

export function isMobile(digits: string): boolean {
  return /^010\d{8}$|^01[16-9]\d{7,8}$/.test(digits)
}

function isMobileWritten({ sizes, gaps }: NumberWindow, domestic: string): boolean {
  if (gaps.filter(isTellingGap).length > 2) return false
  return domestic.startsWith('010') || sizes.length <= 3 || sizes.every((size) => size === 1)
}

function isLandlineWritten(window: NumberWindow, isSure: boolean): boolean {
  const { sizes, digits, gaps, before, after } = window
  if (isSure) return true
  if (isOtherNumber(window) || isAt(window, 'account') || isAt(window, 'patient_no')) return false
  if (/[\d.,-]$/.test(before) || /^[-]\d/.test(after) || gaps.some(isTellingGap)) return false
  if (sizes.length === 1 || sizes.every((size) => size === 1)) return true
  return LANDLINE_SIZES.test(sizes.join('-')) && (AREA_FIRST.test(digits.slice(0, sizes[0])) || (sizes[0] ?? 0) > 4)
}

/** Seven or eight digits without the area, or a mobile number that lost its nought in a table. */
function isShort({ digits, sizes, gaps, after, isWholeRun }: NumberWindow): boolean {
  if (!isWholeRun && gaps.some((gap) => !SAME_SIGN.test(gap))) return false
  if (/^\s?(?:원|시|분|일|월|년|호)/.test(after)) return false
  if (/^10\d{8}$/.test(digits)) return true
  return !PUBLIC_NUMBER.test(digits) && /^(?:[34]-4|[78])$/.test(sizes.join('-'))
}
