import { describe, expect, it } from '@jest/globals'
import { DatabaseError } from 'pg'

import { describeError } from '../src/describeError.ts'

describe('what a log says of an error', () => {
  it('is its code and where it happened, and nothing it quotes', () => {
    const error = new DatabaseError('value too long: "비밀"\n    at 비밀', 10, 'error')
    Object.assign(error, { code: '22001', detail: 'Failing row contains (비밀).', request: { body: '비밀' } })
    const described = describeError(error)
    expect(described.code).toBe('22001')
    expect(described.stack).toContain('describeError.test.ts')
    expect(JSON.stringify(described)).not.toContain('비밀')
  })

  it.each([
    ['an error without a code', new TypeError('비밀'), 'TypeError'],
    ['something that is no error', '비밀', 'unknown'],
  ])('is a name for %s', (_what, thrown, code) => {
    expect(describeError(thrown).code).toBe(code)
    expect(JSON.stringify(describeError(thrown))).not.toContain('비밀')
  })
})
