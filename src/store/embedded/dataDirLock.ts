import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { connect, createServer, type Server } from 'node:net'
import { text } from 'node:stream/consumers'
import { StoreError } from '../storeError.ts'

/** Held until released or until the process ends, in whatever way it ends. */
export type DataDirLock = { release(): Promise<void> }

/**
 * Makes this process the only one to work on `dataDir`. The lock is an abstract unix socket named after the folder:
 * the kernel gives a name to one process at a time and takes it back when that process dies (unix(7)). Whoever
 * connects is told the holder's pid. It is seen within one network namespace: containers sharing a volume each have
 * a name space of their own.
 *
 * @param dataDir the folder's real path
 * @throws StoreError `data_dir_in_use`, naming the holder.
 */
export async function lockDataDir(dataDir: string): Promise<DataDirLock> {
  const name = `\0sori-${createHash('sha256').update(dataDir).digest('hex')}`
  const server = createServer((caller) => caller.on('error', () => caller.destroy()).end(String(process.pid)))
  try {
    await once(server.listen(name), 'listening')
  } catch (cause) {
    throw (cause as NodeJS.ErrnoException).code === 'EADDRINUSE' ? await inUse(dataDir, name) : cause
  }
  server.unref()
  return { release: () => closeServer(server) }
}

async function inUse(dataDir: string, name: string): Promise<StoreError> {
  const pid = await askHolder(name)
  const advice = 'Stop it, or give this one another DATA_DIR.'
  return new StoreError(
    'data_dir_in_use',
    `${dataDir} is in use by ${pid ? `process ${pid}` : 'another process'}. ${advice}`,
  )
}

/** Undefined when the holder is too busy to say, or gone by now. */
async function askHolder(name: string): Promise<string | undefined> {
  const socket = connect(name)
  socket.setTimeout(1000, () => socket.destroy(new Error('The holder is silent.')))
  return text(socket).catch(() => undefined)
}

async function closeServer(server: Server): Promise<void> {
  if (!server.listening) return
  server.close()
  await once(server, 'close')
}
