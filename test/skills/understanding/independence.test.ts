import { createHash } from 'node:crypto'
import { expect, it } from '@jest/globals'
import { readExamples } from '../../../skills/understanding/model/readExamples.ts'
import { readLocked } from './measuring/lockedLines.ts'

/** Two lines that differ only in spaces, case and punctuation are one line. */
function fingerprint(text: string): string {
  const bare = text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '') || text
  return createHash('sha256').update(bare).digest('hex')
}

it('has learned from no line that it is measured on', () => {
  const learned = new Set(
    Object.values(readExamples())
      .flat()
      .map(({ text }) => fingerprint(text)),
  )
  const shared = Object.values(readLocked())
    .flat()
    .filter(({ text }) => learned.has(fingerprint(text)))
  // Only how many: whoever tunes must not see which.
  expect(shared.length).toBe(0)
})
