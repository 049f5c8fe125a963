import { readdir } from 'node:fs/promises'

import { afterEach, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'

import { type Database, openDatabase } from '../../src/store/database.ts'
import { migrate } from '../../src/store/migrate.ts'
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts'

let scratch: TestDatabase
const opened: Database[] = []

const open = (): Database => {
  const database = openDatabase({ connectionString: scratch.connectionString }, { maxConnections: 2 })
  opened.push(database)
  return database
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map(async (database) => database.close()))
  await scratch.drop()
})

describe('migrate', () => {
  it.each([1, 2, 3])(
    'brings an empty database up to date once, with six instances starting at the same moment (%i)',
    async () => {
      scratch = await createTestDatabase()
      await Promise.all(Array.from({ length: 6 }, open).map(async ({ db }) => migrate(db)))
      const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(open().db)
      const files = await readdir(new URL('../../src/store/migrations', import.meta.url))
      expect(rows.map(({ name }) => `${name}.ts`)).toEqual(files.toSorted())
    },
  )

  it('finds nothing left to do the second time, and loses nothing', async () => {
    scratch = await createTestDatabase()
    const { db } = open()
    await migrate(db)
    await sql`insert into inbound_events (key, at) values ('k', now())`.execute(db)
    await migrate(db)
    const { rows } = await sql`select key from inbound_events`.execute(db)
    expect(rows).toEqual([{ key: 'k' }])
  })

  it('says so when it cannot, and leaves nothing half done', async () => {
    scratch = await createTestDatabase()
    const { db } = open()
    await sql`create table tickets (in_the_way integer)`.execute(db)
    await expect(migrate(db)).rejects.toMatchObject({ name: 'StoreError', code: 'migration_failed' })
    const { rows } = await sql`select to_regclass('conversations') as found`.execute(db)
    expect(rows).toEqual([{ found: null }])
  })
})
