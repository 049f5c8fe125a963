import { createHash } from 'node:crypto'
import { chmod, chown, lstat, mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { StoreError } from '../storeError.ts'
import type { Owner } from './launcher.ts'

/** unix(7) allows a socket's path 107 bytes, of which the server's `/.s.PGSQL.5432` takes 14. */
const longestBytes = 86

/** Where the server of `dataDir` (a real path) has its socket: always the same place, and short enough for one. */
export function socketDirOf(dataDir: string): string {
  const name = `sori-${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}`
  const usual = join(tmpdir(), name)
  return Buffer.byteLength(usual) <= longestBytes ? usual : join('/tmp', name)
}

/**
 * Makes the folder for the server's user alone. Its name can be foretold, so a folder that a stranger put there is
 * refused.
 *
 * @param uid this process's user
 * @throws StoreError `socket_dir_unsafe`
 */
export async function makeSocketDir(path: string, uid: number, owner: Owner): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 })
  const status = await lstat(path)
  if (!status.isDirectory() || ![uid, owner.uid].includes(status.uid))
    throw new StoreError('socket_dir_unsafe', `${path} belongs to somebody else. Remove it, or set TMPDIR elsewhere.`)
  await chmod(path, 0o700)
  if (status.uid !== owner.uid) await chown(path, owner.uid, owner.gid)
}
