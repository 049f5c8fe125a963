import { mkdir, realpath, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { lockDataDir } from './dataDirLock.ts'
import { prepareDatabaseFolder } from './databaseFolder.ts'
import { embeddedConnection, type EmbeddedConnection } from './embeddedConnection.ts'
import { currentUser, findLauncher } from './launcher.ts'
import { StoreError } from '../storeError.ts'
import { stopLeftoverServer } from './leftoverServer.ts'
import { findPostgresBinaries } from './postgresBinaries.ts'
import { spawnServer, type ServerLog, type ServerProcess } from './serverProcess.ts'
import { makeSocketDir } from './socketDir.ts'
import { waitUntilReady } from './waitUntilReady.ts'

const BETWEEN_STARTS_MS = 1_000

export type EmbeddedPostgres = {
  readonly connection: EmbeddedConnection
  /** Shuts the server down fast and lets the data folder go; resolves when both are done. Safe to call twice. */
  stop(): Promise<void>
}

type StartOptions = {
  /** The application's data folder; made when absent. The database lives in `postgres` below it. */
  readonly dataDir: string
  readonly log: ServerLog
  /** False only where losing everything in a power cut is fine, such as in tests. */
  readonly fsync?: boolean
}

/**
 * Starts the PostgreSQL server that comes with the application, on its first start with a new database, and resolves
 * when it answers. It listens on a unix socket in a private folder and on no port. Where it ends by itself it is started
 * again. It dies with this process, however that ends, and a next start first waits for what is left of it.
 *
 * @throws StoreError `data_dir_in_use` at once when another application works on the folder;
 *   `embedded_postgres_unsupported`, `embedded_postgres_failed` or `socket_dir_unsafe` when it cannot start.
 */
export async function startEmbeddedPostgres({ dataDir, log, fsync = true }: StartOptions): Promise<EmbeddedPostgres> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const home = await realpath(dataDir)
  const lock = await lockDataDir(home)
  try {
    const server = await keepServer(home, log, fsync)
    let stopped: Promise<void> | undefined
    const stop = async (): Promise<void> => {
      await server.stop()
      await lock.release()
    }
    return { connection: server.connection, stop: () => (stopped ??= stop()) }
  } catch (error) {
    await lock.release()
    throw error
  }
}

type Server = EmbeddedPostgres & Pick<ServerProcess, 'gone'>

/** A server that is started again whenever it ends by itself, until it is stopped. */
async function keepServer(home: string, log: ServerLog, fsync: boolean): Promise<EmbeddedPostgres> {
  let server = await startServer(home, log, fsync)
  const stopping = new AbortController()

  async function startAgain(): Promise<Server> {
    try {
      return await startServer(home, log, fsync)
    } catch (error) {
      log.error({ code: error instanceof StoreError ? error.code : 'unknown' }, 'It could not be started again.')
      await sleep(BETWEEN_STARTS_MS)
      return server
    }
  }
  async function watch(): Promise<void> {
    await server.gone
    while (!stopping.signal.aborted) {
      server = await startAgain()
      if (!stopping.signal.aborted) await server.gone
    }
  }
  const watching = watch()

  return {
    connection: server.connection,
    async stop() {
      stopping.abort()
      await server.stop()
      // One that was just being started again is stopped, too.
      await watching
      await server.stop()
    },
  }
}

async function startServer(home: string, log: ServerLog, fsync: boolean): Promise<Server> {
  const connection = embeddedConnection(home)
  const { initdb, postgres } = findPostgresBinaries()
  const user = currentUser()
  const launcher = await findLauncher(user)
  const folder = join(home, 'postgres')
  await stopLeftoverServer(folder)
  await prepareDatabaseFolder({ folder, user: connection.user, initdb, launcher, fsync })
  await makeSocketDir(connection.host, user.uid, launcher.owner)
  const server = await spawnServer({ home, postgres, connection, launcher, log, fsync })
  const stop = async (): Promise<void> => {
    await server.stop()
    await rm(connection.host, { recursive: true, force: true })
  }
  await waitUntilReady(connection, () => server.isAlive()).catch(async (error) => {
    await stop()
    throw error
  })
  return { connection, gone: server.gone, stop }
}
