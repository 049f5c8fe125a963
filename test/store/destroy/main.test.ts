import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { readDestructions } from '../../../src/store/destroy/destructionList.ts'
import { makeTestFolder, removeTestFolder } from '../../support/testFolder.ts'
import { openTestStores, type TestStores } from '../testStores.ts'
import { type Filed, fileEverything } from './filed.ts'

const run = promisify(execFile)
const DAY_MS = 24 * 60 * 60_000

let stores: TestStores
let dataDir: string
let filed: Filed
let closedAt: Date
beforeAll(async () => {
  stores = await openTestStores()
  dataDir = await makeTestFolder()
  // The command has the clock of the machine.
  closedAt = new Date(Date.now() - 31 * DAY_MS)
  filed = await fileEverything(stores, { mark: 'due', ticket: { type: 'inquiry' }, at: closedAt })
  const change = { id: filed.ticketId, expected: { states: ['received'] }, set: { state: 'closed' } } as const
  await stores.transact(async (tx) => tx.changeTicket({ ...change, at: closedAt }))
})
afterAll(async () => {
  await stores.close()
  await removeTestFolder(dataDir)
})

async function retention(...args: string[]): Promise<string> {
  const env = {
    ...process.env,
    NODE_ENV: 'test',
    DATABASE_URL: stores.connectionString,
    DATA_DIR: dataDir,
    ENCRYPTION_KEYS: stores.encryptionKeys,
    LOOKUP_KEY: randomBytes(32).toString('base64'),
  }
  return (await run(process.execPath, ['src/store/destroy/main.ts', ...args], { env })).stdout
}

describe('npm run retention', () => {
  it('says with --dry-run what it would destroy and why, and destroys nothing', async () => {
    const since = new Date(closedAt.getTime() + 30 * DAY_MS).toISOString().slice(0, 10)
    const said = await retention('--dry-run')
    expect(said).toContain(`${filed.number}  ticket   inquiry, due since ${since}  (inquiry, waiting, 원무과)`)
    expect(said).toContain('1 tickets are due, and 0 lines of the delivery log.')
    expect((await stores.tickets.readContent(filed.ticketId)).name).toBe('due 김하늘')
  }, 30_000)

  it('destroys it, and lists it outside the database', async () => {
    expect(await retention()).toContain('Destroyed: 1 tickets, 0 contacts')
    expect((await stores.tickets.findTicketById(filed.ticketId))?.destroyedAt).toBeInstanceOf(Date)
    const lines = await readDestructions(join(dataDir, 'destructions.jsonl'))
    expect(lines.map(({ what, by }) => [what, by])).toEqual([
      ['conversation', 'operator'],
      ['ticket', 'operator'],
    ])
    expect(await retention('--dry-run')).toContain('0 tickets are due')
  }, 30_000)

  it('refuses what it does not know', async () => {
    await expect(retention('--force')).rejects.toThrow('npm run retention')
  }, 30_000)
})
