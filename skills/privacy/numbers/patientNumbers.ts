import { isTellingGap, type NumberWindow } from './numberRuns.ts'
import { isAt, type Reading } from './reading.ts'

const NEAR = 10
const COUNTED = /^\s?(?:원(?![무장래목])|만\s?원|명|층|호|시|분|일|월|년)/

/** The hospital's number of a patient: any digits, as long as they are called so. */
export function readPatientNumber(window: NumberWindow): Reading | undefined {
  const { digits, gaps, after } = window
  if (digits.length < 5 || digits.length > 10 || COUNTED.test(after) || gaps.filter(isTellingGap).length > 1)
    return undefined
  return isAt(window, 'patient_no', NEAR) ? { type: 'patient_no', sure: true } : undefined
}
