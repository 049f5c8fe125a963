import { backoffMs } from './backoff.ts'
import type { SendOutcome } from './delivery.ts'
import type { AttemptResult, LeasedDelivery } from './ports.ts'

const LOOK_AFTER_MS = 2_000

/** What to write down after sending: done, to be tried again, or to be looked for. */
export function afterSend(
  delivery: Pick<LeasedDelivery, 'attempts'>,
  outcome: SendOutcome,
  at: Date,
  random: () => number,
): AttemptResult {
  const after = (ms: number): Date => new Date(at.getTime() + ms)
  switch (outcome.kind) {
    case 'sent':
      return { state: 'sent', at, reference: outcome.reference }
    case 'rejected':
      return { state: 'parked', at, errorCode: outcome.code }
    case 'unclear':
      return { state: 'unclear', at, errorCode: outcome.code, nextAttemptAt: after(LOOK_AFTER_MS) }
    case 'retry': {
      const waitMs = Math.max(outcome.afterMs, backoffMs(delivery.attempts, random))
      return { state: 'pending', at, errorCode: outcome.code, nextAttemptAt: after(waitMs) }
    }
    default:
      return { state: outcome.kind, at }
  }
}
