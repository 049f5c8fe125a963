import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

import { WebClient } from '@slack/web-api'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { checkHospital } from '../../src/doctor/checkHospital.ts'
import { checkSlack } from '../../src/doctor/checkSlack.ts'
import { readHospitalFile, SAMPLE_HOSPITAL_FILE } from '../../src/hospital/readHospitalFile.ts'
import { type Loop, startLoop } from '../support/loop.ts'

const run = promisify(execFile)
const hospital = readHospitalFile(SAMPLE_HOSPITAL_FILE)

let loop: Loop
beforeAll(async () => {
  loop = await startLoop()
})
afterAll(async () => loop.stop())

async function doctor(changes: Readonly<Record<string, string>> = {}): Promise<{ text: string; code: number }> {
  const env = {
    ...process.env,
    ...loop.environment,
    DATABASE_URL: loop.database.connectionString,
    PUBLIC_URL: loop.productUrl,
    ...changes,
  }
  return run('node', ['src/doctor/main.ts'], { env }).then(
    ({ stdout }) => ({ text: stdout, code: 0 }),
    ({ stdout, code }: { stdout: string; code: number }) => ({ text: stdout, code }),
  )
}

describe('the doctor', () => {
  it('finds a running product well, and names what it cannot see', async () => {
    const { text, code } = await doctor()
    expect(text).toMatch(/ok {4}database: PostgreSQL 15/)
    expect(text).toMatch(/ok {4}Slack: signed in/)
    expect(text).toMatch(/ok {4}KakaoTalk: the skill answers at .* in \d+ ms/)
    expect(text).not.toContain('MEND')
    expect(code).toBe(0)
  })

  it.each([
    ['a wrong Slack token', { SLACK_BOT_TOKEN: 'xoxb-wrong' }, /MEND {2}Slack: refuses us \(invalid_auth\)/],
    [
      'a wrong skill secret',
      { KAKAO_SKILL_SECRET: 'another-secret-of-some-length' },
      /MEND {2}KakaoTalk: the skill answered 401/,
    ],
    ['an address where nobody is', { PUBLIC_URL: 'http://127.0.0.1:9' }, /MEND {2}KakaoTalk: nothing answers/],
    ['a database that is away', { DATABASE_URL: 'postgres://127.0.0.1:9/none' }, /MEND {2}database: cannot be opened/],
    ['a mail server that is away', { SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'a@b.example' }, /MEND {2}mail/],
    ['a bad setting', { PORT: 'many' }, /MEND {2}configuration: [^]*PORT/],
  ])('says what to mend about %s', async (_what, changes, expected) => {
    const { text, code } = await doctor(changes)
    expect(text).toMatch(expected)
    expect(code).toBe(1)
  })
})

describe('what the doctor sees in Slack', () => {
  it('is a channel or a person that is not there', async () => {
    const client = new WebClient(loop.environment['SLACK_BOT_TOKEN'], {
      slackApiUrl: loop.environment['SLACK_API_URL'] ?? '',
    })
    const elsewhere = {
      ...hospital,
      coordination: { ...hospital.coordination, dutyChannel: 'C0NOWHERE' },
      staff: hospital.staff.map((person, place) => (place === 0 ? { ...person, slackUserId: 'U0NOBODY0' } : person)),
    }
    const says = (await checkSlack(client, elsewhere)).filter(({ state }) => state === 'mend').map((one) => one.says)
    expect(says).toEqual(['C0NOWHERE cannot be seen (channel_not_found)', 'U0NOBODY0 is nobody here (user_not_found)'])
  })
})

describe('what the doctor sees in the hospital file', () => {
  const now = new Date('2026-11-22T00:00:00Z')

  it('is a number nobody checked for a year, and a job nobody has', () => {
    const helplines = hospital.helplines.map((line) =>
      line.id === '119' ? { ...line, verifiedOn: '2025-11-01' } : line,
    )
    const staff = hospital.staff.map((person) => ({ ...person, roles: ['member' as const] }))
    const says = checkHospital({ ...hospital, helplines, staff }, now).map((one) => one.says)
    expect(says).toEqual(
      expect.arrayContaining(['the number of 119 was last checked on 2025-11-01', 'nobody is privacy_officer']),
    )
    expect(checkHospital(hospital, now).filter(({ state }) => state === 'mend')).toEqual([])
  })
})
