import { randomBytes } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { Client } from 'pg'
import { pino } from 'pino'

import { onKakao, onTheWeb, tell } from '../support/canary/door.ts'
import { type CanaryFiling, makeFilings, type Reach } from '../support/canary/makeFilings.ts'
import {
  lookEverywhere,
  type SentOut,
  settled,
  type Surface,
  SURFACES,
  watchFetch,
} from '../support/canary/surfaces.ts'
import { holds } from '../support/leaks.ts'
import { type Loop, startLoop } from '../support/loop.ts'

/** `npm run canary:long` files 300. */
const FILINGS = Number(process.env['CANARY_FILINGS'] ?? 44)
const ALLOWED: Readonly<Record<Reach, readonly Surface[]>> = {
  nowhere: [],
  record: ['opened'],
  slack: ['opened', 'slack'],
}

const encryptionKeys = `canary:${randomBytes(32).toString('base64')}`
const secret = randomBytes(16).toString('hex')
const metricsToken = randomBytes(16).toString('hex')
const filings = makeFilings(FILINGS)
const logged: string[] = []
const sentOut: SentOut[] = []

let loop: Loop
let stopNoting: () => void
beforeAll(async () => {
  const log = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) })
  const settings = {
    ENCRYPTION_KEYS: encryptionKeys,
    LOOKUP_KEY: randomBytes(32).toString('base64'),
    DIRECTLINE_SECRET: secret,
    METRICS_TOKEN: metricsToken,
  }
  loop = await startLoop(settings, log)
  stopNoting = watchFetch(loop, sentOut)
})
afterAll(async () => {
  stopNoting()
  await loop.stop()
})

describe(`${FILINGS} filings over both doors, every combination of answers and every disguise`, () => {
  it(
    'come to a number, or to none where the person leaves',
    async () => {
      for (const filing of filings) {
        const number = await file(filing)
        expect([filing.of, number !== undefined]).toEqual([filing.of, filing.leavesAt === undefined])
      }
      // Slack takes about one card a second in each channel.
      await settled(loop, FILINGS * 2_000)
    },
    FILINGS * 4_000,
  )

  it('leave nothing anywhere that its consent does not reach', async () => {
    const everywhere = await lookEverywhere(loop, { encryptionKeys, metricsToken, sentOut, logged })
    expect(findStrays(everywhere)).toEqual([])
  })

  it('leave nothing readable in the files of the database', async () => {
    const bytes = await readDataDirectory()
    const canaries = filings.flatMap(({ canaries: { nowhere = [], record = [], slack = [] } }) => [
      ...nowhere,
      ...record,
      ...slack,
    ])
    expect(bytes.length).toBeGreaterThan(1_000_000)
    expect(canaries.filter((canary) => bytes.includes(Buffer.from(canary)))).toEqual([])
  })
})

describe('the search itself', () => {
  it('finds a leak that is planted', async () => {
    const everywhere = await lookEverywhere(loop, { encryptionKeys, metricsToken, sentOut, logged })
    const [gone] = filings.flatMap(({ canaries }) => canaries.nowhere ?? [])
    expect(findStrays({ ...everywhere, log: `${everywhere.log}${gone ?? ''}` })).toEqual([
      expect.stringContaining(`${gone} in log`),
    ])
  })
})

async function file(filing: CanaryFiling): Promise<string | undefined> {
  const patient =
    filing.door === 'kakao'
      ? onKakao(loop.kakao.user(`canary-${filing.of}`))
      : await onTheWeb({
          productUrl: loop.productUrl,
          secret,
          clientId: 'canary',
          onToken: () => undefined,
        })
  return tell(patient, filing)
}

function findStrays(everywhere: Readonly<Record<Surface, string>>): readonly string[] {
  return filings.flatMap(({ of, canaries }) =>
    (['nowhere', 'record', 'slack'] as const).flatMap((reach) =>
      (canaries[reach] ?? []).flatMap((value) => {
        const found = SURFACES.filter((surface) => holds(everywhere[surface], value))
        const tooFar = found.filter((surface) => !ALLOWED[reach].includes(surface))
        const lost = ALLOWED[reach].filter((surface) => !found.includes(surface))
        return [
          ...tooFar.map((surface) => `${of}: ${value} in ${surface}`),
          ...lost.map((surface) => `${of}: ${value} not in ${surface}`),
        ]
      }),
    ),
  )
}

/** All the bytes the database server keeps for this database, and its log of changes. */
async function readDataDirectory(): Promise<Buffer> {
  const client = new Client(loop.database.connectionString)
  await client.connect()
  await client.query('checkpoint')
  const { rows } = await client.query<{ folder: string; own: number }>(
    `select current_setting('data_directory') as folder, oid::int as own from pg_database where datname = current_database()`,
  )
  await client.end()
  const [at] = rows
  if (!at) throw new Error('The database has no folder.')
  const folders = [join(at.folder, 'base', String(at.own)), join(at.folder, 'pg_wal')]
  const files = await Promise.all(
    folders.map(async (folder) =>
      (await readdir(folder, { withFileTypes: true }))
        .filter((one) => one.isFile())
        .map((one) => join(folder, one.name)),
    ),
  )
  return Buffer.concat(await Promise.all(files.flat().map(async (path) => readFile(path))))
}
