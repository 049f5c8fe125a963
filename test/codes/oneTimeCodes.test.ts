import { createHash } from 'node:crypto'

import { describe, expect, it } from '@jest/globals'

import { CODE_TTL_MS, type CodeStore, createOneTimeCodes } from '../../src/codes/oneTimeCodes.ts'

const NOW = new Date('2026-11-22T00:00:00Z')

function start(numbers: readonly number[] = [42, 999_999]) {
  const saved = new Map<string, { readonly codeHash: string; readonly expiresAt: Date }>()
  const store: CodeStore = {
    saveCode: async (subjectHash, codeHash, expiresAt) => void saved.set(subjectHash, { codeHash, expiresAt }),
    tryCode: async (subjectHash, codeHash) => saved.get(subjectHash)?.codeHash === codeHash,
  }
  const left = [...numbers]
  const codes = createOneTimeCodes({
    store,
    hash: (purpose, value) => createHash('sha256').update(`${purpose}\n${value}`).digest('hex'),
    randomInt: () => left.shift() ?? 0,
    now: () => NOW,
  })
  return { codes, saved }
}

describe('one-time codes', () => {
  it('have six digits and ten minutes, and are kept as hashes alone', async () => {
    const { codes, saved } = start()
    expect(await codes.issue('track', 'V26-7KQ4MZ3')).toBe('000042')
    const [[subject = '', kept] = []] = saved
    expect(kept?.expiresAt.getTime()).toBe(NOW.getTime() + CODE_TTL_MS)
    expect(JSON.stringify([subject, kept])).not.toMatch(/000042|7KQ4MZ3/)
  })

  it('are good for their own purpose and subject', async () => {
    const { codes } = start()
    const code = await codes.issue('track', 'one')
    expect(await codes.tryCode('track', 'one', code)).toBe(true)
    expect(await codes.tryCode('desk', 'one', code)).toBe(false)
    expect(await codes.tryCode('track', 'another', code)).toBe(false)
  })

  it('do not look alike where two people happen to get the same', async () => {
    const { codes, saved } = start([7, 7])
    for (const subject of ['one', 'another']) await codes.issue('track', subject)
    expect(new Set([...saved.values()].map(({ codeHash }) => codeHash)).size).toBe(2)
  })
})
