import type { z } from 'zod'

import { type DataKey, open, seal } from './encryption/sealing.ts'
import { StoreError, type StoreErrorCode } from './storeError.ts'

/** Seals a value as JSON. `context` names its place, such as `tickets.content:<id>`. */
export function sealJson(key: DataKey, value: unknown, context: string): Buffer {
  return seal(key, JSON.stringify(value), context)
}

/** What to expect in one sealed column. */
export type StoredShape<T> = { readonly schema: z.ZodType<T>; readonly code: StoreErrorCode }

/**
 * Opens what `sealJson` sealed, and checks it once.
 *
 * @throws {StoreError} the shape's code, naming the place alone, when it is not as this version writes it
 */
export function openJson<T>(key: DataKey, sealed: Buffer, context: string, { schema, code }: StoredShape<T>): T {
  const read = schema.safeParse(JSON.parse(open(key, sealed, context)))
  if (read.success) return read.data
  throw new StoreError(code, `What is stored at ${context} is not as this version writes it.`)
}
