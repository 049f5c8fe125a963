import { describe, expect, it } from '@jest/globals'
import { readExamples } from '../../../skills/understanding/model/readExamples.ts'
import { understand } from '../../../skills/understanding/understand.ts'
import { CRISIS_KINDS } from '../../../src/tickets/vocabulary.ts'

const now = new Date('2026-11-22T02:00:00+09:00')
const { dangerous, harmless, critical } = readExamples()

function shareOf<T>(lines: readonly T[], holds: (line: T) => boolean): number {
  return lines.filter(holds).length / lines.length
}

describe('danger in the examples', () => {
  it.each(CRISIS_KINDS)('is found in 98 of 100 lines that tell of %s', (kind) => {
    const lines = dangerous.filter(({ crisis }) => crisis === kind)
    expect(lines.length).toBeGreaterThan(100)
    expect(shareOf(lines, ({ text }) => understand(text, { now }).crisis !== undefined)).toBeGreaterThanOrEqual(0.98)
  })

  it('is seen in at most 3 of 100 figures of speech, drills and questions', () => {
    expect(shareOf(harmless, ({ text }) => understand(text, { now }).crisis !== undefined)).toBeLessThanOrEqual(0.03)
  })

  it('makes 97 of 100 critical lines critical', () => {
    expect(shareOf(critical, ({ text }) => understand(text, { now }).urgency === 'critical')).toBeGreaterThanOrEqual(
      0.97,
    )
  })
})
