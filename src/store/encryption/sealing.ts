import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from 'node:crypto'
import { StoreError } from '../storeError.ts'

/** A key that seals content, told apart by `kind` from keys that wrap or look up. */
export type DataKey = { readonly kind: 'data_key'; readonly secret: KeyObject }

const version = 1
const nonceBytes = 12
const tagBytes = 16
const headBytes = 1 + nonceBytes

/**
 * Encrypts with AES-256-GCM: version (1 byte), random nonce (12), ciphertext, tag (16). NIST SP 800-38D §8.3 allows
 * 2^32 random nonces under one key.
 *
 * @param context where the text lives, such as `tickets.content:<id>`; it is authenticated, so that a sealed value
 *   opens only in its own place.
 */
export function seal(key: DataKey, plaintext: string, context: string): Buffer {
  return sealBytes(key.secret, Buffer.from(plaintext, 'utf8'), context)
}

/**
 * Decrypts what {@link seal} made for the same context.
 *
 * @throws StoreError `cannot_decrypt`, which names the context and nothing else.
 */
export function open(key: DataKey, sealed: Uint8Array, context: string): string {
  return openBytes(key.secret, sealed, context).toString('utf8')
}

/** As {@link seal}, for bytes under any 32-byte key. */
export function sealBytes(secret: KeyObject, plaintext: Uint8Array, context: string): Buffer {
  const head = Buffer.concat([Buffer.of(version), randomBytes(nonceBytes)])
  const cipher = createCipheriv('aes-256-gcm', secret, head.subarray(1), { authTagLength: tagBytes })
  cipher.setAAD(aadOf(context))
  return Buffer.concat([head, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()])
}

/**
 * As {@link open}, for bytes under any 32-byte key.
 *
 * @throws StoreError `cannot_decrypt`.
 */
export function openBytes(secret: KeyObject, sealed: Uint8Array, context: string): Buffer {
  if (sealed[0] !== version || sealed.length < headBytes + tagBytes) throw cannotDecrypt(context)
  try {
    const nonce = sealed.subarray(1, headBytes)
    const decipher = createDecipheriv('aes-256-gcm', secret, nonce, { authTagLength: tagBytes })
    decipher.setAAD(aadOf(context))
    decipher.setAuthTag(sealed.subarray(-tagBytes))
    return Buffer.concat([decipher.update(sealed.subarray(headBytes, -tagBytes)), decipher.final()])
  } catch {
    throw cannotDecrypt(context)
  }
}

const aadOf = (context: string): Buffer => Buffer.from(`sori/${version}/${context}`, 'utf8')

const cannotDecrypt = (context: string): StoreError =>
  new StoreError('cannot_decrypt', `The value at ${context} does not open with its key.`)
