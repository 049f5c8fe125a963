import { describe, expect, it } from '@jest/globals'

import { hear } from '../../../bots/intake/hear.ts'

const NOTHING = { vault: [], pending: [] }
const CONTEXT = { publicNumbers: [], now: new Date('2026-11-22T03:00:00Z') }
const hearText = (text: string) => hear({ text }, NOTHING, CONTEXT).reply

describe('the code of somebody who filed without a name', () => {
  it.each(['7K4M-9QPX-2R5T', '7k4m 9qpx 2r5t', '암호는 7K4M-9QPX-2R5T 입니다', 'my code is 7K4M9QPX2R5T thanks'])(
    'is heard and not kept: %s',
    (said) => {
      const { heard, text } = hearText(said)
      expect(heard).toContain(said)
      expect(text).not.toMatch(/7K4M|9QPX|2R5T/i)
    },
  )

  it('is not seen in capital words', () => {
    expect(hearText('I WENT THERE WEEK BEFORE CHRISTMAS').text).toContain('WENT THERE WEEK')
  })
})

describe('a date of birth', () => {
  it('is not kept as the day something happened', () => {
    const { understanding, text } = hearText(
      'My date of birth is 4 March 1985 and the queue at the desk took two hours',
    )
    expect(text).toContain('[date of birth 1]')
    expect(JSON.stringify(understanding)).not.toContain('March')
  })
})
