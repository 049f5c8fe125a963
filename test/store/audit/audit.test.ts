import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'

import type { AuditEntry } from '../../../src/audit/auditEntry.ts'
import { pruneAudit } from '../../../src/store/audit/pruneAudit.ts'
import { verifyAudit } from '../../../src/store/audit/verifyAudit.ts'
import { openDatabase } from '../../../src/store/database.ts'
import { createAuditStore } from '../../../src/store/audit/auditStore.ts'
import { MONDAY, openTestStores, type TestStores } from '../testStores.ts'
import { openTampering } from './auditTampering.ts'
import { listMonth } from './listMonth.ts'

const TICKET = '7a1d4d4e-8d5c-4a52-9d2c-0d9b7f6f1a11'

let stores: TestStores
beforeEach(async () => {
  stores = await openTestStores({ maxConnections: 8 })
})
afterEach(async () => stores.close())

function entry(at: string, changes: Partial<AuditEntry> = {}): AuditEntry {
  return {
    at: new Date(at),
    who: 'U0DOYUN00',
    surface: 'desk',
    address: '10.0.0.7',
    ticketId: TICKET,
    ticketNumber: 'V26-7KQ4MZ3',
    action: 'revealed',
    field: '[이름1]',
    reason: 'answer',
    ...changes,
  }
}

const bare = { address: undefined, ticketId: undefined, ticketNumber: undefined, field: undefined, reason: undefined }

/** Three months, of which the first two are closed. */
async function fillThreeMonths(): Promise<void> {
  await stores.audit.append(entry('2026-07-31T14:59:59.123Z'), entry('2026-07-31T14:59:59.999Z', bare))
  await stores.audit.append(entry('2026-07-31T15:00:00Z', { who: 'system', action: 'destroyed' }))
  await stores.audit.append(entry('2026-11-02T00:00:00Z'))
  await stores.audit.append(entry('2026-11-02T00:00:01Z', bare))
}

const verify = async (heads: Parameters<typeof verifyAudit>[2] = [], now = MONDAY) =>
  verifyAudit(stores.database.db, now, heads)

describe('the access log', () => {
  it('is in order when nothing was ever written', async () => {
    expect(await verify()).toMatchObject({ ok: true, head: { count: 0 }, segments: 0 })
  })

  it('begins a segment with each month of Seoul', async () => {
    await fillThreeMonths()
    expect(await stores.audit.listMonths()).toEqual(['2026-11', '2026-08', '2026-07'])
    expect((await listMonth(stores.audit, '2026-07')).map(({ sequence }) => sequence)).toEqual([1, 2])
    expect(await verify()).toEqual({ ok: true, head: await stores.audit.findHead(), segments: 3, pruned: 0 })
  })

  it('takes an entry that comes late into the month that is open', async () => {
    await fillThreeMonths()
    await stores.audit.append(entry('2026-10-31T14:59:00Z'))
    expect(await listMonth(stores.audit, '2026-11')).toHaveLength(3)
    expect(await verify()).toMatchObject({ ok: true, head: { count: 6 } })
  })

  it('gives back what was written', async () => {
    await fillThreeMonths()
    const [full, empty] = await listMonth(stores.audit, '2026-07')
    expect(full).toEqual({ ...entry('2026-07-31T14:59:59.123Z'), sequence: 1, department: undefined })
    expect(empty).toEqual({ ...entry('2026-07-31T14:59:59.999Z', bare), sequence: 2, department: undefined })
  })

  it('is one chain, whoever writes at the same moment', async () => {
    const other = openDatabase({ connectionString: stores.connectionString })
    try {
      const logs = [stores.audit, createAuditStore(other.db)]
      await Promise.all(
        Array.from({ length: 60 }, async (_, turn) =>
          turn % 3 === 0
            ? stores.transact((tx) => tx.appendAudit(entry('2026-11-02T00:00:00Z', { field: String(turn) })))
            : logs[turn % 2]?.append(entry(turn % 2 ? '2026-11-30T14:59:59Z' : '2026-11-30T15:00:00Z')),
        ),
      )
    } finally {
      await other.close()
    }
    expect(await verify()).toMatchObject({ ok: true, head: { count: 60 } })
  })

  it('is written with the work it tells of, or not at all', async () => {
    const failed = stores.transact(async (tx) => {
      await tx.appendAudit(entry('2026-11-02T00:00:00Z'))
      throw new Error('The work failed.')
    })
    await expect(failed).rejects.toThrow('The work failed.')
    expect((await stores.audit.findHead()).count).toBe(0)
  })

  it('lets the work fail when it cannot be written', async () => {
    await sql`alter table audit rename to audit_away`.execute(stores.database.db)
    const work = stores.transact(async (tx) => {
      await tx.rememberEvent('key', MONDAY)
      await tx.appendAudit(entry('2026-11-02T00:00:00Z'))
    })
    await expect(work).rejects.toThrow()
    const { rows } = await sql`select key from inbound_events`.execute(stores.database.db)
    expect(rows).toEqual([])
  })

  it.each([
    `update audit set reason = 'none'`,
    'delete from audit',
    'truncate audit',
    'truncate audit_segments cascade',
    'delete from audit_segments',
    `update audit_segments set month = '2026-06' where month = '2026-07'`,
    `update audit_segments set end_hash = null where month = '2026-07'`,
    `update audit_segments set start_hash = '' where end_hash is null`,
  ])('lets nobody through the product change it: %s', async (statement) => {
    await fillThreeMonths()
    await expect(sql.raw(statement).execute(stores.database.db)).rejects.toMatchObject({ code: '42501' })
    expect(await verify()).toMatchObject({ ok: true })
  })
})

describe('verifying', () => {
  it('finds any single altered value of any row', async () => {
    await fillThreeMonths()
    const tampering = await openTampering(stores.connectionString)
    try {
      const alterations = [
        ...(await tampering.everyAlteration('audit')),
        ...(await tampering.everyAlteration('audit_segments')),
      ]
      const unseen: string[] = []
      for (const { label, apply, undo } of alterations) {
        await apply()
        if ((await verify()).ok) unseen.push(label)
        await undo()
      }
      expect(alterations.length).toBeGreaterThan(900)
      expect(unseen).toEqual([])
      expect(await verify()).toMatchObject({ ok: true })
    } finally {
      await tampering.close()
    }
  }, 120_000)

  it.each([
    [`update audit set who = 'U0OTHER00' where sequence = 4`, 'entry_unlike', '2026-11', 4],
    ['delete from audit where sequence = 1', 'entry_missing', '2026-07', 1],
    ['delete from audit where sequence = 2', 'entry_missing', '2026-07', 2],
    [`delete from audit where segment = '2026-08'`, 'entry_missing', '2026-08', 3],
    [`delete from audit_segments where month = '2026-08'`, 'segment_unlike', '2026-11', 4],
    ['delete from audit_segments where end_hash is null', 'segment_unlike', '2026-08', 3],
  ])('names the first place that does not fit: %s', async (statement, problem, segment, sequence) => {
    await fillThreeMonths()
    const tampering = await openTampering(stores.connectionString)
    await tampering.query(statement)
    await tampering.close()
    expect(await verify()).toMatchObject({ ok: false, flaw: { problem, segment, sequence } })
  })

  it('finds a chain that was rebuilt from scratch, by an end of it that was kept elsewhere', async () => {
    await fillThreeMonths()
    const head = await stores.audit.findHead()
    await rebuild(async () => {
      await stores.audit.append(entry('2026-07-31T14:59:59.123Z', { who: 'U0SOMEONE' }))
      await fillThreeMonths()
    })
    expect(await verify()).toMatchObject({ ok: true })
    expect(await verify([head])).toMatchObject({ ok: false, flaw: { problem: 'head_unlike', sequence: 5 } })
  })

  it('finds a chain whose end was cut off', async () => {
    await fillThreeMonths()
    const head = await stores.audit.findHead()
    const tampering = await openTampering(stores.connectionString)
    await tampering.query('delete from audit where sequence = 5')
    await tampering.close()
    expect(await verify()).toMatchObject({ ok: true })
    expect(await verify([head])).toEqual({ ok: false, flaw: { problem: 'head_missing', sequence: 5 } })
  })
})

describe('pruning', () => {
  const LATER = new Date('2028-11-15T00:00:00Z')

  it('takes whole months over two years old, and leaves a chain that fits and goes on', async () => {
    await fillThreeMonths()
    const heads = [await stores.audit.findHead()]
    expect(await pruneAudit(stores.database.db, MONDAY)).toBe(0)
    expect(await pruneAudit(stores.database.db, LATER)).toBe(3)
    expect(await stores.audit.listMonths()).toEqual(['2028-11', '2026-11'])
    await stores.audit.append(entry('2028-11-15T00:00:00Z'))
    expect(await listMonth(stores.audit, '2028-11')).toMatchObject([
      { who: 'system', action: 'destroyed', field: 'access_log' },
      { who: 'U0DOYUN00' },
    ])
    expect(await verify(heads, LATER)).toMatchObject({ ok: true, head: { count: 7 }, pruned: 2 })
  })

  it('still finds what is altered afterwards, in the months that were pruned too', async () => {
    await fillThreeMonths()
    await pruneAudit(stores.database.db, LATER)
    const tampering = await openTampering(stores.connectionString)
    for (const { label, apply, undo } of await tampering.everyAlteration('audit_segments')) {
      await apply()
      expect([label, (await verify([], LATER)).ok]).toEqual([label, false])
      await undo()
    }
    await tampering.close()
  }, 60_000)

  it('leaves the month two years ago whole until it is over', async () => {
    await fillThreeMonths()
    const times = ['2028-08-31T14:59:59Z', '2028-08-31T15:00:00Z'].map((time) => new Date(time))
    const pruned = []
    for (const time of times) pruned.push(await pruneAudit(stores.database.db, time))
    expect(pruned).toEqual([2, 1])
  })

  it('is no excuse for a younger month without entries', async () => {
    await fillThreeMonths()
    await pruneAudit(stores.database.db, LATER)
    expect(await verify()).toMatchObject({ ok: false, flaw: { problem: 'entry_missing', segment: '2026-07' } })
  })
})

async function rebuild(fill: () => Promise<void>): Promise<void> {
  const tampering = await openTampering(stores.connectionString)
  await tampering.query('truncate audit, audit_segments')
  await tampering.close()
  await fill()
}
