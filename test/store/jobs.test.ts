import { describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'

import { createJobs } from '../../src/store/jobs.ts'
import { openDatabase } from '../../src/store/database.ts'
import { createTestDatabase } from '../support/testDatabase.ts'

const SECRET = 'canary 010-0000-5678'

describe('a job that fails', () => {
  it('is told of by its name and code, and what it failed with is nowhere', async () => {
    const scratch = await createTestDatabase()
    const database = openDatabase({ connectionString: scratch.connectionString })
    const logged: object[] = []
    const ran = Promise.withResolvers<void>()
    const run = async (): Promise<void> => {
      ran.resolve()
      throw Object.assign(new Error(SECRET), { code: '23505', detail: SECRET })
    }
    const job = { name: 'failing', cron: '0 0 1 1 *', run }
    const jobs = createJobs({ connectionString: scratch.connectionString }, [job], {
      error: (fields) => logged.push(fields),
    })
    await jobs.start()
    await sql`insert into pgboss.job (name) values ('failing')`.execute(database.db)
    await ran.promise
    await jobs.stop()
    const { rows } = await sql<{ output: unknown }>`select output from pgboss.job where name = 'failing'`.execute(
      database.db,
    )
    expect(JSON.stringify([rows, logged])).not.toContain('canary')
    expect(logged).toContainEqual(expect.objectContaining({ job: 'failing', code: '23505' }))
    await database.close()
    await scratch.drop()
  }, 20_000)
})
