import { ConfigError, readConfig, wantsRehearsal } from './config.ts'
import { createApp } from './createApp.ts'
import { HospitalFileError } from './hospital/readHospitalFile.ts'
import { createLogger } from './logger.ts'
import { startRehearsal } from './rehearsal/startRehearsal.ts'

const STOP_WITHIN_MS = 25_000

/** `npm start`: the whole product, and outside production the rehearsal around it. */
async function main(): Promise<void> {
  const config = readConfig(process.env)
  const log = createLogger(config.LOG_LEVEL)
  const rehearsal = wantsRehearsal(config) ? await startRehearsal(config, process.env) : undefined
  const app = await createApp(rehearsal?.config ?? config, log)
  if (rehearsal) console.log(rehearsal.invitation)
  else console.log(`Sori is ready at ${app.url}`)

  const stop = async (): Promise<void> => {
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref()
    await app.stop()
    await rehearsal?.stop()
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop().catch(fail))
}

main().catch(fail)

function fail(error: unknown): never {
  console.error(explain(error))
  process.exit(1)
}

// What an operator can mend is said in full; anything else by its name and place, since messages may quote data.
function explain(error: unknown): string {
  if (error instanceof ConfigError || error instanceof HospitalFileError) return error.message
  if (error instanceof Error && 'code' in error) return `Sori had to stop (${String(error.code)}): ${error.message}`
  return error instanceof Error ? (error.stack ?? error.message) : 'Sori had to stop.'
}
