import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { sql } from 'kysely'
import { Migrator } from 'kysely/migration'

import { createAuditStore } from '../../../src/store/audit/auditStore.ts'
import { verifyAudit } from '../../../src/store/audit/verifyAudit.ts'
import { type Database, openDatabase } from '../../../src/store/database.ts'
import { migrate } from '../../../src/store/migrate.ts'
import { firstLoop } from '../../../src/store/migrations/0001-first-loop.ts'
import { createTestDatabase, type TestDatabase } from '../../support/testDatabase.ts'
import { listMonth } from './listMonth.ts'

const TICKET = '7a1d4d4e-8d5c-4a52-9d2c-0d9b7f6f1a11'

let scratch: TestDatabase
let database: Database
beforeEach(async () => {
  scratch = await createTestDatabase()
  database = openDatabase({ connectionString: scratch.connectionString })
  const provider = { getMigrations: async () => ({ '0001-first-loop': firstLoop }) }
  await new Migrator({ db: database.db, provider }).migrateToLatest()
})
afterEach(async () => {
  await database.close()
  await scratch.drop()
})

it('carries what was seen before there was a chain into it, in the order of time', async () => {
  const { db } = database
  await sql`insert into tickets (id, number, filing_key, type, category, department, desk_department, urgency, state,
      revision, channel, language, slack_covered, key_id, content, created_at, due_at, updated_at)
    values (${TICKET}, 'V26-7KQ4MZ3', 'f', 'complaint', 'waiting', '원무과', '원무과', 'normal', 'received',
      1, 'web', 'ko', false, ${TICKET}, '', now(), now(), now())`.execute(db)
  await sql`insert into sights (at, slack_user_id, ticket_id, what, surface, address) values
    ('2026-11-01T00:00:00.456Z', 'U2', ${TICKET}, 'draft', 'slack', null),
    ('2026-09-30T23:00:00.123Z', 'U1', ${TICKET}, 'content', 'desk', '10.0.0.7'),
    ('2026-09-30T14:00:00Z', 'U1', '00000000-0000-4000-8000-000000000000', 'content', 'desk', null)`.execute(db)
  await migrate(db)
  expect(await verifyAudit(db, new Date('2026-11-23T00:00:00Z'))).toMatchObject({
    ok: true,
    head: { count: 3 },
    segments: 3,
  })
  const audit = createAuditStore(db)
  expect(await listMonth(audit, '2026-09')).toMatchObject([{ who: 'U1', ticketNumber: undefined }])
  expect(await listMonth(audit, '2026-10')).toMatchObject([
    { at: new Date('2026-09-30T23:00:00.123Z'), who: 'U1', address: '10.0.0.7', ticketNumber: 'V26-7KQ4MZ3' },
  ])
  expect(await listMonth(audit, '2026-11')).toMatchObject([
    { who: 'U2', surface: 'slack', action: 'seen', field: 'draft' },
  ])
  const { rows } = await sql`select to_regclass('sights') as remains`.execute(db)
  expect(rows).toEqual([{ remains: null }])
})
