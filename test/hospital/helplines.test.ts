import { describe, expect, it } from '@jest/globals'

import { findHelpline, sentenceValues, staleHelplines } from '../../src/hospital/helplines.ts'
import { createMetrics } from '../../src/metrics.ts'
import { hospital } from '../support/talk.ts'

const outbox = { countByState: async () => ({}) }

describe('a helpline', () => {
  it('is stale when nobody verified it for more than a year', () => {
    const lines = hospital.helplines.map((line) => ({ ...line, verifiedOn: '2025-11-01' }))
    const file = { helplines: lines.map((line) => (line.id === '119' ? { ...line, verifiedOn: '2025-10-31' } : line)) }
    expect(staleHelplines(file, new Date('2026-11-01T00:00:00Z')).map(({ id }) => id)).toEqual(['119'])
    expect(staleHelplines(file, new Date('2026-11-02T00:00:00Z'))).toHaveLength(lines.length)
  })

  it('is counted for operators while it is stale', async () => {
    const { render } = createMetrics(outbox, () => 2)
    expect((await render()).text).toContain('sori_helplines_stale 2')
  })

  it('is named in sentences by the number in the hospital file', () => {
    expect(sentenceValues(hospital, 'ko')).toMatchObject({
      emergency: '119',
      police: '112',
      suicide: '109',
      youth: '1388',
    })
    const without = { ...hospital, helplines: hospital.helplines.filter(({ id }) => id !== '1388') }
    expect(findHelpline(without, '1388')).toBeUndefined()
    expect(sentenceValues(without, 'ko')['youth']).toBe('109')
  })
})
