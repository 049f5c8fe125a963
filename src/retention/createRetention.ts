import { describeError } from '../describeError.ts'
import type { Transact } from '../tickets/ports.ts'
import type { DestructionActor, DestructionOrder } from './destruction.ts'
import { type Due, findDue } from './findDue.ts'
import { type JobPeriods, startBefore } from './periods.ts'
import type { EndedTicket, RetentionStore } from './ports.ts'

const PAGE_SIZE = 200

type Dependencies = {
  readonly store: RetentionStore
  readonly transact: Transact
  readonly periods: JobPeriods
  readonly now: () => Date
  readonly log: { error(fields: object, message: string): void }
}

/** One ticket of which something is due. */
export type DueTicket = { readonly ticket: EndedTicket; readonly due: Due }

/** What one run destroyed. `failed`: tickets that are tried again the next time, each with a line in the log. */
type RetentionReport = {
  readonly tickets: number
  readonly contacts: number
  readonly deliveries: number
  readonly failed: number
}

/** Who has destroyed what is due. */
type RetentionActor = Extract<DestructionActor, 'job' | 'operator'>

/** What has been kept long enough: finding it, and destroying it. */
export type Retention = {
  /** Everything that is due, oldest first; changes nothing. */
  listDue(): AsyncIterable<DueTicket>
  /** How many lines of the delivery log are due. */
  countDueDeliveries(): Promise<number>
  /** Destroys all of it, each ticket in a transaction of its own. */
  destroyDue(by: RetentionActor): Promise<RetentionReport>
}

/** Builds it. Nothing that is still being worked on is ever due. */
export function createRetention({ store, transact, periods, now, log }: Dependencies): Retention {
  const deliveriesBefore = (): Date => startBefore(now(), periods.delivery_log)

  async function* listDue(): AsyncGenerator<DueTicket> {
    const at = now()
    const endedBefore = latest(Object.values(periods).map((period) => startBefore(at, period)))
    let behind: EndedTicket | undefined
    for (;;) {
      const page = await store.listEnded(endedBefore, behind, PAGE_SIZE)
      for (const ticket of page) {
        const due = findDue(ticket, periods, at)
        if (due) yield { ticket, due }
      }
      behind = page.at(-1)
      if (page.length < PAGE_SIZE) return
    }
  }

  async function destroy({ ticket, due }: DueTicket, by: RetentionActor): Promise<boolean> {
    const order: DestructionOrder = { rule: due.rule, at: now(), by }
    return transact(async (tx) => {
      // Locked, and still as it was judged: whoever closes an answered ticket this moment starts its period anew.
      const current = await tx.findTicket(ticket.number)
      if (current?.revision !== ticket.revision) return false
      return due.what === 'ticket' ? tx.destroyTicket(ticket.id, order) : tx.destroyContact(ticket.id, due.scope, order)
    })
  }

  return {
    listDue,
    countDueDeliveries: async () => store.countDeliveries(deliveriesBefore()),

    async destroyDue(by) {
      const done = { ticket: 0, contact: 0 }
      let failed = 0
      for await (const found of listDue()) {
        try {
          if (await destroy(found, by)) done[found.due.what] += 1
        } catch (error) {
          failed += 1
          log.error(
            { code: describeError(error).code, number: found.ticket.number },
            'what is due could not be destroyed',
          )
        }
      }
      const deliveries = await store.dropDeliveries(deliveriesBefore(), { rule: 'delivery_log', at: now(), by })
      return { tickets: done.ticket, contacts: done.contact, deliveries, failed }
    },
  }
}

const latest = (dates: readonly Date[]): Date => new Date(Math.max(...dates.map((date) => date.getTime())))
