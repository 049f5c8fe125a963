import { createSecretKey, hkdfSync } from 'node:crypto'
import type { MasterKey } from './keys.ts'
import type { DataKey } from './sealing.ts'

/**
 * A data key that every instance with the same master key arrives at by itself (HKDF-SHA256, RFC 5869), for values
 * that live minutes and need no stored key of their own.
 *
 * @param purpose what the key is for, such as `live.hold`; each purpose has another key.
 */
export function deriveDataKey(masterKey: MasterKey, purpose: string): DataKey {
  const bytes = hkdfSync('sha256', masterKey.secret, Buffer.alloc(0), `sori/${purpose}`, 32)
  return { kind: 'data_key', secret: createSecretKey(Buffer.from(bytes)) }
}
