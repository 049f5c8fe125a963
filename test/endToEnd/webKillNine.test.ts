import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { Client } from 'pg'

import { cardsOf, type LoopProcess, prepareLoopProcess, until } from '../support/loop.ts'
import { AGREES, type Answers } from '../support/patient.ts'
import { comeToSite, fileOnSite } from '../support/webPatient.ts'

/** The long run kills in each of fifty filings; the short one in a few, at moments spread alike. */
const FILINGS = Number(process.env['KILL_NINE_FILINGS'] ?? 3)
const STORY = '어제 오후에 원무과 수납에서 한 시간 넘게 기다렸어요'
const FILING_TAKES_MS = 350
const NAMELESS: Answers = {
  'age.check': '네, 14세 이상',
  'consent.collect': '동의하지 않습니다',
  'anonymous.offer': '이름 없이 접수',
  'confirm.summary': '접수하기',
}

let loop: LoopProcess

beforeAll(async () => {
  loop = await prepareLoopProcess()
  await loop.start()
}, 60_000)
afterAll(() => loop.stop())

describe('kill -9 at any moment of a filing on the website', () => {
  it('files once however often the client sends the same activity', async () => {
    const acknowledged = await killWhileFiling(AGREES)
    expect(await numbersFiled('conversation_id is not null')).toEqual(acknowledged.toSorted())
    for (const number of acknowledged) {
      await until(() => cardsOf(loop, number)[0], `The card of ${number}`, 30_000)
      expect(cardsOf(loop, number)).toHaveLength(1)
    }
  }, 600_000)

  it('loses no number that was shown to somebody without a name', async () => {
    const acknowledged = await killWhileFiling(NAMELESS)
    const filed = await numbersFiled('conversation_id is null')
    expect(filed).toEqual(expect.arrayContaining([...acknowledged]))
    // Whoever never saw their number, and whose words are gone, can only file again: at most once per kill.
    expect(filed.length).toBeLessThanOrEqual(2 * FILINGS)
    for (const number of filed) {
      await until(() => cardsOf(loop, number)[0], `The card of ${number}`, 30_000)
      expect(cardsOf(loop, number)).toHaveLength(1)
    }
  }, 600_000)
})

async function killWhileFiling(answers: Answers): Promise<readonly string[]> {
  const acknowledged: string[] = []
  for (let index = 0; index < FILINGS; index += 1) {
    const patient = await comeToSite(() => loop.productUrl)
    const filing = fileOnSite(patient, STORY, answers)
    await pause((FILING_TAKES_MS * (index + 1)) / FILINGS)
    await loop.kill()
    await loop.start()
    acknowledged.push(await filing)
  }
  return acknowledged
}

async function numbersFiled(where: string): Promise<readonly string[]> {
  const client = new Client(loop.database.connectionString)
  await client.connect()
  try {
    const { rows } = await client.query<{ number: string }>(`select number from tickets where ${where} order by number`)
    return rows.map(({ number }) => number)
  } finally {
    await client.end()
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
