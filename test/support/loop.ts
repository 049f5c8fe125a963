import type { Logger } from 'pino'

import { readConfig } from '../../src/config.ts'
import { createApp } from '../../src/createApp.ts'
import type { Hospital } from '../../src/hospital/hospital.ts'
import { readHospitalFile, SAMPLE_HOSPITAL_FILE } from '../../src/hospital/readHospitalFile.ts'
import { createLogger } from '../../src/logger.ts'
import { createRehearsal, type Rehearsal } from '../../src/rehearsal/createRehearsal.ts'
import { freePort } from './freePort.ts'
import { type ProductProcess, startProduct } from './productProcess.ts'
import { createTestDatabase, type TestDatabase } from './testDatabase.ts'
import { makeTestFolder, removeTestFolder } from './testFolder.ts'

type SeenMessage = ReturnType<Rehearsal['slack']['channel']>['messages'][number]

/** The product on a database of its own, with stand-ins for Slack, KakaoTalk and mail around it. */
export type Loop = Rehearsal & {
  readonly productUrl: string
  readonly hospital: Hospital
  readonly database: TestDatabase
}

type Surroundings = Loop & {
  /** What the product is to be started with. */
  readonly environment: Readonly<Record<string, string>>
  readonly takeDown: () => Promise<void>
}

/** The product in this process. @param log absent: nothing is logged */
export async function startLoop(
  settings: Readonly<Record<string, string>> = {},
  log: Logger = createLogger('silent'),
): Promise<Loop> {
  const around = await surround(settings)
  const app = await createApp(readConfig(around.environment), log)
  return {
    ...around,
    async stop() {
      await app.stop()
      await around.takeDown()
    },
  }
}

/** The product as a process of its own, which can be killed and started again. */
export type LoopProcess = Loop & {
  /** Starts the product and resolves when it is ready. */
  start(): Promise<void>
  /** `kill -9`, at once. */
  kill(): Promise<void>
  /** `SIGTERM`. @returns the exit code */
  terminate(): Promise<number | undefined>
}

/** Sets everything up around the product; `start` starts it. */
export async function prepareLoopProcess(settings: Readonly<Record<string, string>> = {}): Promise<LoopProcess> {
  const around = await surround(settings)
  let product: ProductProcess | undefined
  const kill = async (): Promise<void> => void (await product?.end('SIGKILL'))

  return {
    ...around,
    kill,
    terminate: async () => product?.end('SIGTERM'),
    async start() {
      product = startProduct(around.environment)
      await untilReady(around.productUrl)
    },
    async stop() {
      await kill()
      await around.takeDown()
    },
  }
}

/** Looks again and again until something is there. @throws when it is not there in time */
export async function until<T>(
  look: () => T | undefined | Promise<T | undefined>,
  what: string,
  withinMs = 15_000,
): Promise<T> {
  const end = Date.now() + withinMs
  for (;;) {
    const found = await look()
    if (found !== undefined) return found
    if (Date.now() > end) throw new Error(`${what} did not come about within ${withinMs} ms.`)
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}

/** All cards of a ticket, in whichever channel: there must only ever be one. */
export function cardsOf(loop: Loop, number: string): readonly (SeenMessage & { readonly channel: string })[] {
  return channelIds(loop).flatMap((channel) =>
    loop.slack
      .channel(channel)
      .messages.filter((message) => message.metadata?.event_payload['number'] === number && !message.deleted)
      .map((message) => ({ ...message, channel })),
  )
}

/** The value of a card's buttons. */
export function cardValue(card: SeenMessage): string {
  return (
    JSON.stringify(card.blocks)
      .match(/"value":"((?:[^"\\]|\\.)*)"/)?.[1]
      ?.replaceAll('\\"', '"') ?? ''
  )
}

function channelIds({ hospital }: Loop): readonly string[] {
  return [
    ...new Set([...hospital.departments.map(({ slackChannel }) => slackChannel), hospital.coordination.dutyChannel]),
  ]
}

/** A database and stand-ins for a product that somebody else starts with `environment`. */
export async function surround(settings: Readonly<Record<string, string>>): Promise<Surroundings> {
  const host = '127.0.0.1'
  const port = await freePort()
  const productUrl = `http://${host}:${port}`
  const hospital = readHospitalFile(settings['HOSPITAL_FILE'] ?? SAMPLE_HOSPITAL_FILE)
  const database = await createTestDatabase()
  const folder = await makeTestFolder()
  const rehearsal = await createRehearsal({ productUrl, hospital, host, port: 0 })
  return {
    ...rehearsal,
    productUrl,
    hospital,
    database,
    environment: {
      ...rehearsal.environment,
      NODE_ENV: 'test',
      PORT: String(port),
      DATA_DIR: folder,
      DATABASE_URL: database.connectionString,
      LOG_LEVEL: 'silent',
      ...settings,
    },
    async takeDown() {
      await rehearsal.stop()
      await database.drop()
      await removeTestFolder(folder)
    },
  }
}

/** Resolves when the product takes work. */
export async function untilReady(productUrl: string): Promise<void> {
  await until(
    async () => {
      const answer = await fetch(`${productUrl}/readyz`).catch(() => undefined)
      return answer?.ok ? true : undefined
    },
    'Readiness',
    30_000,
  )
}
