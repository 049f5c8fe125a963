import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'

import { type Database, openDatabase } from '../../src/store/database.ts'
import { type CuttableProxy, startCuttableProxy } from '../support/cuttableProxy.ts'
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts'

let scratch: TestDatabase
let proxy: CuttableProxy
let database: Database

const ask = async (): Promise<unknown> => (await sql<{ one: number }>`select 1 as one`.execute(database.db)).rows

beforeAll(async () => {
  scratch = await createTestDatabase()
  const server = new URL(scratch.connectionString)
  proxy = await startCuttableProxy(`${decodeURIComponent(server.hostname)}/.s.PGSQL.${server.port}`)
  const connectionString = `postgresql://${server.username}@127.0.0.1:${proxy.port}${server.pathname}`
  database = openDatabase({ connectionString }, { statementTimeoutMs: 200, maxConnections: 2 })
})
afterEach(() => proxy.mend())
afterAll(async () => {
  await database.close()
  await proxy.stop()
  await scratch.drop()
})

describe('a database whose connections', () => {
  it('break is asked over new ones', async () => {
    await ask()
    proxy.cut()
    await expect(ask()).rejects.toThrow()
    proxy.mend()
    expect(await ask()).toEqual([{ one: 1 }])
  })

  it('swallow everything is given up in time, and asked over new ones', async () => {
    await Promise.all([ask(), ask()])
    proxy.freeze()
    const asked = [ask(), ask()].map(async (answer) => expect(answer).rejects.toThrow('silent'))
    await Promise.all(asked)
    proxy.mend()
    expect(await ask()).toEqual([{ one: 1 }])
  })

  it('are busy is given up by the server itself', async () => {
    await expect(sql`select pg_sleep(5)`.execute(database.db)).rejects.toMatchObject({ code: '57014' })
  })
})
