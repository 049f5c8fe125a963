import type { KeyObject } from 'node:crypto'

import { createKeyFile } from './keyFile.ts'
import { type MasterKey, parseEncryptionKeys, parseLookupKey } from './keys.ts'

type KeySettings = {
  readonly ENCRYPTION_KEYS?: string | undefined
  readonly LOOKUP_KEY?: string | undefined
  readonly dataDir: string
}

/**
 * The keys of the environment or, where it names none, those kept under the data folder.
 *
 * @throws {StoreError} `invalid_keys`
 */
export async function readKeys({
  ENCRYPTION_KEYS,
  LOOKUP_KEY,
  dataDir,
}: KeySettings): Promise<{ readonly master: readonly [MasterKey, ...MasterKey[]]; readonly lookup: KeyObject }> {
  const given =
    ENCRYPTION_KEYS !== undefined && LOOKUP_KEY !== undefined
      ? { ENCRYPTION_KEYS, LOOKUP_KEY }
      : await createKeyFile(dataDir)
  return { master: parseEncryptionKeys(given.ENCRYPTION_KEYS), lookup: parseLookupKey(given.LOOKUP_KEY) }
}
