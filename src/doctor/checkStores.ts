import { sql } from 'kysely'

import type { Config } from '../config.ts'
import { createRedisConnection, closeRedisConnection } from '../live/redisConnection.ts'
import { describeError } from '../describeError.ts'
import { withDatabase } from '../store/withDatabase.ts'
import { type Finding, findingsOf } from './finding.ts'

/** Opens the database the product would use, and asks it something. */
export async function checkDatabase(config: Config): Promise<readonly Finding[]> {
  const { well, mend } = findingsOf('database')
  const findings: Finding[] = []
  try {
    await withDatabase(config, async ({ db }) => {
      const { rows } = await sql<{ version: string }>`select current_setting('server_version') as version`.execute(db)
      findings.push(
        well(`PostgreSQL ${rows[0]?.version ?? ''}${config.DATABASE_URL === undefined ? ', embedded' : ''}`),
      )
    })
  } catch (error) {
    findings.push(
      mend(`cannot be opened (${describeError(error).code})`, 'Check DATABASE_URL, or that DATA_DIR can be written.'),
    )
  }
  return findings
}

/** Asks Redis whether it is there, where one is configured. */
export async function checkRedis({ REDIS_URL }: Config): Promise<readonly Finding[]> {
  const { well, mend } = findingsOf('Redis')
  if (REDIS_URL === undefined) return []
  const redis = createRedisConnection(REDIS_URL, { warn: () => undefined })
  try {
    await redis.connect()
    await redis.ping()
    return [well('answers')]
  } catch {
    return [mend('cannot be reached', 'Check REDIS_URL; without Redis every turn is answered with an apology.')]
  } finally {
    await closeRedisConnection(redis)
  }
}
