import { describe, expect, it } from '@jest/globals'
import { PERSONAL_DATA_TYPES, type PersonalDataType } from '../../../skills/privacy/personalData.ts'
import { measureDetection } from './measure.ts'

/**
 * What the one measurement of the locked lines showed, rounded down, so that nothing gets worse unseen. The goals are
 * phones 0.99 and every other type 0.95: phones (56 of 57) and dates of birth (24 of 26) fall a line or two short.
 * Rules are not to be written after the locked lines; lines that were looked at belong to the tuning file.
 */
const FLOORS: Readonly<Record<PersonalDataType, number>> = {
  rrn: 0.96,
  foreigner_no: 1,
  passport: 0.95,
  driver_license: 1,
  card: 0.95,
  phone: 0.98,
  account: 1,
  email: 0.95,
  car_plate: 0.95,
  patient_no: 0.96,
  address: 1,
  birthdate: 0.92,
  name: 0.96,
}
const FLAGGED_CEILING = 0.01

describe('detection, measured', () => {
  const { tuning, locked, generated } = measureDetection()

  it.each(PERSONAL_DATA_TYPES)('finds %s in the locked lines', (type) => {
    expect(locked.recall[type].of).toBeGreaterThanOrEqual(10)
    expect(locked.recall[type].share).toBeGreaterThanOrEqual(FLOORS[type])
  })

  it('leaves clean lines alone', () => {
    expect(locked.flagged.share).toBeLessThan(FLAGGED_CEILING)
    expect(tuning.flagged.share).toBeLessThan(FLAGGED_CEILING)
  })

  it('measures at least six hundred lines written by hand, and hides every generated number', () => {
    expect(tuning.lines + locked.lines).toBeGreaterThanOrEqual(600)
    expect(generated.hidden.share).toBe(1)
    expect(generated.hiddenOverMessages.share).toBe(1)
  })

  it('states honest intervals', () => {
    const { share, low, high } = locked.recall.phone
    expect(low).toBeLessThan(share)
    expect(high).toBeLessThanOrEqual(1)
  })
})
