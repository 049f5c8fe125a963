import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'

import type pg from 'pg'

import { StoreError } from '../storeError.ts'
import { BACKUP_TABLES, type BackupHeader, type BackupKind, headerSchema, rowsSchema } from './backupFormat.ts'
import { newestMigration } from './writeBackup.ts'

/**
 * Puts one file of a backup back, all of it or nothing. The tables it fills must be empty: nothing is ever overwritten.
 * Restore the keyring as well, or the words stay sealed.
 *
 * @returns which kind of file it was, and how many rows it held
 * @throws {StoreError} `backup_unfit` when the file is none, of another version, or the tables hold something
 */
export async function readBackup(pool: pg.Pool, path: string): Promise<{ kind: BackupKind; rows: number }> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const restored = await restoreLines(client, path)
    await client.query('commit')
    return restored
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

async function restoreLines(client: pg.PoolClient, path: string): Promise<{ kind: BackupKind; rows: number }> {
  let header: BackupHeader | undefined
  let count = 0
  for await (const line of createInterface({
    input: createReadStream(path).pipe(createGunzip()),
    crlfDelay: Infinity,
  })) {
    if (!header) {
      header = await checkHeader(client, line, path)
      continue
    }
    count += await insertLine(client, header.kind, line, path)
  }
  if (!header) throw unfit(path, 'is empty')
  if (header.kind === 'record') await moveSequences(client)
  return { kind: header.kind, rows: count }
}

async function checkHeader(client: pg.PoolClient, line: string, path: string): Promise<BackupHeader> {
  const header = headerSchema.safeParse(parseJson(line)).data
  if (!header) throw unfit(path, 'is no backup of ours')
  const here = await newestMigration(client)
  if (header.migration !== here) throw unfit(path, `was taken at ${header.migration}, and this database is at ${here}`)
  for (const table of BACKUP_TABLES[header.kind]) {
    const { rows } = await client.query(`select 1 from ${table} limit 1`)
    if (rows.length > 0) throw unfit(path, `does not go into a database that is in use: ${table} is not empty`)
  }
  return header
}

async function insertLine(client: pg.PoolClient, kind: BackupKind, line: string, path: string): Promise<number> {
  const parsed = rowsSchema.safeParse(parseJson(line)).data
  const table = BACKUP_TABLES[kind].find((known) => known === parsed?.table)
  if (!parsed || !table) throw unfit(path, 'holds a line that is not ours')
  await client.query(
    `insert into ${table} overriding system value select * from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
    [JSON.stringify(parsed.rows)],
  )
  return parsed.rows.length
}

// Identities go on after the highest that was restored.
async function moveSequences(client: pg.PoolClient): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string }>(
    `select table_name as table, column_name as column from information_schema.columns
      where table_schema = 'public' and is_identity = 'YES'`,
  )
  for (const { table, column } of rows) {
    await client.query(
      `select setval(pg_get_serial_sequence($1, $2), (select coalesce(max(${column}), 0) + 1 from ${table}), false)`,
      [table, column],
    )
  }
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

function unfit(path: string, problem: string): StoreError {
  return new StoreError('backup_unfit', `${path} ${problem}.`)
}
