import { describe, expect, it } from '@jest/globals'
import { createSecretKey } from 'node:crypto'
import { createLookupHash } from '../../../src/store/encryption/lookupHash.ts'

const hash = createLookupHash(createSecretKey(Buffer.alloc(32, 1)))
const other = createLookupHash(createSecretKey(Buffer.alloc(32, 2)))

describe('the look-up hash', () => {
  it('stays the same from version to version, or nothing would be found again', () => {
    expect(hash('kakao_user', 'u-1')).toBe('UbGXe2HSMFq35naEkTiZ_hdF3Ey1l6Ehz95NtmL1ZOg')
  })

  it.each([
    ['another purpose', hash('direct_line_user', 'u-1')],
    ['another value', hash('kakao_user', 'u-2')],
    ['another key', other('kakao_user', 'u-1')],
    ['another split of the same letters', hash('kakao_use', 'ru-1')],
  ])('differs for %s', (_, hashed) => {
    expect(hashed).not.toBe(hash('kakao_user', 'u-1'))
    expect(hashed).toMatch(/^[\w-]{43}$/)
  })
})
