import { PgBoss } from 'pg-boss'

import { describeError } from '../describeError.ts'
import type { DatabaseAddress } from './database.ts'

/** A job that comes round by the clock. */
export type RecurringJob = {
  readonly name: string
  /** Five cron fields, in Asia/Seoul. */
  readonly cron: string
  run(): Promise<void>
}

export type Jobs = { start(): Promise<void>; stop(): Promise<void> }

const STOP_TIMEOUT_MS = 5_000
const MAX_CONNECTIONS = 3

/**
 * Runs recurring jobs on pg-boss: each once, whatever the number of instances. The queue keeps what a job failed with in its
 * table, so it is handed no more than a code.
 *
 * @param log told of failures by name and code; a failed run is tried again at its next time
 */
export function createJobs(
  address: DatabaseAddress,
  jobs: readonly RecurringJob[],
  log: { error(fields: object, message: string): void },
): Jobs {
  const boss = new PgBoss({ ...address, max: MAX_CONNECTIONS, application_name: 'sori-jobs' })
  boss.on('error', (error: Error) => log.error({ code: error.name }, 'the job queue reported an error'))
  return {
    async start() {
      await boss.start()
      for (const job of jobs) {
        await boss.createQueue(job.name, { policy: 'short' })
        await boss.work(job.name, async () => run(job, log))
        await boss.schedule(job.name, job.cron, {}, { tz: 'Asia/Seoul' })
      }
    },
    async stop() {
      await boss.stop({ graceful: true, timeout: STOP_TIMEOUT_MS, close: true })
    },
  }
}

async function run(job: RecurringJob, log: { error(fields: object, message: string): void }): Promise<void> {
  try {
    await job.run()
  } catch (error) {
    const described = describeError(error)
    log.error({ ...described, job: job.name }, 'a recurring job failed')
    throw new JobFailed(described.code)
  }
}

class JobFailed extends Error {
  readonly code: string

  constructor(code: string) {
    super(`A recurring job failed with ${code}.`)
    this.name = 'JobFailed'
    this.code = code
  }
}
