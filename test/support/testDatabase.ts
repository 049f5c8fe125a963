import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { serverVariable } from './testServer.ts'

/** A database of one's own on the run's server. */
export type TestDatabase = {
  readonly connectionString: string
  /** Removes it, with whatever is still connected to it. */
  drop(): Promise<void>
}

/** Makes an empty database, or a copy of the database `template`, which nobody may be connected to meanwhile. */
export async function createTestDatabase({ template = 'template1' } = {}): Promise<TestDatabase> {
  const server = process.env[serverVariable]
  if (!server) throw new Error(`${serverVariable} is not set: jest.config.cjs has to name test/support/globalSetup.ts.`)
  const name = `test_${randomBytes(8).toString('hex')}`
  await administer(server, `create database "${name}" template "${template}"`)
  return {
    connectionString: `${server}/${name}`,
    drop: () => administer(server, `drop database if exists "${name}" with (force)`),
  }
}

async function administer(server: string, sql: string): Promise<void> {
  const client = new Client(`${server}/postgres`)
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
