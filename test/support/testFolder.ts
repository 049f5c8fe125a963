import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const namePattern = /^sori-test-(\d+)-/

/** A temporary folder named after this process. Those of test runs that were killed are removed on this occasion. */
export async function makeTestFolder(): Promise<string> {
  const stale = (await readdir(tmpdir())).filter(
    (name) => !isRunning(Number(namePattern.exec(name)?.[1] ?? process.pid)),
  )
  await Promise.all(stale.map((name) => removeTestFolder(join(tmpdir(), name))))
  return mkdtemp(join(tmpdir(), `sori-test-${process.pid}-`))
}

/** Removes it although a server that is just ending may still write into it. */
export async function removeTestFolder(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
