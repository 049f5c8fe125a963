import { randomBytes, randomUUID } from 'node:crypto'
import { link, mkdir, open, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { StoreError } from '../storeError.ts'

/** The key settings as text, in the form their environment variables have. */
export type KeyFile = { readonly ENCRYPTION_KEYS: string; readonly LOOKUP_KEY: string }

const keyFileSchema = z.strictObject({ ENCRYPTION_KEYS: z.string().min(1), LOOKUP_KEY: z.string().min(1) })

/**
 * The keys kept in `<dataDir>/keys.json` (mode 0600), made on the first call. For use outside production only:
 * these keys lie beside what they protect. Of two first starts at once, both get the keys of one.
 *
 * @throws StoreError `invalid_keys` when the file is there but unreadable as keys; it is never replaced.
 */
export async function createKeyFile(dataDir: string): Promise<KeyFile> {
  const path = join(dataDir, 'keys.json')
  const kept = await readKeyFile(path)
  if (kept) return kept
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  await writeOnce(path, JSON.stringify(newKeys(), undefined, 2))
  const written = await readKeyFile(path)
  if (!written) throw new StoreError('invalid_keys', `${path} vanished while it was being made.`)
  return written
}

function newKeys(): KeyFile {
  const key = (): string => randomBytes(32).toString('base64')
  return { ENCRYPTION_KEYS: `local-1:${key()}`, LOOKUP_KEY: key() }
}

async function readKeyFile(path: string): Promise<KeyFile | undefined> {
  const text = await readFile(path, 'utf8').catch(ignoring('ENOENT'))
  if (text === undefined) return undefined
  try {
    return keyFileSchema.parse(JSON.parse(text))
  } catch {
    // The cause is left out: a JSON error quotes the text it stumbled over.
    throw new StoreError('invalid_keys', `${path} does not hold ENCRYPTION_KEYS and LOOKUP_KEY.`)
  }
}

/** A hard link appears whole or not at all, and refuses to replace the file of a faster start. */
async function writeOnce(path: string, text: string): Promise<void> {
  const draft = `${path}.${randomUUID()}`
  const file = await open(draft, 'wx', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
    await link(draft, path).catch(ignoring('EEXIST'))
    await syncFolder(dirname(path))
  } finally {
    await file.close()
    await rm(draft)
  }
}

/** Without it a power cut could take the keys and leave what they encrypted. */
async function syncFolder(path: string): Promise<void> {
  await using folder = await open(path)
  await folder.sync()
}

const ignoring =
  (code: string) =>
  (error: NodeJS.ErrnoException): undefined => {
    if (error.code !== code) throw error
  }
