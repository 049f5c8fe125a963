import { Pool } from 'pg'

import { createEnvelope } from '../../src/store/encryption/envelope.ts'
import { parseEncryptionKeys } from '../../src/store/encryption/keys.ts'
import { type DataKey, open } from '../../src/store/encryption/sealing.ts'
import { placeOf } from '../../src/store/sealedPlaces.ts'

type Row = Readonly<Record<string, unknown>>

/** Everything a database holds: as it lies there, and as whoever has the keys reads it. */
export type DatabaseText = { readonly stored: string; readonly opened: string }

/** Reads every table of every schema, and opens everything that is sealed. */
export async function readWholeDatabase(connectionString: string, encryptionKeys: string): Promise<DatabaseText> {
  const pool = new Pool({ connectionString, max: 1 })
  // A pool has ended before its connections are closed: the database may be dropped under one.
  pool.on('error', () => undefined)
  try {
    const tables = await listTables(pool)
    const rows = new Map<string, readonly Row[]>()
    for (const table of tables) rows.set(table, (await pool.query<Row>(`select * from ${table}`)).rows)
    const stored = [...rows].map(([table, found]) => `${table}\n${found.map(asItLies).join('\n')}`).join('\n')
    return { stored, opened: openAll(rows, encryptionKeys) }
  } finally {
    await pool.end()
  }
}

/**
 * Tells whether a text holds a canary, however it was written: digits count through blanks, dashes and other forms of
 * the same digits.
 */
export function holds(text: string, canary: string): boolean {
  if (text.includes(canary)) return true
  const plain = canary.normalize('NFKC').replaceAll(/[^\d]/g, '')
  const isNumber = plain.length >= 8 && !/\p{L}/u.test(canary)
  return isNumber && digitsOf(text).includes(plain)
}

const digitsByText = new Map<string, string>()

function digitsOf(text: string): string {
  const known = digitsByText.get(text)
  if (known !== undefined) return known
  const digits = text.normalize('NFKC').replaceAll(/(?<=\d)[\s.\-_/,\u200b]+(?=\d)/g, '')
  digitsByText.set(text, digits)
  return digits
}

async function listTables(pool: Pool): Promise<readonly string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1`,
  )
  return rows.map(({ name }) => name)
}

// Bytes are searched as text: what is sealed must not be readable by whoever looks at the disk.
function asItLies(row: Row): string {
  return JSON.stringify(row, (_key, value: unknown) => {
    const bytes = bytesOf(value)
    return bytes ? bytes.toString('utf8') : value
  })
}

/** A Buffer has told JSON its own form before a replacer sees it. */
function bytesOf(value: unknown): Buffer | undefined {
  if (typeof value !== 'object' || value === null || !('type' in value) || !('data' in value)) return undefined
  return value.type === 'Buffer' && Array.isArray(value.data) ? Buffer.from(value.data) : undefined
}

function openAll(rows: ReadonlyMap<string, readonly Row[]>, encryptionKeys: string): string {
  const envelope = createEnvelope(parseEncryptionKeys(encryptionKeys))
  const of = (table: string): readonly Row[] => rows.get(table) ?? []
  const keys = new Map<unknown, DataKey>(
    of('keyring.data_keys').map((row) => [
      row['id'],
      envelope.unwrap(sealedOf(row['wrapped']), String(row['master_key_id'])),
    ]),
  )
  // A destroyed ticket has none, and must have nothing left that is sealed.
  const keyOf = (owner: Row | undefined): DataKey | undefined => {
    const key = keys.get(owner?.['key_id'])
    if (!key && owner?.['destroyed_at'] instanceof Date) return undefined
    if (!key) throw new Error('Something is sealed with a key that is not there.')
    return key
  }
  const byId = (table: string, id: unknown): Row | undefined => of(table).find((row) => row['id'] === id)
  const read = (key: DataKey | undefined, sealed: unknown, place: string): string[] => {
    if (sealed === null) return []
    if (!key) throw new Error(`Something is left at ${place}, whose key was destroyed.`)
    return [open(key, sealedOf(sealed), place)]
  }

  return [
    ...of('public.conversations').flatMap((row) => read(keyOf(row), row['state'], placeOf.session(String(row['id'])))),
    ...of('public.activities').flatMap((row) => {
      const id = String(row['conversation_id'])
      const place = placeOf.activity(id, Number(row['sequence']))
      return read(keyOf(byId('public.conversations', id)), row['body'], place)
    }),
    ...of('public.inbound_events').flatMap((row) =>
      row['replies'] === null
        ? []
        : read(
            keyOf(byId('public.conversations', row['conversation_id'])),
            row['replies'],
            placeOf.replies(String(row['key'])),
          ),
    ),
    ...of('public.tickets').flatMap((row) => [
      ...read(keyOf(row), row['content'], placeOf.content(String(row['id']))),
      ...read(keyOf(row), row['draft'], placeOf.draft(String(row['id']))),
    ]),
    ...of('public.guardian_requests').flatMap((row) =>
      row['details'] === null ? [] : read(keyOf(row), row['details'], placeOf.guardian(String(row['id']))),
    ),
    ...of('public.ticket_history').flatMap((row) =>
      row['text'] === null
        ? []
        : read(keyOf(byId('public.tickets', row['ticket_id'])), row['text'], placeOf.historyText(String(row['id']))),
    ),
  ].join('\n')
}

function sealedOf(value: unknown): Buffer {
  if (!Buffer.isBuffer(value)) throw new Error('What should be sealed is no bytes.')
  return value
}
