import { describe, expect, it } from '@jest/globals'
import { PERSONAL_DATA_TYPES, type PersonalDataType } from '../../../skills/privacy/personalData.ts'
import { measureDetection } from './measure.ts'

/**
 * What the first measurement of the locked lines showed, so that nothing gets worse unseen. The goals are higher: phones
 * 0.99, every other type 0.95. Where a floor lies below its goal, the goal is not reached yet; rules are not to be
 * written after the locked lines to reach it.
 */
const FLOORS: Readonly<Record<PersonalDataType, number>> = {
  rrn: 1,
  foreigner_no: 0.9,
  passport: 0.9,
  driver_license: 1,
  card: 0.94,
  phone: 0.94,
  account: 1,
  email: 1,
  car_plate: 0.93,
  patient_no: 0.86,
  address: 1,
  birthdate: 0.85,
  name: 0.73,
}
const FLAGGED_CEILING = 0.02

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
