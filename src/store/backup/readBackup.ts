import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'

import { CompiledQuery, type Kysely } from 'kysely'
import { z } from 'zod'

import type { Schema } from '../schema.ts'
import { StoreError } from '../storeError.ts'
import { BACKUP_TABLES, type BackupHeader, type BackupKind, headerSchema, rowsSchema } from './backupFormat.ts'
import { newestMigration } from './writeBackup.ts'

/** Runs a statement, for those whose table is not known beforehand. */
type RunQuery = (
  text: string,
  values?: readonly unknown[],
) => Promise<{ rows: readonly Readonly<Record<string, unknown>>[] }>

/**
 * Puts one file of a backup back. The tables it fills must be empty: nothing is ever overwritten. Restore the keyring as
 * well, or the words stay sealed.
 *
 * @returns which kind of file it was, and how many rows it held
 * @throws {StoreError} `backup_unfit` when the file is none, of another version, or the tables hold something
 */
export async function readBackup(trx: Kysely<Schema>, path: string): Promise<{ kind: BackupKind; rows: number }> {
  const query: RunQuery = async (text, values = []) =>
    trx.executeQuery<Record<string, unknown>>(CompiledQuery.raw(text, [...values]))
  return restoreLines(query, path)
}

async function restoreLines(query: RunQuery, path: string): Promise<{ kind: BackupKind; rows: number }> {
  let header: BackupHeader | undefined
  let count = 0
  for await (const line of createInterface({
    input: createReadStream(path).pipe(createGunzip()),
    crlfDelay: Infinity,
  })) {
    if (!header) {
      header = await checkHeader(query, line, path)
      continue
    }
    count += await insertLine(query, header.kind, line, path)
  }
  if (!header) throw unfit(path, 'is empty')
  if (header.kind === 'record') await moveSequences(query)
  return { kind: header.kind, rows: count }
}

async function checkHeader(query: RunQuery, line: string, path: string): Promise<BackupHeader> {
  const header = headerSchema.safeParse(parseJson(line)).data
  if (!header) throw unfit(path, 'is no backup of ours')
  const here = await newestMigration(query)
  if (header.migration !== here) throw unfit(path, `was taken at ${header.migration}, and this database is at ${here}`)
  for (const table of BACKUP_TABLES[header.kind]) {
    const { rows } = await query(`select 1 from ${table} limit 1`)
    if (rows.length > 0) throw unfit(path, `does not go into a database that is in use: ${table} is not empty`)
  }
  return header
}

async function insertLine(query: RunQuery, kind: BackupKind, line: string, path: string): Promise<number> {
  const parsed = rowsSchema.safeParse(parseJson(line)).data
  const table = BACKUP_TABLES[kind].find((known) => known === parsed?.table)
  if (!parsed || !table) throw unfit(path, 'holds a line that is not ours')
  await query(
    `insert into ${table} overriding system value select * from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
    [JSON.stringify(parsed.rows)],
  )
  return parsed.rows.length
}

const identitySchema = z.object({ table: z.string(), column: z.string() })

// Identities go on after the highest that was restored.
async function moveSequences(query: RunQuery): Promise<void> {
  const { rows } = await query(
    `select table_name as table, column_name as column from information_schema.columns
      where table_schema = 'public' and is_identity = 'YES'`,
  )
  for (const { table, column } of z.array(identitySchema).parse(rows)) {
    await query(
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
