import { describe, expect, it } from '@jest/globals'
import { randomBytes } from 'node:crypto'
import { inspect } from 'node:util'
import { parseEncryptionKeys, parseLookupKey } from '../../../src/store/encryption/keys.ts'

const key = randomBytes(32).toString('base64')
const short = randomBytes(16).toString('base64')

describe('ENCRYPTION_KEYS', () => {
  it('keeps its order: the first encrypts', () => {
    const keys = parseEncryptionKeys(`new:${key}, old:${randomBytes(32).toString('base64')}`)
    expect(keys.map(({ id }) => id)).toEqual(['new', 'old'])
    expect(keys[0].secret.export().toString('base64')).toBe(key)
  })

  it.each([
    ['', ['key 1 needs an id', 'key 1 has 0 bytes instead of 32']],
    [key, ['key 1 needs an id']],
    [`a:${short}`, ['key 1 has 16 bytes instead of 32']],
    [`a:${key.slice(0, -2)}!=`, ['key 1 is not base64']],
    [`a:${key},a:${key}`, ['key 2 repeats an earlier id']],
    [`a:${key},b c:${short}`, ['key 2 needs an id', 'key 2 has 16 bytes instead of 32']],
  ])('says all that is wrong and shows no key: case %#', (text, problems) => {
    let message = ''
    try {
      parseEncryptionKeys(text)
    } catch (error) {
      message = String(error)
    }
    for (const problem of problems) expect(message).toContain(problem)
    expect(message).not.toContain(key.slice(0, 8))
    expect(message).not.toContain(short.slice(0, 8))
  })

  it('shows nothing when printed', () => {
    const printed =
      inspect(parseEncryptionKeys(`a:${key}`), { depth: 9 }) + JSON.stringify(parseEncryptionKeys(`a:${key}`))
    expect(printed).not.toContain(key)
    expect(printed).not.toContain(Buffer.from(key, 'base64').toString('hex').slice(0, 8))
  })
})

describe('LOOKUP_KEY', () => {
  it('is 32 bytes of base64', () => {
    expect(parseLookupKey(` ${key}\n`).symmetricKeySize).toBe(32)
    expect(() => parseLookupKey(short)).toThrow('LOOKUP_KEY has 16 bytes instead of 32.')
  })
})
