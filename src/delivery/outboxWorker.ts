import { describeError } from '../describeError.ts'
import { attempt } from './attempt.ts'
import type { DeliveryKind, Sender } from './delivery.ts'
import { createPacing } from './pacing.ts'
import type { AttemptResult, LeasedDelivery, OutboxStore, OutboxWakeUps } from './ports.ts'
import { createSleeper } from './sleeper.ts'

const MAX_AT_ONCE = 8
/** A little longer than any sender waits for its answer. */
const LEASE_MS = 15_000
const STUCK_AFTER_MS = 10 * 60_000
/** The shortest pause between two looks, where nothing woke the worker. */
const MIN_PAUSE_MS = 50

export type OutboxWorkerDependencies = {
  readonly outbox: OutboxStore
  readonly senders: Readonly<Record<DeliveryKind, Sender>>
  readonly wakeUps: OutboxWakeUps
  readonly now: () => Date
  /** Answers a number from 0 up to, not including, 1. */
  readonly random: () => number
  /** Names this worker; no two that run, or ever ran, share a name. */
  readonly owner: string
  readonly log: {
    info(fields: object, message: string): void
    warn(fields: object, message: string): void
    error(fields: object, message: string): void
  }
  /** Tells people that a delivery can never be sent. Until it succeeds, the delivery is not parked. */
  readonly onParked: (delivery: LeasedDelivery, code: string) => Promise<void>
  /** Tells people, once, that a delivery has failed for ten minutes; it goes on being tried. */
  readonly onStuck: (delivery: LeasedDelivery, code: string) => Promise<void>
  /** How often to look without being woken. */
  readonly pollMs?: number
  /** Time between two sends to one Slack channel (Slack's limit is about one message a second). */
  readonly paceMs?: number
}

export type OutboxWorker = {
  start(): void
  /** Stops taking deliveries; resolves when those under way are done. */
  stop(): Promise<void>
  isRunning(): boolean
  /** There may be something to send: looks at once. */
  kick(): void
}

/**
 * Sends what is in the outbox: critical first, in order per order key, paced per Slack channel, and once. A delivery
 * that may have arrived is looked for and never sent again blindly; one that fails is tried for ever, further and
 * further apart; one that can never be sent is parked.
 */
export function createOutboxWorker(dependencies: OutboxWorkerDependencies): OutboxWorker {
  const { outbox, senders, wakeUps, now, random, owner, log, onParked, onStuck } = dependencies
  const { pollMs = 1_000, paceMs = 1_000 } = dependencies
  const pacing = createPacing({ now, paceMs })
  const sleeper = createSleeper()
  const underWay = new Set<Promise<unknown>>()
  let running: { readonly end: AbortController; readonly ended: Promise<void> } | undefined
  let isFailing = false

  async function run(end: AbortSignal): Promise<void> {
    const listening = listen()
    while (!end.aborted) {
      const pauseMs = await look().then(succeeded, failed)
      await sleeper.sleep(pauseMs)
    }
    await Promise.all(underWay)
    const stopListening = await listening
    await stopListening()
  }

  /** Takes what is due, and answers how long to pause. */
  async function look(): Promise<number> {
    const limit = MAX_AT_ONCE - underWay.size
    if (limit <= 0) return pollMs
    const options = { now: now(), leaseMs: LEASE_MS, limit, owner, busyDestinations: pacing.listBusy() }
    for (const delivery of await outbox.lease(options)) begin(delivery)
    return untilNext(await outbox.findNextAttemptAt(pacing.listBusy()), pacing.findNextFreeAt())
  }

  function untilNext(...times: readonly (Date | undefined)[]): number {
    const waits = times.flatMap((time) => (time ? [time.getTime() - now().getTime()] : []))
    return Math.min(pollMs, Math.max(MIN_PAUSE_MS, Math.min(...waits)))
  }

  function begin(delivery: LeasedDelivery): void {
    pacing.begin(delivery.destination)
    // What was overtaken by a newer one makes no call to Slack, and need not be waited for.
    let isPaced = delivery.kind !== 'patient_reply'
    const work = deliver(delivery)
      .then((state) => (isPaced &&= state !== 'superseded'))
      // It stays leased. When the lease runs out, whoever takes it up looks first.
      .catch((error: unknown) =>
        log.error({ ...describeError(error), ...about(delivery) }, 'the outcome of a delivery was not kept'),
      )
      .finally(() => {
        pacing.end(delivery.destination, isPaced)
        underWay.delete(work)
        sleeper.wake()
      })
    underWay.add(work)
  }

  async function deliver(delivery: LeasedDelivery): Promise<AttemptResult['state']> {
    const onError = (error: unknown): void =>
      log.error({ ...describeError(error), ...about(delivery) }, 'a sender failed')
    const options = { now, random, deadlineMs: LEASE_MS, onError }
    const result = await attempt(senders[delivery.kind], delivery, options)
    await tell(delivery, result)
    await outbox.finish(delivery.id, owner, result)
    return result.state
  }

  async function tell(
    delivery: LeasedDelivery,
    { state, errorCode: code, nextAttemptAt }: AttemptResult,
  ): Promise<void> {
    if (code === undefined) return
    log.warn({ ...about(delivery), state, code, nextAttemptAt }, 'a delivery did not go through')
    if (state === 'parked') await onParked(delivery, code)
    else if (nextAttemptAt && isStuckFrom(delivery, nextAttemptAt)) await onStuck(delivery, code)
  }

  function succeeded(pauseMs: number): number {
    if (isFailing) log.info({ owner }, 'the outbox can be read again')
    isFailing = false
    return pauseMs
  }

  function failed(error: unknown): number {
    if (!isFailing) log.error({ ...describeError(error), owner }, 'the outbox cannot be read')
    isFailing = true
    return pollMs
  }

  async function listen(): Promise<() => Promise<void>> {
    try {
      return await wakeUps.subscribe('outbox', sleeper.wake)
    } catch (error) {
      log.warn({ ...describeError(error), owner }, 'the outbox worker is not woken and only polls')
      return async () => undefined
    }
  }

  return {
    start() {
      if (running) return
      const end = new AbortController()
      running = { end, ended: run(end.signal) }
    },
    async stop() {
      running?.end.abort()
      sleeper.wake()
      await running?.ended
      running = undefined
    },
    isRunning: () => running?.end.signal.aborted === false,
    kick: sleeper.wake,
  }
}

const about = ({ id, kind, attempts, ticketId }: LeasedDelivery) => ({ deliveryId: id, kind, attempts, ticketId })

/** Tells whether the next attempt is the first that falls due ten minutes after the first one was made. */
function isStuckFrom({ firstAttemptAt, nextAttemptAt: dueAt }: LeasedDelivery, nextAttemptAt: Date): boolean {
  const limit = firstAttemptAt.getTime() + STUCK_AFTER_MS
  return dueAt.getTime() < limit && nextAttemptAt.getTime() >= limit
}
