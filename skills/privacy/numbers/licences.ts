import { isTellingGap, type NumberWindow } from './numberRuns.ts'
import { isAt, type Reading } from './reading.ts'

const REGION =
  /(?:서울|부산|경기|강원|충북|충남|전북|전남|경북|경남|제주|대구|인천|광주|대전|울산|세종)\s?(?:남부|북부)?[\s.\-(),]{0,3}$/
const REGION_CODE = /^(?:1[1-9]|2[0-8])/
const SAME_OR_PLAIN = /^[\s.\-_/·,]{1,4}$|^[^\p{L}\p{N}]{1,3}$/u

/** Driving licences: region (code or name), year, serial, check. A bare run of twelve needs the word beside it. */
export function readLicence(window: NumberWindow): Reading | undefined {
  const { digits, sizes, gaps, before } = window
  if (digits.length !== 12 && digits.length !== 10) return undefined
  const shape = sizes.join('-')
  const isShaped =
    shape === '2-2-6-2' &&
    REGION_CODE.test(digits) &&
    gaps.every((gap) => SAME_OR_PLAIN.test(gap) || !isTellingGap(gap))
  const isNamed = digits.length === 10 && REGION.test(before) && (shape === '2-6-2' || isAt(window, 'driver_license'))
  const lead = isNamed ? (REGION.exec(before)?.[0].length ?? 0) : 0
  if (isShaped || isNamed) return { type: 'driver_license', sure: true, lead }
  return isAt(window, 'driver_license') ? { type: 'driver_license', sure: true } : undefined
}
