import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { embeddedConnection } from '../../../src/store/embedded/embeddedConnection.ts'
import { currentUser, findLauncher } from '../../../src/store/embedded/launcher.ts'
import { findPostgresBinaries } from '../../../src/store/embedded/postgresBinaries.ts'
import { spawnServer } from '../../../src/store/embedded/serverProcess.ts'
import { makeSocketDir } from '../../../src/store/embedded/socketDir.ts'
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../../src/store/embedded/startEmbeddedPostgres.ts'
import { waitUntilReady } from '../../../src/store/embedded/waitUntilReady.ts'
import { startApp, type App } from '../../support/appProcess.ts'

const app = join(import.meta.dirname, '../../support/embeddedApp.ts')

let dataDir: string
let running: EmbeddedPostgres[]
let apps: App[]
let logged: object[]

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'sori-embedded-'))
  running = []
  apps = []
  logged = []
})

afterEach(async () => {
  await Promise.all(running.map((server) => server.stop()))
  await Promise.all(apps.map((app) => app.kill('SIGKILL')))
  await rm(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  await rm(embeddedConnection(dataDir).host, { recursive: true, force: true })
})

async function start(): Promise<EmbeddedPostgres> {
  const log = { error: (fields: object) => void logged.push(fields) }
  const server = await startEmbeddedPostgres({ dataDir, log, fsync: false })
  running.push(server)
  return server
}

/** How long a start on existing data takes, in ms. */
async function restart(): Promise<number> {
  await running.at(-1)?.stop()
  const startedAt = performance.now()
  await start()
  return performance.now() - startedAt
}

function startOther(): App {
  const other = startApp(app, [dataDir])
  apps.push(other)
  return other
}

async function ask(sql: string): Promise<unknown> {
  const client = new Client(embeddedConnection(dataDir))
  await client.connect()
  try {
    const { rows } = await client.query({ text: sql, rowMode: 'array' })
    return rows[0]?.[0]
  } finally {
    await client.end()
  }
}

const postmasterPid = async (): Promise<number> =>
  Number.parseInt(await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8'), 10)

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

describe('an embedded PostgreSQL', () => {
  it('speaks UTF-8, UTC and the C locale, and listens on no port', async () => {
    await start()
    const settings = ['server_encoding', 'lc_collate', 'timezone', 'listen_addresses', 'max_connections']
    const sql = settings.map((name) => `current_setting('${name}')`).join(", '|', ")
    expect(await ask(`select concat(${sql})`)).toBe('UTF8|C|UTC||60')
  })

  it('keeps what was committed, and starts again in less than 300 ms', async () => {
    await start()
    await ask('create table kept as select 42 as n')
    expect(Math.min(await restart(), await restart(), await restart())).toBeLessThan(300)
    expect(await ask('select n from kept')).toBe(42)
  })

  it('is gone when stop() resolves, and may be stopped twice', async () => {
    const server = await start()
    const pid = await postmasterPid()
    await Promise.all([server.stop(), server.stop()])
    await server.stop()
    expect(isRunning(pid)).toBe(false)
    expect(existsSync(server.connection.host)).toBe(false)
    expect(logged).toEqual([])
  })

  it('lets nobody else at its socket', async () => {
    const { connection } = await start()
    expect(((await stat(connection.host)).mode & 0o777).toString(8)).toBe('700')
    expect(connection.host.length).toBeLessThan(100)
  })

  it('writes no statement and no value into its log', async () => {
    const server = await start()
    await ask('create table people (phone text primary key)')
    await ask("insert into people values ('010-1234-5678')")
    await expect(ask("insert into people values ('010-1234-5678')")).rejects.toThrow('duplicate key')
    await expect(ask("select '010-1234-5678'::int")).rejects.toThrow('invalid input syntax')
    await server.stop()
    expect(await readFile(join(dataDir, 'postgres.log'), 'utf8')).not.toMatch(/010-1234|people/)
  })

  it('says with a code when it dies by itself, and comes back', async () => {
    await start()
    process.kill(await postmasterPid(), 'SIGKILL')
    while (logged.length === 0) await sleep(5)
    expect(logged).toEqual([{ code: 'embedded_postgres_died', exitCode: null, signal: 'SIGKILL' }])
    let answer: unknown
    while (answer === undefined) answer = await ask('select 1').catch(async () => sleep(20))
    expect(answer).toBe(1)
  })

  it('stays away when it is stopped while it was coming back', async () => {
    const server = await start()
    const pid = await postmasterPid()
    process.kill(pid, 'SIGKILL')
    while (logged.length === 0) await sleep(5)
    await server.stop()
    expect(existsSync(join(dataDir, 'postgres/postmaster.pid'))).toBe(false)
    await expect(ask('select 1')).rejects.toThrow()
  })
})

describe('two applications on one data folder', () => {
  it('refuses the second at once, with the pid of the first', async () => {
    const other = startOther()
    await other.firstLine
    const startedAt = performance.now()
    await expect(start()).rejects.toMatchObject({
      code: 'data_dir_in_use',
      message: `${dataDir} is in use by process ${other.pid}. Stop it, or give this one another DATA_DIR.`,
    })
    expect(performance.now() - startedAt).toBeLessThan(1000)
  })

  it('lets exactly one of many first starts win', async () => {
    const outcomes = await Promise.allSettled([start(), start(), start()])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected'])
    expect(await ask('select 1')).toBe(1)
  })

  it('hands the folder over when the first has stopped', async () => {
    const other = startOther()
    await other.firstLine
    expect(await other.kill('SIGTERM')).toBe(0)
    await start()
    expect(await ask('select 1')).toBe(1)
  })
})

describe('after kill -9 of the application', () => {
  it('leaves no server behind', async () => {
    const other = startOther()
    await other.firstLine
    const pid = await postmasterPid()
    await other.kill('SIGKILL')
    while (isRunning(pid)) await sleep(20)
  })

  it('is taken over at once by the next start, with all that was committed', async () => {
    const other = startOther()
    await other.firstLine
    await ask('create table kept as select 42 as n')
    await other.kill('SIGKILL')
    await start()
    expect(await ask('select n from kept')).toBe(42)
  })

  it('recovers from a first start that was killed while the database was being made', async () => {
    const other = startOther()
    while (!(await readdir(dataDir)).some((name) => existsSync(join(dataDir, name, 'PG_VERSION')))) await sleep(5)
    await other.kill('SIGKILL')
    expect(existsSync(join(dataDir, 'postgres'))).toBe(false)
    await start()
    expect(await ask('select 1')).toBe(1)
    expect(await readdir(dataDir)).toEqual(['postgres', 'postgres.log'])
  })

  it('stops a server that nothing had stopped, and takes its place', async () => {
    const first = await start()
    await first.stop()
    const launcher = await findLauncher(currentUser(), async (command) => !command.includes('setpriv'))
    const { postgres } = findPostgresBinaries()
    const options = { home: dataDir, postgres, connection: first.connection, launcher, log: { error: () => undefined } }
    await makeSocketDir(first.connection.host, currentUser().uid, launcher.owner)
    const orphan = await spawnServer({ ...options, fsync: false })
    await waitUntilReady(first.connection, () => orphan.isAlive())
    await start()
    expect(orphan.isAlive()).toBe(false)
    expect(await ask('select 1')).toBe(1)
  })

  it("starts although the dead server's pid is another program's by now", async () => {
    await (await start()).stop()
    await writeFile(join(dataDir, 'postgres/postmaster.pid'), `1\n${dataDir}/postgres\n`)
    await start()
    expect(await ask('select 1')).toBe(1)
  })
})
