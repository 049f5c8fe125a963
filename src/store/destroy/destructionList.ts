import { mkdir, open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'

import type { Kysely } from 'kysely'
import { z } from 'zod'

import { DESTROYED_KINDS, DESTRUCTION_ACTORS, type DestructionRule } from '../../retention/destruction.ts'
import type { Schema } from '../schema.ts'
import { StoreError } from '../storeError.ts'

/** Name of the list under `DATA_DIR`. */
export const DESTRUCTIONS_FILE = 'destructions.jsonl'

const lineSchema = z.strictObject({
  v: z.literal(1),
  id: z.uuid(),
  at: z.coerce.date(),
  what: z.enum(DESTROYED_KINDS),
  rule: z.custom<DestructionRule>((value) => typeof value === 'string'),
  by: z.enum(DESTRUCTION_ACTORS),
  subject: z.string(),
  keyId: z.uuid(),
})

/** One destruction as the list outside the database tells of it: ids, and nothing of what it was. */
export type DestructionLine = z.infer<typeof lineSchema>

/**
 * Adds to the list what the record has and the list has not. A restore reads it, so that what was destroyed after a backup
 * does not come back with it. A line may be there twice after a crash, which does no harm.
 *
 * @param path of the list; made when absent
 * @returns how many lines were added
 */
export async function listDestructions(db: Kysely<Schema>, path: string, now: Date): Promise<number> {
  const rows = await db
    .selectFrom('destructions')
    .select(['id', 'at', 'what', 'rule', 'done_by', 'subject', 'key_id'])
    .where('listed_at', 'is', null)
    .where('subject', 'is not', null)
    .where('key_id', 'is not', null)
    .$narrowType<{ subject: string; key_id: string }>()
    .orderBy('sequence')
    .execute()
  const lines = rows.map(({ id, at, what, rule, done_by, subject, key_id }): DestructionLine => ({
    v: 1,
    id,
    at,
    what,
    rule,
    by: done_by,
    subject,
    keyId: key_id,
  }))
  await append(path, lines)
  if (lines.length > 0) await markListed(db, lines, now)
  return lines.length
}

/**
 * Reads a list.
 *
 * @throws {StoreError} `destruction_list_invalid`, naming the line; ENOENT where there is no such file
 */
export async function readDestructions(path: string): Promise<readonly DestructionLine[]> {
  const text = await readFile(path, 'utf8')
  return text.split('\n').flatMap((line, index) => {
    if (line === '') return []
    const read = lineSchema.safeParse(parseJson(line))
    if (read.success) return [read.data]
    throw new StoreError('destruction_list_invalid', `${path} cannot be read at line ${index + 1}.`)
  })
}

async function append(path: string, lines: readonly DestructionLine[]): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await using file = await open(path, 'a', 0o600)
  await file.appendFile(lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  await file.sync()
}

async function markListed(db: Kysely<Schema>, lines: readonly DestructionLine[], now: Date): Promise<void> {
  const ids = lines.map(({ id }) => id)
  await db.updateTable('destructions').set({ listed_at: now }).where('id', 'in', ids).execute()
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
