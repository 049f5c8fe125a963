import { createSecretKey, type KeyObject } from 'node:crypto'
import { StoreError } from '../storeError.ts'

/** A key that wraps data keys. `secret` is a KeyObject, so that printing it shows nothing. */
export type MasterKey = { readonly id: string; readonly secret: KeyObject }

/** The first encrypts, all decrypt. */
export type MasterKeys = readonly [MasterKey, ...MasterKey[]]

const keyBytes = 32
const idPattern = /^[\w-]{1,32}$/
const base64Pattern = /^[A-Za-z0-9+/]*={0,2}$/

/**
 * Reads `ENCRYPTION_KEYS`: `id:base64,id:base64`, 32 bytes each.
 *
 * @throws StoreError `invalid_keys` with everything that is wrong, by position; never with key text.
 */
export function parseEncryptionKeys(text: string): MasterKeys {
  const entries = text.split(',').map((entry) => splitEntry(entry.trim()))
  const problems = entries.flatMap(({ id, base64 }, index) => [
    ...entryProblems(id, base64, index),
    ...(entries.findIndex((other) => other.id === id) < index ? [`key ${index + 1} repeats an earlier id`] : []),
  ])
  if (problems.length > 0)
    throw new StoreError('invalid_keys', `ENCRYPTION_KEYS (id:base64,…): ${problems.join('; ')}.`)
  const [first, ...others] = entries.map(({ id, base64 }) => ({ id, secret: secretFrom(base64) }))
  if (!first) throw new StoreError('invalid_keys', 'ENCRYPTION_KEYS holds no key.')
  return [first, ...others]
}

/**
 * Reads `LOOKUP_KEY`: 32 bytes in base64.
 *
 * @throws StoreError `invalid_keys`, never with key text.
 */
export function parseLookupKey(base64: string): KeyObject {
  const problem = lengthProblem(base64.trim())
  if (problem) throw new StoreError('invalid_keys', `LOOKUP_KEY ${problem}.`)
  return secretFrom(base64.trim())
}

function splitEntry(entry: string): { id: string; base64: string } {
  const colon = entry.indexOf(':')
  return { id: entry.slice(0, Math.max(colon, 0)), base64: entry.slice(colon + 1) }
}

function entryProblems(id: string, base64: string, index: number): readonly string[] {
  const length = lengthProblem(base64)
  return [
    ...(idPattern.test(id) ? [] : [`key ${index + 1} needs an id of 1 to 32 letters, digits, _ or -`]),
    ...(length ? [`key ${index + 1} ${length}`] : []),
  ]
}

function lengthProblem(base64: string): string | undefined {
  if (!base64Pattern.test(base64)) return 'is not base64'
  const { length } = Buffer.from(base64, 'base64')
  return length === keyBytes ? undefined : `has ${length} bytes instead of ${keyBytes}`
}

const secretFrom = (base64: string): KeyObject => createSecretKey(Buffer.from(base64, 'base64'))
