import { describe, expect, it } from '@jest/globals'
import { randomBytes } from 'node:crypto'
import { deriveDataKey } from '../../../src/store/encryption/deriveDataKey.ts'
import { createEnvelope } from '../../../src/store/encryption/envelope.ts'
import { parseEncryptionKeys } from '../../../src/store/encryption/keys.ts'
import { open, seal } from '../../../src/store/encryption/sealing.ts'

const entry = (id: string): string => `${id}:${randomBytes(32).toString('base64')}`
const [oldEntry, newEntry] = [entry('2025'), entry('2026')]
const before = createEnvelope(parseEncryptionKeys(oldEntry))
const after = createEnvelope(parseEncryptionKeys(`${newEntry},${oldEntry}`))
const finished = createEnvelope(parseEncryptionKeys(newEntry))

const context = 'tickets.content:t1'
const words = '응급실에서 세 시간을 기다렸어요 😢'

describe('sealed text', () => {
  const { key } = before.newDataKey()

  it.each(['', words, 'x'.repeat(100_000)])('opens to what was sealed: case %#', (text) => {
    expect(open(key, seal(key, text, context), context)).toBe(text)
  })

  it('differs each time and shows nothing of the text', () => {
    const [one, two] = [seal(key, words, context), seal(key, words, context)]
    expect(one.equals(two)).toBe(false)
    expect(one.includes(Buffer.from('응급실'))).toBe(false)
  })

  it('does not open when any one byte is altered, or any is missing', () => {
    const sealed = seal(key, '안녕', context)
    for (let index = 0; index < sealed.length; index += 1) {
      const altered = Buffer.from(sealed)
      altered.writeUInt8(altered.readUInt8(index) ^ 1, index)
      expect(() => open(key, altered, context)).toThrow('does not open')
      expect(() => open(key, sealed.subarray(0, index), context)).toThrow('does not open')
    }
  })

  it('does not open in another place or with another key, and the error names the place only', () => {
    const sealed = seal(key, words, context)
    const failure = { code: 'cannot_decrypt', message: 'The value at tickets.content:t2 does not open with its key.' }
    expect(() => open(key, sealed, 'tickets.content:t2')).toThrow(expect.objectContaining(failure))
    expect(() => open(before.newDataKey().key, sealed, context)).toThrow('tickets.content:t1')
  })
})

describe('the envelope', () => {
  it('gives every ticket a key of its own', () => {
    const [one, two] = [before.newDataKey(), before.newDataKey()]
    expect(one.key.secret.equals(two.key.secret)).toBe(false)
  })

  it('still reads what was written before a rotation, and writes under the new key', () => {
    const kept = before.newDataKey()
    const sealed = seal(kept.key, words, context)
    expect(open(after.unwrap(kept.wrapped, kept.masterKeyId), sealed, context)).toBe(words)
    expect(after.newDataKey().masterKeyId).toBe('2026')
  })

  it('says which master key is missing once it has been taken away', () => {
    const { wrapped, masterKeyId } = before.newDataKey()
    const failure = { code: 'unknown_master_key', message: 'ENCRYPTION_KEYS has no key "2025".' }
    expect(() => finished.unwrap(wrapped, masterKeyId)).toThrow(expect.objectContaining(failure))
  })

  it('does not open a key that was altered or passed off as another master key’s', () => {
    const { wrapped } = before.newDataKey()
    expect(() => after.unwrap(wrapped, '2026')).toThrow(expect.objectContaining({ code: 'cannot_decrypt' }))
    wrapped.writeUInt8(wrapped.readUInt8(20) ^ 1, 20)
    expect(() => after.unwrap(wrapped, '2025')).toThrow(expect.objectContaining({ code: 'cannot_decrypt' }))
  })
})

describe('a derived key', () => {
  const [master] = parseEncryptionKeys(oldEntry)

  it('is the same for every instance, and another for every purpose', () => {
    const sealed = seal(deriveDataKey(master, 'live.hold'), words, context)
    expect(open(deriveDataKey(master, 'live.hold'), sealed, context)).toBe(words)
    expect(() => open(deriveDataKey(master, 'other'), sealed, context)).toThrow('does not open')
  })
})
