import { createHmac, type KeyObject } from 'node:crypto'

/**
 * Turns a value that must be found again, but not be readable, into a keyed hash (HMAC-SHA256, base64url).
 * The same value under two purposes gives two hashes, so that look-ups cannot be joined.
 */
export type LookupHash = (purpose: string, value: string) => string

/** A {@link LookupHash} under `LOOKUP_KEY`. */
export function createLookupHash(lookupKey: KeyObject): LookupHash {
  // The length keeps ('a', 'bc') and ('ab', 'c') apart.
  return (purpose, value) =>
    createHmac('sha256', lookupKey).update(`${purpose.length}:${purpose}:${value}`, 'utf8').digest('base64url')
}
