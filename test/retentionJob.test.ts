import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'

import { createRetention } from '../src/retention/createRetention.ts'
import { periodsOf, retentionSettings } from '../src/retention/periods.ts'
import { createRetentionJob } from '../src/retentionJob.ts'
import { readDestructions } from '../src/store/destroy/destructionList.ts'
import { fileEverything } from './store/destroy/filed.ts'
import { MONDAY, openTestStores, type TestStores } from './store/testStores.ts'
import { makeTestFolder, removeTestFolder } from './support/testFolder.ts'

const YEARS_LATER = new Date('2029-11-24T00:00:00Z')

let stores: TestStores
let dataDir: string
let logged: object[]
beforeEach(async () => {
  stores = await openTestStores()
  dataDir = await makeTestFolder()
  logged = []
})
afterEach(async () => {
  await stores.close()
  await removeTestFolder(dataDir)
})

function createJob() {
  const { retention: store, transact, now, connectionString } = stores
  const log = {
    info: (fields: object) => void logged.push(fields),
    error: (fields: object) => void logged.push(fields),
  }
  const periods = periodsOf(retentionSettings.parse({}))
  const retention = createRetention({ store, transact, periods, now, log })
  return createRetentionJob({ retention, address: { connectionString }, dataDir: join(dataDir, 'new'), now, log })
}

const keyringFile = async (): Promise<unknown> =>
  (await sql<{ at: string }>`select pg_relation_filepath('keyring.data_keys') as at`.execute(stores.database.db))
    .rows[0]

describe('the nightly job', () => {
  it('destroys what is due, rewrites the keyring and lists what went, in a folder it makes', async () => {
    const { ticketId } = await fileEverything(stores, { mark: 'due' })
    const change = { id: ticketId, expected: { states: ['received'] }, set: { state: 'closed' }, at: MONDAY } as const
    await stores.transact(async (tx) => tx.changeTicket(change))
    stores.setNow(YEARS_LATER)
    const before = await keyringFile()

    await createJob()()
    expect(logged).toEqual([{ tickets: 1, contacts: 0, deliveries: 0, failed: 0 }])
    expect(await keyringFile()).not.toEqual(before)
    const lines = await readDestructions(join(dataDir, 'new', 'destructions.jsonl'))
    expect(lines.map(({ what, rule, by }) => [what, rule, by])).toEqual([
      ['conversation', 'case', 'job'],
      ['ticket', 'case', 'job'],
    ])
  })

  it('leaves a list, if an empty one, where nothing was due', async () => {
    await createJob()()
    expect(await readDestructions(join(dataDir, 'new', 'destructions.jsonl'))).toEqual([])
  })
})
