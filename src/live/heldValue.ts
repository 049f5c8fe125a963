import { open, seal, type DataKey } from '../store/encryption/sealing.ts'
import { StoreError } from '../store/storeError.ts'

/** Encrypts a value for the hold; it opens only under the same hold key. */
export function sealHeld(holdKey: DataKey, key: string, value: string): Buffer {
  return seal(holdKey, value, contextOf(key))
}

/** Undefined when it does not open, as after a change of keys: what is held may be lost, and is asked for again. */
export function openHeld(holdKey: DataKey, key: string, sealed: Uint8Array): string | undefined {
  try {
    return open(holdKey, sealed, contextOf(key))
  } catch (error) {
    if (error instanceof StoreError && error.code === 'cannot_decrypt') return undefined
    throw error
  }
}

const contextOf = (key: string): string => `live.hold:${key}`
