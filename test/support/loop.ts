import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

import { readConfig } from '../../src/config.ts'
import { createApp } from '../../src/createApp.ts'
import type { Hospital } from '../../src/hospital/hospital.ts'
import { readHospitalFile, SAMPLE_HOSPITAL_FILE } from '../../src/hospital/readHospitalFile.ts'
import { createLogger } from '../../src/logger.ts'
import { createRehearsal, type Rehearsal } from '../../src/rehearsal/createRehearsal.ts'
import { freePort } from './freePort.ts'
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
  readonly environment: Readonly<Record<string, string>>
  readonly takeDown: () => Promise<void>
}

/** The product in this process. */
export async function startLoop(settings: Readonly<Record<string, string>> = {}): Promise<Loop> {
  const around = await surround(settings)
  const app = await createApp(readConfig(around.environment), createLogger('silent'))
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
}

/** Sets everything up around the product; `start` starts it. */
export async function prepareLoopProcess(settings: Readonly<Record<string, string>> = {}): Promise<LoopProcess> {
  const around = await surround(settings)
  let child: ChildProcess | undefined

  async function kill(): Promise<void> {
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'close')
    child.kill('SIGKILL')
    await gone
  }

  return {
    ...around,
    kill,
    async start() {
      child = spawn(process.execPath, ['src/index.ts'], {
        env: { ...process.env, ...around.environment },
        stdio: ['ignore', 'ignore', 'inherit'],
      })
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

async function surround(settings: Readonly<Record<string, string>>): Promise<Surroundings> {
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

async function untilReady(productUrl: string): Promise<void> {
  await until(
    async () => {
      const answer = await fetch(`${productUrl}/readyz`).catch(() => undefined)
      return answer?.ok ? true : undefined
    },
    'Readiness',
    30_000,
  )
}
