import { afterEach, describe, expect, it } from '@jest/globals'
import { Client } from 'pg'
import { createTestDatabase, type TestDatabase } from './testDatabase.ts'

const made: TestDatabase[] = []
afterEach(() => Promise.all(made.splice(0).map((database) => database.drop())))

const create = async (options?: { template: string }): Promise<TestDatabase> => {
  const database = await createTestDatabase(options)
  made.push(database)
  return database
}

async function ask(database: TestDatabase, sql: string): Promise<unknown> {
  const client = new Client(database.connectionString)
  await client.connect()
  try {
    const { rows } = await client.query({ text: sql, rowMode: 'array' })
    return rows[0]?.[0]
  } finally {
    await client.end()
  }
}

describe('a test database', () => {
  it('is empty and shares nothing with another', async () => {
    const [one, two] = [await create(), await create()]
    await ask(one, 'create table t as select 1 as n')
    await expect(ask(two, 'select n from t')).rejects.toThrow('does not exist')
  })

  it('is a copy of its template where one is given', async () => {
    const original = await create()
    await ask(original, 'create table t as select 42 as n')
    const template = new URL(original.connectionString).pathname.slice(1)
    const copies = await Promise.all([create({ template }), create({ template })])
    expect(await Promise.all(copies.map((copy) => ask(copy, 'select n from t')))).toEqual([42, 42])
  })

  it('is gone once dropped, also with somebody connected', async () => {
    const database = await create()
    const client = new Client(database.connectionString)
    client.on('error', () => undefined)
    await client.connect()
    await database.drop()
    await expect(ask(database, 'select 1')).rejects.toThrow('does not exist')
    await client.end()
  })
})
