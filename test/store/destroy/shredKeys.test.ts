import { randomBytes, randomUUID } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'

import { createStores } from '../../../src/store/createStores.ts'
import { type Database, openDatabase } from '../../../src/store/database.ts'
import { shredKeys } from '../../../src/store/destroy/shredKeys.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../../src/store/embedded/startEmbeddedPostgres.ts'
import { createEnvelope } from '../../../src/store/encryption/envelope.ts'
import { parseEncryptionKeys } from '../../../src/store/encryption/keys.ts'
import { migrate } from '../../../src/store/migrate.ts'
import { makeTestFolder, removeTestFolder } from '../../support/testFolder.ts'
import { MONDAY } from '../testStores.ts'
import { fileEverything, wordsOf } from './filed.ts'

let dataDir: string
let postgres: EmbeddedPostgres
let database: Database

beforeEach(async () => {
  dataDir = await makeTestFolder()
  postgres = await startEmbeddedPostgres({ dataDir, log: { error: () => undefined } })
  database = openDatabase(postgres.connection)
  await migrate(database.db)
})
afterEach(async () => {
  await database.close()
  await postgres.stop()
  await removeTestFolder(dataDir)
})

/** The files below the data folder that hold these bytes. */
async function filesWith(bytes: Buffer): Promise<readonly string[]> {
  const found: string[] = []
  for (const name of await readdir(dataDir, { recursive: true })) {
    const path = join(dataDir, name)
    if ((await stat(path)).isFile() && (await readFile(path)).includes(bytes)) found.push(name)
  }
  return found
}

describe('a destroyed key', () => {
  it('is in no file of the database any more, neither table nor write-ahead log, once the keys were shredded', async () => {
    const envelope = createEnvelope(parseEncryptionKeys(`test:${randomBytes(32).toString('base64')}`))
    const stores = createStores({
      database,
      envelope,
      now: () => MONDAY,
      newId: randomUUID,
      onEnqueued: () => undefined,
    })
    const gone = await fileEverything(stores, { mark: 'gone' })
    const stays = await fileEverything(stores, { mark: 'stays' })
    const wrappedOf = async (table: string, id: string): Promise<Buffer> => {
      const { rows } = await sql<{ wrapped: Buffer }>`select k.wrapped from keyring.data_keys k
        join ${sql.table(table)} t on t.key_id = k.id where t.id = ${id}`.execute(database.db)
      return rows[0]!.wrapped
    }
    const wrapped = await wrappedOf('tickets', gone.ticketId)
    const ofConversation = await wrappedOf('conversations', gone.conversationId)
    await sql`checkpoint`.execute(database.db)
    expect(await filesWith(wrapped)).not.toEqual([])

    const at = new Date('2029-11-26T00:00:00Z')
    await stores.transact(async (tx) => tx.destroyTicket(gone.ticketId, { rule: 'case', at, by: 'job' }))
    await sql`checkpoint`.execute(database.db)
    // A deleted row is still there for whoever reads the files.
    expect(await filesWith(wrapped)).not.toEqual([])

    await shredKeys(database.db)
    expect(await filesWith(wrapped)).toEqual([])
    expect(await filesWith(ofConversation)).toEqual([])
    for (const word of Object.values(wordsOf('gone'))) expect(await filesWith(Buffer.from(word))).toEqual([])
    expect((await stores.tickets.readContent(stays.ticketId)).name).toBe('stays 김하늘')
  }, 60_000)
})
