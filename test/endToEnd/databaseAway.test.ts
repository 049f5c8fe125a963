import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { KakaoUser } from 'kakao-chatbot-skill-sdk/simulator'
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'

import { type CuttableProxy, startCuttableProxy } from '../support/cuttableProxy.ts'
import { cardsOf, type LoopProcess, prepareLoopProcess, until } from '../support/loop.ts'
import { AGREES } from '../support/patient.ts'
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts'
import { comeToSite, fileOnSite } from '../support/webPatient.ts'

const STORY = '어제 오후에 원무과 수납에서 한 시간 넘게 기다렸어요'
const DANGER = '너무 힘들어서 죽고 싶어요'
const APOLOGY = '잠시 뒤에 다시 보내 주세요'
/** The long run has more people file while every connection is killed again and again. */
const PEOPLE = Number(process.env['DATABASE_AWAY_PEOPLE'] ?? 6)
const AWAY_MS = 3_000

let loop: LoopProcess
let database: TestDatabase
let proxy: CuttableProxy

beforeAll(async () => {
  database = await createTestDatabase()
  const server = new URL(database.connectionString)
  proxy = await startCuttableProxy(`${decodeURIComponent(server.hostname)}/.s.PGSQL.${server.port}`)
  loop = await prepareLoopProcess({
    DATABASE_URL: `postgresql://${server.username}@127.0.0.1:${proxy.port}${server.pathname}`,
  })
  await loop.start()
}, 60_000)
afterAll(async () => {
  proxy.mend()
  await loop.stop()
  await proxy.stop()
  await database.drop()
})

describe('while PostgreSQL is away', () => {
  it('says so kindly, names whom to call in danger, and goes on as if nothing had been once it is back', async () => {
    const phone = loop.kakao.user('away')
    const patient = await comeToSite(() => loop.productUrl)
    await phone.say(STORY)
    const saying = { id: randomUUID(), text: STORY }
    proxy.cut()
    expect(JSON.stringify(await phone.tapQuickReply('네, 14세 이상'))).toContain(APOLOGY)
    const danger = JSON.stringify((await phone.say(DANGER))?.outputs)
    expect(danger.indexOf('109')).toBeGreaterThan(-1)
    expect(danger.indexOf('109')).toBeLessThan(danger.indexOf(APOLOGY))
    expect(await patient.post(saying)).toBeGreaterThanOrEqual(500)
    expect((await fetch(`${loop.productUrl}/readyz`)).status).toBe(503)
    expect((await fetch(`${loop.productUrl}/healthz`)).status).toBe(200)
    proxy.mend()
    expect((await phone.say('네, 14세 이상'))?.data['prompt']).toBe('consent.collect')
    expect(await patient.post(saying)).toBe(200)
    expect(await patient.post(saying)).toBe(200)
    await patient.read()
    expect(patient.seen.filter(({ text }) => text === STORY)).toHaveLength(1)
  })

  it('loses and doubles no filing while every connection is killed again and again', async () => {
    const killing = new AbortController()
    const killed = killConnections(killing.signal)
    const filings = Array.from({ length: PEOPLE }, async (_, index) =>
      index % 2 === 0
        ? fileStubbornly(loop.kakao.user(`stubborn-${index}`))
        : fileOnSite(await comeToSite(() => loop.productUrl), STORY),
    )
    await Promise.race([pause(AWAY_MS), Promise.all(filings)])
    killing.abort()
    expect(await killed).toBeGreaterThan(0)
    const acknowledged = await Promise.all(filings)
    expect(await numbersFiled()).toEqual(acknowledged.toSorted())
    for (const number of acknowledged) {
      await until(() => cardsOf(loop, number)[0], `The card of ${number}`, 60_000)
    }
    await until(async () => ((await isOutboxEmpty()) ? true : undefined), 'An empty outbox', 60_000)
    for (const number of acknowledged) expect(cardsOf(loop, number)).toHaveLength(1)
  }, 120_000)

  it('stops in good order', async () => {
    proxy.cut()
    expect(await loop.terminate()).toBe(0)
  })
})

/** A patient who is asked to send it again writes what they had tapped. */
async function fileStubbornly(phone: KakaoUser): Promise<string> {
  let shown = await phone.say(STORY)
  let said = STORY
  for (let tries = 0; tries < 200; tries += 1) {
    const number = /V\d\d-[0-9A-Z]{7}/.exec(JSON.stringify(shown?.outputs))?.[0]
    if (number) return number
    const prompt = shown?.data['prompt']
    if (typeof prompt !== 'string') {
      await pause(100)
      shown = await phone.say(said)
      continue
    }
    said = prompt === 'menu' ? STORY : (AGREES[prompt] ?? '')
    shown = prompt === 'menu' ? await phone.say(STORY) : await phone.tapQuickReply(said)
  }
  throw new Error('There was no number.')
}

/** Ends every other connection to the database again and again, until told to stop. @returns how many */
async function killConnections(signal: AbortSignal): Promise<number> {
  const client = new Client(database.connectionString)
  await client.connect()
  let count = 0
  while (!signal.aborted) {
    const others = 'datname = current_database() and pid <> pg_backend_pid()'
    const { rowCount } = await client.query(`select pg_terminate_backend(pid) from pg_stat_activity where ${others}`)
    count += rowCount ?? 0
    await pause(40)
  }
  await client.end()
  return count
}

async function numbersFiled(): Promise<readonly string[]> {
  const client = new Client(database.connectionString)
  await client.connect()
  try {
    const { rows } = await client.query<{ number: string }>('select number from tickets order by number')
    return rows.map(({ number }) => number)
  } finally {
    await client.end()
  }
}

async function isOutboxEmpty(): Promise<boolean> {
  const text = await (await fetch(`${loop.productUrl}/metrics`)).text()
  return ['pending', 'unclear'].every((state) => text.includes(`sori_outbox_deliveries{state="${state}"} 0`))
}
