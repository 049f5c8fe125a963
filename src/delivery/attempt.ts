import { setTimeout as delay } from 'node:timers/promises'

import { afterSend } from './afterSend.ts'
import { afterSettle } from './afterSettle.ts'
import type { Sender, SendOutcome, SettleOutcome } from './delivery.ts'
import type { AttemptResult, LeasedDelivery } from './ports.ts'

type AttemptOptions = {
  readonly now: () => Date
  readonly random: () => number
  /** After this time the sender is no longer waited for: what it did is unclear. */
  readonly deadlineMs: number
  /** Hears of an error that a sender threw instead of answering. */
  readonly onError: (error: unknown) => void
}

/**
 * Makes one attempt at a leased delivery: sends it, or looks for it where an earlier attempt may have arrived.
 * Never throws: a sender that throws, or takes too long, leaves things unclear.
 */
export async function attempt(
  sender: Sender,
  delivery: LeasedDelivery,
  { now, random, deadlineMs, onError }: AttemptOptions,
): Promise<AttemptResult> {
  if (delivery.state === 'unclear') {
    const found = await answerOf<SettleOutcome>(() => sender.settle(delivery), deadlineMs, onError, inDoubt('unknown'))
    return afterSettle(delivery, found, now(), random)
  }
  const sent = await answerOf<SendOutcome>(() => sender.send(delivery), deadlineMs, onError, inDoubt('unclear'))
  return afterSend(delivery, sent, now(), random)
}

const inDoubt =
  <K extends 'unknown' | 'unclear'>(kind: K) =>
  (code: 'sender_failed' | 'sender_timed_out') => ({ kind, code })

async function answerOf<T>(
  ask: () => Promise<T>,
  deadlineMs: number,
  onError: (error: unknown) => void,
  otherwise: (code: 'sender_failed' | 'sender_timed_out') => T,
): Promise<T> {
  const deadline = new AbortController()
  const tooLate = async (): Promise<T> => {
    await delay(deadlineMs, undefined, { signal: deadline.signal })
    return otherwise('sender_timed_out')
  }
  try {
    return await Promise.race([ask(), tooLate()])
  } catch (error) {
    onError(error)
    return otherwise('sender_failed')
  } finally {
    deadline.abort()
  }
}
