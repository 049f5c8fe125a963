import { createSecretKey } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

import { createAnchorAudit } from '../src/anchorAudit.ts'
import { ANCHORS_FILE, isGenuine, readAnchors } from '../src/audit/anchor.ts'
import { readHospitalFile, SAMPLE_HOSPITAL_FILE } from '../src/hospital/readHospitalFile.ts'
import type { Mail, SendMail } from '../src/http/mail.ts'
import { createLookupHash } from '../src/store/encryption/lookupHash.ts'
import { MONDAY, openTestStores, type TestStores } from './store/testStores.ts'
import { makeTestFolder, removeTestFolder } from './support/testFolder.ts'

const hospital = readHospitalFile(SAMPLE_HOSPITAL_FILE)
const keyedHash = createLookupHash(createSecretKey(Buffer.alloc(32, 1)))

let stores: TestStores
let dataDir: string
let mails: Mail[]
let logged: object[]

beforeEach(async () => {
  stores = await openTestStores()
  dataDir = await makeTestFolder()
  mails = []
  logged = []
})
afterEach(async () => {
  await stores.close()
  await removeTestFolder(dataDir)
})

function anchorAudit(changes: { readonly sendMail?: SendMail; readonly dataDir?: string } = {}) {
  const work = createAnchorAudit({
    hospital,
    audit: stores.audit,
    transact: stores.transact,
    sendMail: async (mail) => void mails.push(mail),
    keyedHash,
    dataDir,
    now: stores.now,
    newId: () => crypto.randomUUID(),
    log: { error: (fields) => void logged.push(fields) },
    ...changes,
  })
  return work()
}

async function slackLines() {
  const leased = await stores.outbox.lease({
    now: MONDAY,
    leaseMs: 1000,
    limit: 10,
    owner: 'test',
    busyDestinations: [],
  })
  return leased.map(({ kind, destination, payload }) => [kind, destination, payload.message?.values['anchor']])
}

describe('the daily anchor', () => {
  it('goes into the file, to the privacy department’s channel and to every privacy officer, the same everywhere', async () => {
    await anchorAudit()
    const file = await readFile(join(dataDir, ANCHORS_FILE), 'utf8')
    const { anchors } = readAnchors(file)
    expect(anchors).toMatchObject([await stores.audit.findHead()])
    expect(anchors.every((anchor) => isGenuine(anchor, keyedHash))).toBe(true)
    expect(mails.map(({ to }) => to)).toEqual(['taeo@hanbit.example'])
    expect(readAnchors(mails[0]?.text ?? '').anchors).toEqual(anchors)
    const channel = hospital.departments.find(({ name }) => name === '개인정보보호담당')?.slackChannel
    expect(await slackLines()).toEqual([['slack_alarm', channel, file.trim()]])
    expect(logged).toEqual([])
  })

  it('adds a line to the file each day', async () => {
    await anchorAudit()
    await anchorAudit()
    expect(readAnchors(await readFile(join(dataDir, ANCHORS_FILE), 'utf8')).anchors).toHaveLength(2)
  })

  it('goes the other ways when one is closed, and says so', async () => {
    await anchorAudit({ sendMail: async () => Promise.reject(new Error('No mail today.')) })
    expect(logged).toEqual([{ code: 'audit_anchor_not_sent', ways: ['mail'] }])
    expect(await slackLines()).toHaveLength(1)
  })

  it('fails when it went nowhere outside the database', async () => {
    await writeFile(join(dataDir, 'in-the-way'), '')
    const nowhere = {
      dataDir: join(dataDir, 'in-the-way'),
      sendMail: async () => Promise.reject(new Error('No mail today.')),
    }
    await expect(anchorAudit(nowhere)).rejects.toThrow('anchored nowhere')
  })
})
