import { createSecretKey } from 'node:crypto'

import { describe, expect, it } from '@jest/globals'

import { isGenuine, makeAnchor, readAnchors, writeAnchor } from '../../src/audit/anchor.ts'
import { createLookupHash } from '../../src/store/encryption/lookupHash.ts'

const keyedHash = createLookupHash(createSecretKey(Buffer.alloc(32, 1)))
const otherHash = createLookupHash(createSecretKey(Buffer.alloc(32, 2)))
const anchor = makeAnchor({ count: 12, hash: 'ab'.repeat(32) }, new Date('2026-11-23T00:00:00Z'), keyedHash)

describe('an anchor', () => {
  it('is found in a file, a mail or a message pasted whole', () => {
    const line = writeAnchor(anchor)
    for (const text of [line, `${line}\n${line}\n`, `접속기록 확인값\n${line}\n--\nSori`])
      expect(readAnchors(text)).toMatchObject({ anchors: [anchor, ...(text.startsWith(`${line}\n`) ? [anchor] : [])] })
  })

  it.each(['{', '{}', '{"v":1}', writeAnchor(anchor).replace('"v":1', '"v":2'), writeAnchor(anchor).slice(0, -1)])(
    'is not read out of %s',
    (text) => {
      expect(readAnchors(text)).toEqual({ anchors: [], unreadable: 1 })
    },
  )

  it.each([
    ['count', { count: 13 }],
    ['hash', { hash: 'ac'.repeat(32) }],
    ['time', { at: '2026-11-23T00:00:01.000Z' }],
    ['seal', { mac: 'x' }],
  ])('is no longer genuine with another %s', (_what, change) => {
    expect(isGenuine(anchor, keyedHash)).toBe(true)
    expect(isGenuine({ ...anchor, ...change }, keyedHash)).toBe(false)
  })

  it('cannot be made without the key', () => {
    expect(isGenuine(anchor, otherHash)).toBe(false)
  })
})
