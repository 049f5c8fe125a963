import { randomUUID } from 'node:crypto'
import { appendFile, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'

import { pruneKeyrings } from '../../../src/store/backup/pruneKeyrings.ts'
import { restoreBackup } from '../../../src/store/backup/restoreBackup.ts'
import { writeBackup } from '../../../src/store/backup/writeBackup.ts'
import { createStores, type Stores } from '../../../src/store/createStores.ts'
import { createDataKeys } from '../../../src/store/dataKeys.ts'
import { type Database, openDatabase } from '../../../src/store/database.ts'
import { listDestructions, readDestructions } from '../../../src/store/destroy/destructionList.ts'
import { migrate } from '../../../src/store/migrate.ts'
import { readWholeDatabase } from '../../support/leaks.ts'
import { createTestDatabase, type TestDatabase } from '../../support/testDatabase.ts'
import { makeTestFolder, removeTestFolder } from '../../support/testFolder.ts'
import { type Filed, fileEverything, wordsOf } from '../destroy/filed.ts'
import { exampleSession, exampleTurn } from '../examples.ts'
import { MONDAY, openTestStores, type TestStores } from '../testStores.ts'

const DAY_MS = 24 * 60 * 60_000
const day = (count: number): Date => new Date(MONDAY.getTime() + count * DAY_MS)

let stores: TestStores
let scratch: TestDatabase
let target: Database
let folder: string
beforeEach(async () => {
  stores = await openTestStores()
  scratch = await createTestDatabase()
  target = openDatabase({ connectionString: scratch.connectionString })
  await migrate(target.db)
  folder = await makeTestFolder()
})
afterEach(async () => {
  await target.close()
  await scratch.drop()
  await stores.close()
  await removeTestFolder(folder)
})

const backup = async (at: Date) =>
  writeBackup(stores.database.pool, { record: join(folder, 'records'), keyring: join(folder, 'keyrings') }, at)

async function destroy({ ticketId }: Filed, at: Date): Promise<void> {
  await stores.transact(async (tx) => tx.destroyTicket(ticketId, { rule: 'deletion_request', at, by: 'person' }))
}

async function list(): Promise<string> {
  const path = join(folder, 'destructions.jsonl')
  await listDestructions(stores.database.db, path, MONDAY)
  return path
}

async function restore(...paths: string[]): Promise<{ restored: Stores; destroyed: number }> {
  const keys = createDataKeys({ envelope: stores.envelope, newId: randomUUID })
  const destructions = await readDestructions(await list())
  const options = { paths, destructions, keys, newId: randomUUID, now: day(3) }
  const { destroyed } = await restoreBackup(target.db, options)
  return { restored: restoredStores(), destroyed }
}

function restoredStores(): Stores {
  const { envelope } = stores
  return createStores({ database: target, envelope, now: () => day(3), newId: randomUUID, onEnqueued: () => undefined })
}

async function everything(): Promise<string> {
  const { stored, opened } = await readWholeDatabase(scratch.connectionString, stores.encryptionKeys)
  return `${stored}\n${opened}`
}

const wordsLeft = (text: string, mark: string) => Object.values(wordsOf(mark)).filter((word) => text.includes(word))

describe('a ticket that was destroyed after the backup', () => {
  it('cannot be read from the record once the keyrings of its time are past their window', async () => {
    const gone = await fileEverything(stores, { mark: 'gone' })
    const stays = await fileEverything(stores, { mark: 'stays' })
    const old = await backup(MONDAY)
    await destroy(gone, day(2))
    const recent = await backup(day(6))
    expect(await pruneKeyrings(join(folder, 'keyrings'), 7, day(8))).toEqual([old.keyring])
    expect(await readdir(join(folder, 'keyrings'))).toHaveLength(1)

    // Whoever has everything that is left, and forgets the list.
    const keys = createDataKeys({ envelope: stores.envelope, newId: randomUUID })
    const options = { paths: [old.record, recent.keyring], destructions: [], keys, newId: randomUUID, now: day(8) }
    await restoreBackup(target.db, options)
    const restored = restoredStores()
    await expect(restored.tickets.readContent(gone.ticketId)).rejects.toMatchObject({ code: 'data_key_missing' })
    await expect(restored.tickets.readHistory(gone.ticketId)).rejects.toMatchObject({ code: 'data_key_missing' })
    await expect(restored.conversations.findSession(gone.conversationId)).rejects.toMatchObject({
      code: 'data_key_missing',
    })
    expect((await restored.tickets.readContent(stays.ticketId)).name).toBe('stays 김하늘')
  })

  it('is destroyed again by a restore with a keyring that still has its key', async () => {
    const gone = await fileEverything(stores, { mark: 'gone' })
    const stays = await fileEverything(stores, { mark: 'stays' })
    const files = await backup(MONDAY)
    await destroy(gone, day(2))

    const { restored, destroyed } = await restore(files.record, files.keyring)
    expect(destroyed).toBe(2)
    expect(wordsLeft(await everything(), 'gone')).toEqual([])
    expect((await restored.tickets.findTicketById(gone.ticketId))?.destroyedAt).toEqual(day(2))
    expect((await restored.tickets.readContent(stays.ticketId)).name).toBe('stays 김하늘')
    const { rows } = await sql`select what, rule, done_by from destructions order by what`.execute(target.db)
    expect(rows).toEqual([
      { what: 'conversation', rule: 'deletion_request', done_by: 'restore' },
      { what: 'ticket', rule: 'deletion_request', done_by: 'restore' },
    ])
  })

  it.each([['record first'], ['keyring first']])(
    'is so too when the files come one after the other, %s',
    async (order) => {
      const gone = await fileEverything(stores, { mark: 'gone', ticket: { type: 'compliment' } })
      const praise = await fileEverything(stores, { mark: 'praise', ticket: { type: 'compliment' } })
      const { record, keyring } = await backup(MONDAY)
      await stores.transact(async (tx) => {
        const order = { rule: 'praise_contact', at: day(1), by: 'job' } as const
        for (const { ticketId } of [gone, praise]) await tx.destroyContact(ticketId, 'all', order)
      })
      await destroy(gone, day(2))

      const files = order === 'record first' ? [record, keyring] : [keyring, record]
      for (const file of files) await restore(file)
      const text = await everything()
      expect(wordsLeft(text, 'gone')).toEqual([])
      const { name, phone, said } = wordsOf('praise')
      for (const word of [name, phone, said]) expect(text).not.toContain(word)
      expect((await restoredStores().tickets.readContent(praise.ticketId)).story).toBe(wordsOf('praise').story)
      const keys = await sql`select 1 from keyring.data_keys`.execute(target.db)
      expect(keys.rows).toHaveLength(1)
    },
  )

  it('leaves a conversation that goes on without its transcript', async () => {
    const gone = await fileEverything(stores, { mark: 'gone' })
    const other = await fileEverything(stores, { mark: 'other', conversationId: gone.conversationId })
    const files = await backup(MONDAY)
    await destroy(gone, day(2))
    const { restored } = await restore(files.record, files.keyring)
    expect(wordsLeft(await everything(), 'gone')).toEqual([])
    expect((await restored.conversations.findSession(other.conversationId))?.vault).toEqual([])
    expect((await restored.tickets.readContent(other.ticketId)).name).toBe('other 김하늘')
  })
})

describe('a destruction before the backup', () => {
  it('is not repeated on what came after it', async () => {
    const gone = await fileEverything(stores, { mark: 'gone' })
    const other = await fileEverything(stores, { mark: 'other', conversationId: gone.conversationId })
    await destroy(gone, day(1))
    const files = await backup(day(2))
    const { restored, destroyed } = await restore(files.record, files.keyring)
    expect(destroyed).toBe(0)
    expect((await restored.tickets.readContent(other.ticketId)).name).toBe('other 김하늘')
  })
})

describe('a person who came back after everything was destroyed', () => {
  it('does not lose the new conversation by a restore', async () => {
    const { conversationId } = await fileEverything(stores, { mark: 'first' })
    const order = { rule: 'deletion_request', at: day(1), by: 'person' } as const
    await stores.conversations.transact(async (tx) => {
      await tx.destroyConversation(conversationId, order)
      await tx.writeTurn(exampleTurn(exampleSession({ conversationId, lastTurnAt: day(2).getTime() })))
    })
    const files = await backup(day(2))
    const { restored, destroyed } = await restore(files.record, files.keyring)
    expect(destroyed).toBe(0)
    expect(await restored.conversations.findSession(conversationId)).toBeDefined()
  })
})

describe('a keyring alone', () => {
  it('comes back without the keys of what was destroyed', async () => {
    const gone = await fileEverything(stores, { mark: 'gone' })
    const { keyring } = await backup(MONDAY)
    await destroy(gone, day(2))
    await restore(keyring)
    expect((await sql`select 1 from keyring.data_keys`.execute(target.db)).rows).toEqual([])
  })
})

describe('the list of destructions', () => {
  it('holds ids, grows by what is new, and is written whole to where a restore begins anew', async () => {
    const filed = await fileEverything(stores, { mark: 'listed' })
    await destroy(filed, day(40))
    const path = await list()
    const text = await readFile(path, 'utf8')
    expect(text).not.toContain(filed.conversationId)
    expect(wordsLeft(text, 'listed')).toEqual([])
    expect((await readDestructions(path)).map(({ what }) => what)).toEqual(['conversation', 'ticket'])
    expect(await listDestructions(stores.database.db, path, MONDAY)).toBe(0)

    const files = await backup(day(41))
    await restore(files.record, files.keyring)
    expect(await listDestructions(target.db, join(folder, 'other.jsonl'), MONDAY)).toBe(2)
  })

  it('is refused, by line, when it cannot be read', async () => {
    const path = await list()
    await appendFile(path, '{"v":1,"id":"김하늘"}\n')
    const error = await readDestructions(path).catch((cause: unknown) => cause)
    expect(error).toMatchObject({ code: 'destruction_list_invalid' })
    expect(String(error)).toContain('line 1')
    expect(String(error)).not.toContain('김하늘')
  })
})
