import { createSecretKey, randomBytes } from 'node:crypto'
import { StoreError } from '../storeError.ts'
import type { MasterKeys } from './keys.ts'
import { openBytes, sealBytes, type DataKey } from './sealing.ts'

/** A data key as it is kept: readable only with the master key it names. */
type WrappedDataKey = { readonly wrapped: Buffer; readonly masterKeyId: string }

/** Makes and opens data keys. Destroying a wrapped key makes all that it sealed unreadable. */
export type Envelope = {
  /** A fresh data key, wrapped by the first master key. */
  newDataKey(): WrappedDataKey & { readonly key: DataKey }
  /** @throws StoreError `unknown_master_key` when that key is no longer configured, `cannot_decrypt` when altered. */
  unwrap(wrapped: Uint8Array, masterKeyId: string): DataKey
}

/** Envelope encryption under `masterKeys`: the first wraps, every one unwraps. */
export function createEnvelope(masterKeys: MasterKeys): Envelope {
  const [current] = masterKeys
  return {
    newDataKey() {
      const bytes = randomBytes(32)
      const wrapped = sealBytes(current.secret, bytes, contextOf(current.id))
      return { wrapped, masterKeyId: current.id, key: dataKeyFrom(bytes) }
    },
    unwrap(wrapped, masterKeyId) {
      const master = masterKeys.find(({ id }) => id === masterKeyId)
      if (!master) throw new StoreError('unknown_master_key', `ENCRYPTION_KEYS has no key "${masterKeyId}".`)
      return dataKeyFrom(openBytes(master.secret, wrapped, contextOf(masterKeyId)))
    },
  }
}

const contextOf = (masterKeyId: string): string => `data_key:${masterKeyId}`

const dataKeyFrom = (bytes: Buffer): DataKey => ({ kind: 'data_key', secret: createSecretKey(bytes) })
