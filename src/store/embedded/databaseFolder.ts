import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { StoreError } from '../storeError.ts'
import type { Launcher, Owner } from './launcher.ts'

type FolderOptions = {
  /** Real path of the database folder. */
  readonly folder: string
  readonly user: string
  /** Path of the program. */
  readonly initdb: string
  readonly launcher: Launcher
  readonly fsync: boolean
}

/**
 * Makes sure that `folder` is a whole database cluster that the server may read. A new one is made beside it and
 * renamed when finished, so a start that was interrupted leaves no half cluster; what such starts left is removed.
 *
 * @throws StoreError `embedded_postgres_failed` with what initdb said.
 */
export async function prepareDatabaseFolder(options: FolderOptions): Promise<void> {
  const { folder, launcher } = options
  await removeDrafts(folder)
  await letThrough(launcher.owner, dirname(folder))
  const exists = await stat(folder).catch(() => undefined)
  await (exists ? giveTo(launcher.owner, folder) : initialize(options))
}

const draftPrefix = (folder: string): string => `${folder}.new-`

async function removeDrafts(folder: string): Promise<void> {
  const parent = dirname(folder)
  const drafts = (await readdir(parent)).filter((name) => name.startsWith(basename(draftPrefix(folder))))
  for (const draft of drafts)
    await rm(join(parent, draft), { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
}

async function initialize({ folder, user, initdb, launcher, fsync }: FolderOptions): Promise<void> {
  const draft = await mkdtemp(draftPrefix(folder))
  await giveTo(launcher.owner, draft)
  const settings = ['--username', user, '--auth', 'trust', '--encoding', 'UTF8', '--locale', 'C', '--no-instructions']
  const args = ['-D', draft, ...settings, ...(fsync ? [] : ['--no-sync'])]
  const child = launcher.launch(initdb, args, ['ignore', 'ignore', 'pipe'])
  const [[code], complaint] = await Promise.all([once(child, 'close'), child.stderr ? text(child.stderr) : ''])
  if (code !== 0) throw new StoreError('embedded_postgres_failed', `initdb ended with ${code}: ${complaint.trim()}`)
  await rename(draft, folder)
  if (fsync) await syncFolder(dirname(folder))
}

/** A server that runs as somebody else must at least pass through the folder above its own. */
async function letThrough(owner: Owner, parent: string): Promise<void> {
  const { uid, mode } = await stat(parent)
  if (uid !== owner.uid) await chmod(parent, mode | 0o011)
}

async function giveTo({ uid, gid }: Owner, folder: string): Promise<void> {
  if ((await stat(folder)).uid !== uid) await promisify(execFile)('chown', ['-R', `${uid}:${gid}`, folder])
}

async function syncFolder(path: string): Promise<void> {
  await using folder = await open(path)
  await folder.sync()
}
