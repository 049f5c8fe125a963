import { describe, expect, it } from '@jest/globals'
import { measureUnderstanding } from './measureUnderstanding.ts'

const measured = measureUnderstanding()

/** What was reached so far: it may rise, never fall. The aims stand in docs/understanding.md. */
describe('understanding, on lines it has never learned from', () => {
  it.each([
    ['macro-F1 of the categories', measured.categoryF1.value, 0.85],
    ['department where it is sure', measured.departmentWhereSure.value, 0.86],
    ['type', measured.type.value, 0.9],
    ['danger found', measured.dangerRecall.value, 0.8],
    ['critical lines called critical', measured.criticalRecall.value, 0.75],
  ])('%s: %d is at least %d', (_, value, floor) => {
    expect(value).toBeGreaterThanOrEqual(floor)
  })

  it.each([
    ['left to the coordinator', measured.abstained.value, 0.12],
    ['false alarms on harmless lines', measured.falseOnHarmless.value, 0.12],
    ['false alarms on everyday talk', measured.falseOnEveryday.value, 0.005],
  ])('%s: %d is at most %d', (_, value, ceiling) => {
    expect(value).toBeLessThanOrEqual(ceiling)
  })
})
