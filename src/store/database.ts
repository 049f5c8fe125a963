import { Kysely, PostgresDialect } from 'kysely'
import { Pool, types as pgTypes } from 'pg'

import type { Schema } from './schema.ts'

/** Where PostgreSQL is: a URL, or the socket of the embedded server. */
export type DatabaseAddress =
  | { readonly connectionString: string }
  | { readonly host: string; readonly port: number; readonly user: string; readonly database: string }

/** An open database: kysely for our queries, the pool for what brings its own. */
export type Database = { readonly db: Kysely<Schema>; readonly pool: Pool; close(): Promise<void> }

const STATEMENT_TIMEOUT_MS = 15_000
const CONNECT_TIMEOUT_MS = 5_000

const INT8 = 20

// int8 comes as a string by default; ours are sequences and counts, far below 2^53.
const types = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === INT8 ? Number : pgTypes.getTypeParser(oid, format)) as typeof pgTypes.getTypeParser,
}

/** Opens a pool of connections. Nothing connects before the first query. */
export function openDatabase(address: DatabaseAddress, options: { maxConnections?: number } = {}): Database {
  const pool = new Pool({
    ...address,
    types,
    max: options.maxConnections ?? 12,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    application_name: 'sori',
  })
  // A connection that breaks fails the query it carries and is replaced by the pool. Without listeners, one that breaks
  // while idle, or between two statements of a transaction, would end the process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
  return { db, pool, close: () => db.destroy() }
}
