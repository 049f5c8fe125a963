import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

import { ANCHORS_FILE, makeAnchor, writeAnchor } from '../../../src/audit/anchor.ts'
import type { AuditEntry } from '../../../src/audit/auditEntry.ts'
import { parseLookupKey } from '../../../src/store/encryption/keys.ts'
import { createLookupHash } from '../../../src/store/encryption/lookupHash.ts'
import { makeTestFolder, removeTestFolder } from '../../support/testFolder.ts'
import { openTestStores, type TestStores } from '../testStores.ts'
import { openTampering } from './auditTampering.ts'

const run = promisify(execFile)
const KEYS = {
  ENCRYPTION_KEYS: `test:${Buffer.alloc(32, 3).toString('base64')}`,
  LOOKUP_KEY: Buffer.alloc(32, 4).toString('base64'),
}
const keyedHash = createLookupHash(parseLookupKey(KEYS.LOOKUP_KEY))

let stores: TestStores
let dataDir: string

beforeEach(async () => {
  stores = await openTestStores()
  dataDir = await makeTestFolder()
  for (const who of ['U1', 'U2', 'U3']) await stores.audit.append(entry(who))
})
afterEach(async () => {
  await stores.close()
  await removeTestFolder(dataDir)
})

function entry(who: string): AuditEntry {
  const whose = { ticketId: undefined, ticketNumber: 'V26-7KQ4MZ3' }
  const at = new Date('2026-11-02T00:00:00Z')
  return { at, who, surface: 'desk', address: undefined, ...whose, action: 'seen', field: 'content', reason: undefined }
}

/** @returns what the command said, and how it ended */
async function verify(...args: string[]): Promise<{ readonly code: number; readonly said: string }> {
  const env = { ...process.env, ...KEYS, NODE_ENV: 'test', DATABASE_URL: stores.connectionString, DATA_DIR: dataDir }
  try {
    const { stdout, stderr } = await run(process.execPath, ['src/store/audit/main.ts', ...args], { env })
    return { code: 0, said: stdout + stderr }
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
    return { code, said: stdout + stderr }
  }
}

const anchorNow = async (): Promise<string> =>
  writeAnchor(makeAnchor(await stores.audit.findHead(), stores.now(), keyedHash))

async function tamper(statement: string): Promise<void> {
  const tampering = await openTampering(stores.connectionString)
  await tampering.query(statement)
  await tampering.close()
}

describe('npm run audit:verify', () => {
  it('says that a log is in order, and that nothing outside the database vouches for it yet', async () => {
    const { code, said } = await verify()
    expect(code).toBe(0)
    expect(said).toContain('in order: 3 entries in 1 months (0 pruned)')
    expect(said).toContain('rebuilt from scratch is not noticed')
  })

  it('names the first entry that does not fit, and ends with 1', async () => {
    await tamper(`update audit set who = 'U9' where sequence >= 2`)
    const { code, said } = await verify()
    expect([code, said.trim()]).toEqual([
      1,
      'The access log does not fit: an entry is not as it was written, segment 2026-11, sequence 2, 2026-11-02T00:00:00.000Z (entry_unlike).',
    ])
  })

  it('finds a log that was rebuilt, by the file, by another file and by a line pasted from a mail', async () => {
    const line = await anchorNow()
    await tamper('truncate audit, audit_segments')
    for (const who of ['U1', 'U7', 'U3']) await stores.audit.append(entry(who))
    expect((await verify()).code).toBe(0)
    const other = join(dataDir, 'from-elsewhere.txt')
    await writeFile(other, `${line}\n`)
    const runs = [await verify('--anchors', other), await verify('--anchor', `접속기록 확인값\n${line}`)]
    await writeFile(join(dataDir, ANCHORS_FILE), `${line}\n`)
    runs.push(await verify())
    for (const { code, said } of runs) {
      expect(code).toBe(1)
      expect(said).toContain('sequence 3')
      expect(said).toContain('(head_unlike)')
    }
  })

  it('fits the anchors of every day', async () => {
    const first = await anchorNow()
    await stores.audit.append(entry('U4'))
    await writeFile(join(dataDir, ANCHORS_FILE), `${first}\n${await anchorNow()}\n`)
    const { code, said } = await verify()
    expect([code, said.includes('It fits 2 anchors')]).toEqual([0, true])
  })

  it.each([
    ['made with another key', async () => (await anchorNow()).replace('"count":3', '"count":2'), 'LOOKUP_KEY'],
    ['garbled', async () => '{"v":1,', 'cannot be read'],
    ['without an anchor', async () => '안녕하세요', 'cannot be read'],
  ])('takes no anchor %s', async (_what, text, told) => {
    const { code, said } = await verify('--anchor', await text())
    expect([code, said.includes(told)]).toEqual([1, true])
  })

  it.each([['--nonsense'], ['something']])('says how it is used when called with %s', async (argument) => {
    const { code, said } = await verify(argument)
    expect([code, said.includes('npm run -s audit:verify')]).toEqual([1, true])
  })

  it('changes nothing', async () => {
    const head = await stores.audit.findHead()
    await verify()
    expect(await stores.audit.findHead()).toEqual(head)
    await expect(readFile(join(dataDir, ANCHORS_FILE))).rejects.toMatchObject({ code: 'ENOENT' })
  })
})
