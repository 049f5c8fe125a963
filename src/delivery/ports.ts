import type { Delivery, DeliveryState, NewDelivery, SlackReference } from './delivery.ts'

/** What a transaction can write into the outbox. */
export type OutboxTx = {
  enqueue(delivery: NewDelivery): Promise<void>
}

/**
 * A delivery in a worker's hands. Both times were written with the lease, before anything was sent, so that whoever
 * comes after a crash knows that an attempt may have been made.
 */
export type LeasedDelivery = Delivery & {
  readonly firstAttemptAt: Date
  /** When the last sending began or, once that is known, ended. */
  readonly lastAttemptAt: Date
}

/** What came of an attempt, as it is written down. */
export type AttemptResult = {
  readonly state: DeliveryState
  readonly at: Date
  readonly nextAttemptAt?: Date | undefined
  readonly errorCode?: string | undefined
  readonly reference?: SlackReference | undefined
}

/** The outbox as its worker sees it. All times are decided by the caller's clock. */
export type OutboxStore = {
  /**
   * Takes up to `limit` deliveries that are due, for `leaseMs`: `pending` or `unclear`, not leased, the oldest of their
   * order key among those not yet `sent`, `delivered`, `superseded`, `parked` or `waiting`; lowest priority number
   * first, then oldest. At most one per destination in one call, and none to a destination in `busyDestinations`.
   * One whose last lease ran out comes as `unclear`: its owner died in the middle of an attempt.
   */
  lease(options: {
    readonly now: Date
    readonly leaseMs: number
    readonly limit: number
    readonly owner: string
    readonly busyDestinations: readonly string[]
  }): Promise<readonly LeasedDelivery[]>
  /**
   * Writes what came of an attempt and gives the lease back. Does nothing when the lease was lost to another owner, or
   * when a turn has put the delivery before the person meanwhile, save that `sent` still becomes `delivered`.
   */
  finish(id: string, owner: string, result: AttemptResult): Promise<void>
  /** When the next delivery falls due, leaving out `busyDestinations`; undefined when none is left to try. */
  findNextAttemptAt(busyDestinations: readonly string[]): Promise<Date | undefined>
  /** How many deliveries stand in each state. */
  countByState(): Promise<Readonly<Partial<Record<DeliveryState, number>>>>
}

/** Hints that there may be something to send. They may get lost. */
export type OutboxWakeUps = {
  /** @returns stops listening */
  subscribe(topic: 'outbox', listener: () => void): Promise<() => Promise<void>>
}
