import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzipSync } from 'node:zlib'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { cardsOf, type Loop, startLoop, until } from '../../support/loop.ts'
import { fileOnKakao } from '../../support/patient.ts'
import { createTestDatabase, type TestDatabase } from '../../support/testDatabase.ts'
import { makeTestFolder, removeTestFolder } from '../../support/testFolder.ts'

const run = promisify(execFile)
const STORY = '어제 오후에 원무과 수납에서 한 시간 넘게 기다렸어요'
const KEYS = {
  ENCRYPTION_KEYS: `test:${Buffer.alloc(32, 3).toString('base64')}`,
  LOOKUP_KEY: Buffer.alloc(32, 4).toString('base64'),
}

let loop: Loop
let folder: string
let dataDir: string
let target: TestDatabase

beforeAll(async () => {
  loop = await startLoop(KEYS)
  folder = await makeTestFolder()
  dataDir = await makeTestFolder()
  target = await createTestDatabase()
})
afterAll(async () => {
  await loop.stop()
  await target.drop()
  await removeTestFolder(folder)
  await removeTestFolder(dataDir)
})

function command(name: 'backup' | 'restore', database: string, ...args: string[]) {
  const env = { ...process.env, ...KEYS, NODE_ENV: 'test', DATABASE_URL: database, DATA_DIR: dataDir }
  return run(process.execPath, ['src/store/backup/main.ts', name, ...args], { env })
}

describe('a backup', () => {
  let files: readonly string[]

  it('is taken while the product runs, in two files that hold no word in plain', async () => {
    const number = await fileOnKakao(loop.kakao.user('backed-up'), STORY)
    await until(() => cardsOf(loop, number)[0], 'The card')
    await command('backup', loop.database.connectionString, folder)
    files = (await readdir(folder)).map((name) => join(folder, name))
    expect(files).toHaveLength(2)
    for (const file of files) {
      const text = gunzipSync(await readFile(file)).toString()
      expect(text).not.toContain('수납')
      expect(text.includes('data_keys')).toBe(file.includes('keyring'))
    }
    expect(gunzipSync(await readFile(recordOf(files))).toString()).toContain(number)
  }, 60_000)

  it('comes back whole into an empty database, and goes on', async () => {
    await command('restore', target.connectionString, ...files)
    const restored = await startLoop({ ...KEYS, DATABASE_URL: target.connectionString })
    try {
      const phone = restored.kakao.user('backed-up')
      const shown = await phone.say('진행 확인')
      const number = /V\d\d-[0-9A-Z]{7}/.exec(JSON.stringify(shown?.outputs))?.[0] ?? ''
      expect(gunzipSync(await readFile(recordOf(files))).toString()).toContain(number)
      expect(await fileOnKakao(restored.kakao.user('afterwards'), STORY)).toMatch(/^V/)
    } finally {
      await restored.stop()
    }
  }, 60_000)

  it('does not come back without the list of what was destroyed, or a word that nothing was', async () => {
    const empty = await makeTestFolder()
    const env = { ...process.env, ...KEYS, NODE_ENV: 'test', DATABASE_URL: target.connectionString, DATA_DIR: empty }
    const args = ['src/store/backup/main.ts', 'restore', ...files]
    await expect(run(process.execPath, args, { env })).rejects.toThrow('no list of what was destroyed')
    await expect(run(process.execPath, [...args, '--destructions', 'none'], { env })).rejects.toThrow('is not empty')
    await removeTestFolder(empty)
  }, 30_000)

  it('does not go into a database that is in use', async () => {
    await expect(command('restore', target.connectionString, recordOf(files))).rejects.toThrow('is not empty')
  }, 30_000)
})

function recordOf(files: readonly string[]): string {
  return files.find((file) => file.includes('record')) ?? ''
}
