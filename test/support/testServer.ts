import { startEmbeddedPostgres } from '../../src/store/embedded/startEmbeddedPostgres.ts'
import { makeTestFolder, removeTestFolder } from './testFolder.ts'

/** The environment variable that tells every suite where the run's server is. */
export const serverVariable = 'SORI_TEST_POSTGRES'

let stop: () => Promise<void> = async () => undefined

/** Starts the one PostgreSQL of a test run. It dies with this process. */
export async function startTestServer(): Promise<void> {
  const folder = await makeTestFolder()
  // Whatever the suites leave in their temporary folder goes with it.
  process.env['TMPDIR'] = folder
  const log = { error: (fields: object, message: string) => console.error(message, fields) }
  const server = await startEmbeddedPostgres({ dataDir: folder, log, fsync: false })
  const { user, host, port } = server.connection
  process.env[serverVariable] = `postgresql://${user}@${encodeURIComponent(host)}:${port}`
  stop = async () => {
    await server.stop()
    await removeTestFolder(folder)
  }
}

/** Stops it and removes what it kept. */
export async function stopTestServer(): Promise<void> {
  await stop()
}
