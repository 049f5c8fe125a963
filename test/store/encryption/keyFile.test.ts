import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { mkdir, mkdtemp, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { inspect } from 'node:util'
import { createKeyFile } from '../../../src/store/encryption/keyFile.ts'
import { parseEncryptionKeys, parseLookupKey } from '../../../src/store/encryption/keys.ts'

let folder: string
let dataDir: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sori-keys-'))
  dataDir = join(folder, 'data')
})
afterEach(() => rm(folder, { recursive: true }))

describe('the key file', () => {
  it('holds keys that parse, readable by its owner alone', async () => {
    const keys = await createKeyFile(dataDir)
    expect(parseEncryptionKeys(keys.ENCRYPTION_KEYS)).toHaveLength(1)
    expect(parseLookupKey(keys.LOOKUP_KEY).symmetricKeySize).toBe(32)
    expect(((await stat(join(dataDir, 'keys.json'))).mode & 0o777).toString(8)).toBe('600')
  })

  it('gives the same keys at the next start', async () => {
    expect(await createKeyFile(dataDir)).toEqual(await createKeyFile(dataDir))
  })

  it('gives the same keys to starts that race, and leaves one file', async () => {
    const delays = Array.from({ length: 20 }, (_, index) => index / 4)
    const all = await Promise.all(delays.map((delayMs) => sleep(delayMs).then(() => createKeyFile(dataDir))))
    expect(new Set(all.map(({ LOOKUP_KEY }) => LOOKUP_KEY)).size).toBe(1)
    expect(await readdir(dataDir)).toEqual(['keys.json'])
  })

  it('never replaces what another start put in its place meanwhile', async () => {
    await mkdir(dataDir)
    // Not there for the first look, and in the way when it comes to writing.
    await symlink(join(folder, 'elsewhere'), join(dataDir, 'keys.json'))
    await expect(createKeyFile(dataDir)).rejects.toMatchObject({ code: 'invalid_keys' })
    expect(await readdir(folder)).toEqual(['data'])
  })

  it.each(['', '{"ENCRYPTION_KEYS":"a:secr', '{"ENCRYPTION_KEYS":"a:secret"}'])(
    'refuses a damaged file without quoting it, rather than losing keys: %#',
    async (text) => {
      await createKeyFile(dataDir)
      await writeFile(join(dataDir, 'keys.json'), text)
      const failure = await createKeyFile(dataDir).catch((error: unknown) => error)
      expect(failure).toMatchObject({ code: 'invalid_keys' })
      expect(inspect(failure)).toContain('keys.json does not hold ENCRYPTION_KEYS and LOOKUP_KEY.')
      expect(inspect(failure)).not.toContain('secr')
    },
  )
})
