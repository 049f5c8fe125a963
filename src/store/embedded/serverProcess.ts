import { once } from 'node:events'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type { EmbeddedConnection } from './embeddedConnection.ts'
import type { Launcher } from './launcher.ts'

/** Where the server's death is told; a pino logger fits. */
export type ServerLog = { error(fields: object, message: string): void }

/** A running server, or one that was. */
export type ServerProcess = {
  isAlive(): boolean
  /** Resolves when the process is gone, for whatever reason. */
  readonly gone: Promise<void>
  /** Fast shutdown; resolves when the process is gone, also when it was before. */
  stop(): Promise<void>
}

type ServerOptions = {
  /** The data folder; the database is in `postgres` below it, the server's log in `postgres.log`. */
  readonly home: string
  readonly postgres: string
  readonly connection: EmbeddedConnection
  readonly launcher: Launcher
  readonly log: ServerLog
  readonly fsync: boolean
}

const fastShutdownMs = 15_000

const settings = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '60',
  shared_buffers: '32MB',
  // An old file of the write-ahead log is deleted, and not kept for later with destroyed keys in it.
  wal_recycle: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // What clients send must not reach the log: no failed statements, no details such as the values of a key.
  log_min_messages: 'log',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
}

const carelessSettings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

/** Spawns the server; that it answers is still to be waited for. */
export async function spawnServer(options: ServerOptions): Promise<ServerProcess> {
  const logFile = await open(join(options.home, 'postgres.log'), 'a', 0o600)
  const child = options.launcher.launch(options.postgres, argumentsFor(options), ['ignore', logFile.fd, logFile.fd])
  let stopping = false
  let alive = true
  const onGone = (outcome: object): void => {
    alive = false
    if (!stopping) options.log.error({ code: 'embedded_postgres_died', ...outcome }, 'The embedded PostgreSQL ended.')
  }
  const gone = once(child, 'exit').then(
    ([exitCode, signal]) => onGone({ exitCode, signal }),
    (error) => onGone({ error }),
  )
  await logFile.close()
  return {
    isAlive: () => alive,
    gone,
    async stop() {
      stopping = true
      child.kill('SIGINT')
      const impatience = setTimeout(() => child.kill('SIGQUIT'), fastShutdownMs)
      await gone
      clearTimeout(impatience)
    },
  }
}

function argumentsFor({ home, connection, fsync }: ServerOptions): readonly string[] {
  const all = { ...settings, ...(fsync ? {} : carelessSettings) }
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return ['-D', join(home, 'postgres'), '-k', connection.host, '-p', String(connection.port), ...flags]
}
