import { randomUUID } from 'node:crypto'

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'

import { exampleDelivery, exampleTicket } from './examples.ts'
import { MONDAY, openTestStores, type TestStores } from './testStores.ts'

let stores: TestStores
beforeEach(async () => {
  stores = await openTestStores({ maxConnections: 4 })
})
afterEach(async () => stores.close())

/** Lets the next `times` events that are remembered fail with a code of PostgreSQL's. */
async function failEvents(times: number, sqlState: string): Promise<void> {
  const statements = [
    'create sequence failures',
    `create function fail() returns trigger language plpgsql as $$ begin
       if nextval('failures') <= ${times} then raise exception using errcode = '${sqlState}'; end if;
       return new;
     end $$`,
    'create trigger fail before insert on inbound_events for each row execute function fail()',
  ]
  for (const statement of statements) await sql.raw(statement).execute(stores.database.db)
}

describe('a transaction', () => {
  it.each([
    ['40001', 3, true, 4],
    ['40P01', 3, true, 4],
    ['40001', 4, false, 4],
    ['23514', 1, false, 1],
  ])('that meets %s %i times succeeds: %s, after %i runs of the whole work', async (code, times, succeeds, runs) => {
    await failEvents(times, code)
    let count = 0
    const work = stores.transact(async (tx) => {
      count += 1
      await tx.enqueue(exampleDelivery())
      return tx.rememberEvent('key', MONDAY)
    })
    await (succeeds ? expect(work).resolves.toBe(true) : expect(work).rejects.toMatchObject({ code }))
    expect(count).toBe(runs)
    expect(stores.countWakeUps()).toBe(succeeds ? 1 : 0)
    expect(await stores.outbox.countByState()).toEqual(succeeds ? { pending: 1 } : {})
  })

  it('is done again when it deadlocks with another', async () => {
    const [one, two] = [exampleTicket(), exampleTicket()]
    for (const ticket of [one, two]) await stores.transact(async (tx) => tx.insertTicket(ticket, []))
    const { promise: bothHaveOne, resolve: go } = Promise.withResolvers<void>()
    let waiting = 0
    const changeBoth = async (ids: readonly string[]) =>
      stores.transact(async (tx) => {
        for (const id of ids) {
          await tx.changeTicket({ id, expected: { states: ['received'] }, set: {}, at: MONDAY })
          waiting += 1
          if (waiting === 2) go()
          await bothHaveOne
        }
      })
    await Promise.all([changeBoth([one.id, two.id]), changeBoth([two.id, one.id])])
    expect(waiting).toBe(5)
    expect(await stores.tickets.findTicketById(one.id)).toMatchObject({ revision: 3 })
  })
})

describe('an outage', () => {
  const terminateOthers = sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`

  it('fails the transaction it falls into, writes none of it, and is over for the next', async () => {
    const ticket = exampleTicket()
    const cut = stores.transact(async (tx) => {
      await tx.insertTicket(ticket, [])
      await terminateOthers.execute(stores.database.db)
      await new Promise((resolve) => setTimeout(resolve, 100))
      return tx.findTicket(ticket.number)
    })
    await expect(cut).rejects.toThrow()
    expect(await stores.tickets.findTicketById(ticket.id)).toBeUndefined()
    await stores.transact(async (tx) => tx.insertTicket(ticket, []))
    expect(await stores.tickets.findTicketById(ticket.id)).toBeDefined()
  })

  it('never looks like an empty store', async () => {
    const { tickets, conversations, outbox, deskAccess, database } = stores
    await sql`alter table tickets rename to tickets_away`.execute(database.db)
    await sql`alter table conversations rename to conversations_away`.execute(database.db)
    await sql`alter table outbox rename to outbox_away`.execute(database.db)
    await sql`alter table desk_links rename to desk_links_away`.execute(database.db)
    const id = randomUUID()
    const reads = [
      tickets.findTicket('V26-7KQ4MZ3'),
      tickets.listOpen('all', 1),
      tickets.findAnswer(id).then(async () => tickets.findDraft(id)),
      conversations.findSession(id),
      conversations.listActivities(id, 0, 1),
      conversations.listWaitingReplies(id),
      outbox.lease({ now: MONDAY, leaseMs: 1, limit: 1, owner: 'w', busyDestinations: [] }),
      outbox.findNextAttemptAt([]),
      deskAccess.redeemLink('t', MONDAY),
    ]
    const results = await Promise.allSettled(reads)
    expect(results.map(({ status }) => status)).toEqual(reads.map(() => 'rejected'))
  })
})
