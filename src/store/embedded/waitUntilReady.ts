import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { StoreError } from '../storeError.ts'
import type { EmbeddedConnection } from './embeddedConnection.ts'

/** For the socket to appear. Recovery after a crash comes later and may take what it takes. */
const socketMs = 60_000
const betweenTriesMs = 10

/**
 * Resolves once the server answers and has its database, which is made at the first start.
 *
 * @throws StoreError `embedded_postgres_failed` when the server ends or never opens its socket.
 */
export async function waitUntilReady(connection: EmbeddedConnection, isAlive: () => boolean): Promise<void> {
  const deadline = performance.now() + socketMs
  for (;;) {
    const state = await tryConnection(connection)
    if (state === 'ready') return
    if (state === 'no_database') return createDatabase(connection)
    if (!isAlive()) throw failed('ended while starting')
    if (state === 'no_socket' && performance.now() > deadline) throw failed('did not open its socket')
    await sleep(betweenTriesMs)
  }
}

type State = 'ready' | 'no_database' | 'recovering' | 'no_socket'

const stateByErrorCode: Readonly<Record<string, State>> = {
  '3D000': 'no_database',
  '57P03': 'recovering',
  ENOENT: 'no_socket',
  ECONNREFUSED: 'no_socket',
}

async function tryConnection(connection: EmbeddedConnection): Promise<State> {
  const client = new Client(connection)
  try {
    await client.connect()
    return 'ready'
  } catch (error) {
    const state = stateByErrorCode[(error as { code?: string }).code ?? '']
    if (!state) throw failed('cannot be reached', error)
    return state
  } finally {
    await client.end()
  }
}

async function createDatabase(connection: EmbeddedConnection): Promise<void> {
  const client = new Client({ ...connection, database: 'postgres' })
  await client.connect()
  try {
    await client.query(`create database ${client.escapeIdentifier(connection.database)}`)
  } finally {
    await client.end()
  }
}

const failed = (what: string, cause?: unknown): StoreError =>
  new StoreError('embedded_postgres_failed', `The embedded PostgreSQL ${what}; postgres.log may say why.`, { cause })
