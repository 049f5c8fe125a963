import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { randomBytes, randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { WebSocket } from 'ws'

import { freePort } from '../support/freePort.ts'
import { cardsOf, surround, until, untilReady } from '../support/loop.ts'
import { describeWithProgram } from '../support/needs.ts'
import { fileOnKakao } from '../support/patient.ts'
import { type ProductProcess, startProduct } from '../support/productProcess.ts'
import { createRedisServer, type RedisServer } from '../support/redisServer.ts'
import { type RoundRobin, startRoundRobin } from '../support/roundRobin.ts'
import { comeToSite, fileOnSite, type WebActivity } from '../support/webPatient.ts'

const STORY = '어제 오후에 원무과 수납에서 한 시간 넘게 기다렸어요'
const PATIENTS = 4
const DOUBLED_EVENTS = 20

type Instance = { readonly url: string; readonly start: () => void; process: ProductProcess | undefined }

describeWithProgram('redis-server', 'two instances on one database and one Redis', () => {
  let around: Awaited<ReturnType<typeof surround>>
  let redis: RedisServer
  let balancer: RoundRobin
  let one: Instance
  let two: Instance

  beforeAll(async () => {
    redis = await createRedisServer()
    await redis.start()
    around = await surround({
      INSTANCES: '2',
      REDIS_URL: redis.url,
      ENCRYPTION_KEYS: `k1:${randomBytes(32).toString('base64')}`,
      LOOKUP_KEY: randomBytes(32).toString('base64'),
    })
    one = await prepareInstance()
    two = await prepareInstance()
    balancer = await startRoundRobin(Number(new URL(around.productUrl).port), [one.url, two.url])
    // At the same moment, on an empty database: each has to make its tables, or wait for the other.
    one.start()
    two.start()
    await Promise.all([untilReady(one.url), untilReady(two.url)])
  }, 60_000)
  afterAll(async () => {
    await Promise.all([one.process?.end('SIGKILL'), two.process?.end('SIGKILL')])
    await balancer.stop()
    await around.takeDown()
    await redis.kill()
  })

  async function prepareInstance(): Promise<Instance> {
    const port = await freePort()
    const instance: Instance = {
      url: `http://127.0.0.1:${port}`,
      process: undefined,
      start() {
        instance.process = startProduct({ ...around.environment, PORT: String(port) })
      },
    }
    return instance
  }

  /** Each request of a person goes to the other instance than the one before. */
  function alternating(): () => string {
    let count = 0
    return () => ((count += 1) % 2 === 0 ? one.url : two.url)
  }

  /** Every number has one ticket, and in the end one card; there are no other tickets. */
  async function expectOnceEach(numbers: readonly string[], before: readonly string[]): Promise<void> {
    expect(await numbersFiled()).toEqual([...before, ...numbers].toSorted())
    for (const number of numbers) await until(() => cardsOf(around, number)[0], `The card of ${number}`, 60_000)
    await until(async () => ((await isOutboxEmpty(two.url)) ? true : undefined), 'An empty outbox', 60_000)
    for (const number of numbers) expect(cardsOf(around, number)).toHaveLength(1)
  }

  it('file each complaint once, whichever of them hears which word', async () => {
    const before = await numbersFiled()
    const onPhone = Array.from({ length: PATIENTS }, async (_, index) =>
      fileOnKakao(around.kakao.user(`alternating-${index}`), STORY),
    )
    const onSite = Array.from({ length: PATIENTS }, async () => fileOnSite(await comeToSite(alternating()), STORY))
    await expectOnceEach(await Promise.all([...onPhone, ...onSite]), before)
  }, 60_000)

  it('show on a stream of one what was said through the other', async () => {
    const patient = await comeToSite(() => one.url)
    const heard: WebActivity[] = []
    const stream = new WebSocket(await patient.openStream())
    stream.on('message', (frame: Buffer) => {
      if (frame.length > 0) heard.push(...(JSON.parse(frame.toString()) as { activities: WebActivity[] }).activities)
    })
    await until(() => (stream.readyState === stream.OPEN ? true : undefined), 'A stream')
    const there = await comeToSite(() => two.url, patient)
    await fileOnSite(there, STORY)
    await until(() => heard.find(({ channelData }) => channelData?.ticket), 'The number on the stream', 5_000)
    await there.read()
    expect(heard.map(({ id }) => id)).toEqual(there.seen.slice(patient.seen.length).map(({ id }) => id))
    stream.terminate()
  })

  it('take a doubled event for one turn, at whichever door', async () => {
    const patient = await comeToSite(alternating())
    for (let index = 0; index < DOUBLED_EVENTS; index += 1) {
      const saying = { id: randomUUID(), text: `${STORY} ${index}` }
      expect(await Promise.all([patient.post(saying), patient.post(saying)])).toEqual([200, 200])
    }
    await patient.read()
    expect(patient.seen.filter(({ from }) => from.id === 'dl_patient')).toHaveLength(DOUBLED_EVENTS)
    const before = await numbersFiled()
    around.kakao.faults.set({ duplicate: true })
    const filing = around.kakao.user('doubled-filing')
    const number = await fileOnKakao(filing, STORY)
    around.kakao.faults.set({})
    expect(await countTurnsBefore(number)).toBe(filing.messages.filter(({ from }) => from === 'user').length)
    await expectOnceEach([number], before)
  }, 60_000)

  it('lose nothing when one of them is killed', async () => {
    const before = await numbersFiled()
    const patients = await Promise.all(
      Array.from({ length: PATIENTS }, async () => comeToSite(() => around.productUrl)),
    )
    const filings = patients.map(async (patient) => fileOnSite(patient, STORY))
    await new Promise((resolve) => setTimeout(resolve, 200))
    await one.process?.end('SIGKILL')
    await expectOnceEach(await Promise.all(filings), before)
    one.start()
    await untilReady(one.url)
  }, 90_000)

  it('lose and double no ticket when Redis is killed, and recover when it is back, empty', async () => {
    const filed = await comeToSite(alternating())
    await fileOnSite(filed, STORY)
    const before = await numbersFiled()
    const patients = await Promise.all(Array.from({ length: PATIENTS }, async () => comeToSite(alternating())))
    const filings = patients.map(async (patient) => fileOnSite(patient, STORY))
    await new Promise((resolve) => setTimeout(resolve, 200))
    await redis.kill()
    // What consent lets us keep can be read without Redis.
    const kept = `${one.url}/v3/directline/conversations/${filed.conversationId}/activities?watermark=${filed.watermark}`
    expect((await fetch(kept, { headers: { authorization: `Bearer ${filed.token}` } })).status).toBe(200)
    const onPhone = await around.kakao.user('without-redis').say(STORY)
    expect(JSON.stringify(onPhone)).toContain('잠시 뒤에 다시 보내 주세요')
    await redis.start()
    await expectOnceEach(await Promise.all(filings), before)
    await Promise.all([untilReady(one.url), untilReady(two.url)])
  }, 90_000)

  async function numbersFiled(): Promise<readonly string[]> {
    const rows = await query<{ number: string }>('select number from tickets order by number')
    return rows.map(({ number }) => number)
  }

  /** What the person said in the conversation that the ticket came from. */
  async function countTurnsBefore(number: string): Promise<number> {
    const conversation = 'select conversation_id from tickets where number = $1'
    const said = `select from activities where not from_bot and conversation_id = (${conversation})`
    return (await query(said, [number])).length
  }

  async function query<Row extends object>(sql: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
    const client = new Client(around.database.connectionString)
    await client.connect()
    try {
      return (await client.query<Row>(sql, [...values])).rows
    } finally {
      await client.end()
    }
  }
})

async function isOutboxEmpty(productUrl: string): Promise<boolean> {
  const text = await (await fetch(`${productUrl}/metrics`)).text()
  return ['pending', 'unclear'].every((state) => text.includes(`sori_outbox_deliveries{state="${state}"} 0`))
}
