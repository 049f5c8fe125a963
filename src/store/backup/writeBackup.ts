import { createWriteStream } from 'node:fs'
import { mkdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'

import type pg from 'pg'
import { z } from 'zod'

import { BACKUP_TABLES, type BackupHeader, type BackupKind } from './backupFormat.ts'

const ROWS_PER_LINE = 200
/** Each of these rows may hold megabytes. */
const LARGE: readonly string[] = ['attachments']

/**
 * Writes both files of a backup, from one moment: `sori-<time>-record.jsonl.gz` and `…-keyring.jsonl.gz`, each in its
 * folder. Words in them are as sealed as in the database. Keep the keyring elsewhere, and only for days.
 *
 * @returns the paths of the two files
 */
export async function writeBackup(
  pool: pg.Pool,
  folders: Readonly<Record<BackupKind, string>>,
  now: Date,
): Promise<Readonly<Record<BackupKind, string>>> {
  for (const folder of Object.values(folders)) await mkdir(folder, { recursive: true, mode: 0o700 })
  const client = await pool.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    const stamp = now.toISOString().replaceAll(/[:.]/g, '-')
    const header = {
      format: 'sori-backup',
      version: 1,
      migration: await newestMigration((text) => client.query(text)),
      takenAt: now.toISOString(),
    } as const
    const paths = {
      record: join(folders.record, `sori-${stamp}-record.jsonl.gz`),
      keyring: join(folders.keyring, `sori-${stamp}-keyring.jsonl.gz`),
    }
    for (const kind of ['record', 'keyring'] as const) await writeFile(client, { ...header, kind }, paths[kind])
    await client.query('commit')
    return paths
  } finally {
    client.release()
  }
}

// A file that is there is whole: it gets its name when the last byte is written.
async function writeFile(client: pg.PoolClient, header: BackupHeader, path: string): Promise<void> {
  const draft = `${path}.part`
  await pipeline(Readable.from(linesOf(client, header)), createGzip(), createWriteStream(draft, { mode: 0o600 }))
  await rename(draft, path)
}

async function* linesOf(client: pg.PoolClient, header: BackupHeader): AsyncGenerator<string> {
  yield `${JSON.stringify(header)}\n`
  for (const table of BACKUP_TABLES[header.kind]) {
    await client.query(`declare backup no scroll cursor for select to_jsonb(t) as row from ${table} t`)
    for (;;) {
      const { rows } = await client.query<{ row: unknown }>(
        `fetch ${LARGE.includes(table) ? 1 : ROWS_PER_LINE} from backup`,
      )
      if (rows.length === 0) break
      yield `${JSON.stringify({ table, rows: rows.map(({ row }) => row) })}\n`
    }
    await client.query('close backup')
  }
}

/** The newest migration the database has had. */
export async function newestMigration(
  query: (text: string) => Promise<{ rows: readonly Readonly<Record<string, unknown>>[] }>,
): Promise<string> {
  const { rows } = await query('select name from kysely_migration order by name desc limit 1')
  return z.object({ name: z.string() }).parse(rows[0]).name
}
