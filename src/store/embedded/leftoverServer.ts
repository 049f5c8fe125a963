import { readdir, readFile, readlink, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const patienceMs = 15_000

/**
 * Waits until no PostgreSQL process works in `folder` any more: one of an application that was killed is dying, or,
 * where nothing stopped it, still serving. It is asked to shut down fast, and killed when it does not; PostgreSQL
 * recovers from both. To be called only by the holder of the folder's lock.
 *
 * @param folder real path of the database folder
 */
export async function stopLeftoverServer(folder: string): Promise<void> {
  const postmaster = await readPostmasterPid(folder)
  const deadline = performance.now() + patienceMs
  let asked = false
  for (let left = await processesIn(folder); left.length > 0; left = await processesIn(folder)) {
    if (performance.now() > deadline) left.forEach((pid) => signal(pid, 'SIGKILL'))
    else if (!asked && postmaster && left.includes(postmaster)) signal(postmaster, 'SIGINT')
    asked = true
    await sleep(10)
  }
  // Its pid may be another program's by now, which would make PostgreSQL refuse to start.
  await rm(join(folder, 'postmaster.pid'), { force: true })
}

async function readPostmasterPid(folder: string): Promise<number | undefined> {
  const text = await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => undefined)
  return text === undefined ? undefined : Number.parseInt(text, 10)
}

/** Every process of a server has its database folder as working directory, backends that lost their postmaster too. */
async function processesIn(folder: string): Promise<readonly number[]> {
  const pids = (await readdir('/proc')).map(Number).filter(Number.isInteger)
  const found = await Promise.all(pids.map((pid) => isPostgresIn(folder, pid)))
  return pids.filter((_, index) => found[index])
}

async function isPostgresIn(folder: string, pid: number): Promise<boolean> {
  try {
    if ((await readlink(`/proc/${pid}/cwd`)) !== folder) return false
    return (await readFile(`/proc/${pid}/comm`, 'utf8')).trim() === 'postgres'
  } catch {
    // Gone meanwhile, a zombie, or another user's.
    return false
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // Gone meanwhile.
  }
}
