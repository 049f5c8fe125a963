import { startEmbeddedPostgres } from '../../src/store/embedded/startEmbeddedPostgres.ts'

/** An application in a process of its own, to be killed: `node embeddedApp.ts <dataDir>` prints its connection. */
const [dataDir = ''] = process.argv.slice(2)
const log = { error: (fields: object, message: string) => console.error(JSON.stringify(fields), message) }

const startedAt = performance.now()
const server = await startEmbeddedPostgres({ dataDir, log })
process.once('SIGTERM', () => void server.stop())
console.log(JSON.stringify({ ...server.connection, startMs: Math.round(performance.now() - startedAt) }))
