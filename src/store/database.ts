import type { Socket } from 'node:net'

import { Kysely, PostgresDialect } from 'kysely'
import { Pool, type PoolClient, types as pgTypes } from 'pg'

import type { Schema } from './schema.ts'

/** Where PostgreSQL is: a URL, or the socket of the embedded server. */
export type DatabaseAddress =
  | { readonly connectionString: string }
  | { readonly host: string; readonly port: number; readonly user: string; readonly database: string }

/** An open database: kysely for our queries, the pool for what brings its own. */
export type Database = { readonly db: Kysely<Schema>; readonly pool: Pool; close(): Promise<void> }

const STATEMENT_TIMEOUT_MS = 15_000
/** What the server's own word that it timed out may take to get here. */
const SILENCE_AFTER_TIMEOUT_MS = 1_000
const CONNECT_TIMEOUT_MS = 5_000

const INT8 = 20

// int8 comes as a string by default; ours are sequences and counts, far below 2^53.
const types = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === INT8 ? Number : pgTypes.getTypeParser(oid, format)) as typeof pgTypes.getTypeParser,
}

type DatabaseOptions = {
  readonly maxConnections?: number
  /** 0: none, for work that may take what it takes. */
  readonly statementTimeoutMs?: number
}

/** Opens a pool of connections. Nothing connects before the first query. */
export function openDatabase(address: DatabaseAddress, options: DatabaseOptions = {}): Database {
  const { maxConnections = 12, statementTimeoutMs = STATEMENT_TIMEOUT_MS } = options
  const pool = new Pool({
    ...address,
    types,
    max: maxConnections,
    statement_timeout: statementTimeoutMs,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    application_name: 'sori',
  })
  // A connection that breaks fails the query it carries and is replaced by the pool. Without listeners, one that breaks
  // while idle, or between two statements of a transaction, would end the process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => {
    client.on('error', () => undefined)
    if (statementTimeoutMs > 0) endWhenSilent(client, statementTimeoutMs + SILENCE_AFTER_TIMEOUT_MS)
  })
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
  return { db, pool, close: () => db.destroy() }
}

/**
 * The server ends every statement in time, so a connection over which nothing has come for longer has lost it: a network
 * that swallows packets would keep the query, and whoever waits for it, for many minutes.
 */
function endWhenSilent(client: PoolClient, silentMs: number): void {
  const { stream } = (client as PoolClient & { readonly connection: { readonly stream: Socket } }).connection
  stream.setTimeout(silentMs, () => stream.destroy(new Error('PostgreSQL is silent.')))
}
