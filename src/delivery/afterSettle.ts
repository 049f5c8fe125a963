import { backoffMs } from './backoff.ts'
import type { SettleOutcome } from './delivery.ts'
import type { AttemptResult, LeasedDelivery } from './ports.ts'

/** What the other side took in shows up there within this time of the attempt. */
const GRACE_MS = 10_000

/** What to write down after looking for an unclear delivery. It is sent again only once it can no longer turn up. */
export function afterSettle(
  delivery: Pick<LeasedDelivery, 'attempts' | 'errorCode' | 'lastAttemptAt'>,
  outcome: SettleOutcome,
  at: Date,
  random: () => number,
): AttemptResult {
  if (outcome.kind === 'found') return { state: 'sent', at, reference: outcome.reference }
  if (outcome.kind === 'unknown') {
    const nextAttemptAt = new Date(at.getTime() + backoffMs(delivery.attempts, random))
    return { state: 'unclear', at, errorCode: outcome.code, nextAttemptAt }
  }
  const { errorCode } = delivery
  const absentFrom = new Date(delivery.lastAttemptAt.getTime() + GRACE_MS)
  if (at < absentFrom) return { state: 'unclear', at, errorCode, nextAttemptAt: absentFrom }
  return { state: 'pending', at, errorCode, nextAttemptAt: at }
}
