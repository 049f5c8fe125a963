import { Client } from 'pg'

type Column = { readonly name: string; readonly type: string }

/** One way in which one value of one row is made other than it was, and how to put it back. */
export type Tampering = {
  readonly label: string
  readonly apply: () => Promise<void>
  readonly undo: () => Promise<void>
}

/** A connection that the triggers do not hold back, as whoever owns the database could have one. */
export async function openTampering(connectionString: string) {
  const client = new Client({ connectionString })
  await client.connect()
  // The database is dropped under it when a test fails.
  client.on('error', () => undefined)
  await client.query('set session_replication_role = replica')

  async function columnsOf(table: string): Promise<readonly Column[]> {
    const { rows } = await client.query<Column>(
      `select column_name as name, data_type as type from information_schema.columns where table_name = $1`,
      [table],
    )
    return rows
  }

  /** Every value of every row of a table, altered in one place at a time. */
  async function everyAlteration(table: string): Promise<readonly Tampering[]> {
    const columns = await columnsOf(table)
    const { rows } = await client.query<Record<string, string>>(`select ctid::text as place from ${table}`)
    const all: Tampering[] = []
    for (const [row, { place = '' }] of rows.entries()) {
      for (const { name, type } of columns) {
        const cell = await client.query<{ value: string | null }>(
          `select ${name}::text as value from ${table} where ctid = $1::tid`,
          [place],
        )
        const value = cell.rows[0]?.value ?? null
        const key = await keyOf(table, place)
        for (const [at, other] of alterationsOf(type, value).entries())
          all.push(alteration(`${table} row ${row}, ${name}, ${at}`, { table, key, name, type, value, other }))
      }
    }
    return all
  }

  async function keyOf(table: string, place: string): Promise<Readonly<Record<string, string>>> {
    const { rows } = await client.query<{ row: Record<string, string> }>(
      `select to_jsonb(t) as row from ${table} t where ctid = $1::tid`,
      [place],
    )
    return rows[0]?.row ?? {}
  }

  function alteration(label: string, change: Change): Tampering {
    const keyColumn = change.table === 'audit' ? 'sequence' : 'month'
    const key = String(change.key[keyColumn])
    const set = async (value: string | null, where: string): Promise<void> => {
      const { rowCount } = await client.query(
        `update ${change.table} set ${change.name} = $1::${change.type} where ${keyColumn}::text = $2`,
        [value, where],
      )
      if (rowCount !== 1) throw new Error(`${label} hit ${String(rowCount)} rows.`)
    }
    const keyAfter = change.name === keyColumn ? String(change.other) : key
    return {
      label,
      apply: async () => set(change.other, key),
      undo: async () => set(change.value, keyAfter),
    }
  }

  return {
    everyAlteration,
    query: async (text: string) => client.query(text),
    close: async () => client.end(),
  }
}

type Change = {
  readonly table: string
  readonly key: Readonly<Record<string, string>>
  readonly name: string
  readonly type: string
  readonly value: string | null
  readonly other: string | null
}

function alterationsOf(type: string, value: string | null): readonly (string | null)[] {
  if (value === null) return [somethingOf(type)]
  if (type === 'bigint')
    return Array.from({ length: 8 }, (_, byte) => String(BigInt(value) ^ (16n << BigInt(8 * byte))))
  if (type.startsWith('timestamp')) return nearby(value)
  if (type === 'bytea') return everyPlace(value, 2, /[0-9a-f]/)
  if (type === 'uuid') return everyPlace(value, 0, /[0-9a-f]/)
  return Array.from(value, (letter, at) => {
    const letters = Array.from(value)
    letters[at] = String.fromCodePoint((letter.codePointAt(0) ?? 0) ^ 1)
    return letters.join('')
  })
}

/** A microsecond and a second away; times are written in milliseconds, so the last place is free. */
function nearby(time: string): readonly string[] {
  const [, whole = '', fraction = '', zone = ''] = /^(.{19})(?:\.(\d+))?(.*)$/.exec(time) ?? []
  const otherSecond = whole.slice(0, -1) + String(Number(whole.slice(-1)) ^ 1)
  return [`${whole}.${fraction.padEnd(5, '0')}1${zone}`, `${otherSecond}.${fraction || '0'}${zone}`]
}

function everyPlace(value: string, from: number, what: RegExp): readonly string[] {
  return Array.from(value.slice(from), (letter, at) => {
    if (!what.test(letter)) return undefined
    const other = (Number.parseInt(letter, 16) ^ 1).toString(16)
    return value.slice(0, from + at) + other + value.slice(from + at + 1)
  }).filter((altered) => altered !== undefined)
}

function somethingOf(type: string): string {
  if (type === 'bigint') return '1'
  if (type === 'bytea') return '\\x00'
  return type === 'uuid' ? '00000000-0000-4000-8000-000000000000' : 'x'
}
