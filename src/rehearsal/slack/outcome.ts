import type { MetFault } from './faults.ts'
import { SlackRefusal } from './state/slackRefusal.ts'

/** What becomes of one HTTP call: an answer, silence with the connection held open, or a connection torn down. */
export type Outcome =
  | {
      readonly kind: 'answer'
      readonly status: number
      readonly headers?: Readonly<Record<string, string>>
      readonly body: unknown
    }
  | { readonly kind: 'hang' }
  | { readonly kind: 'reset' }

/** Runs a call as the fault lets it: where the fault accepts, the work is done and only the answer is lost. */
export const underFault = (fault: MetFault | undefined, run: () => Outcome): Outcome => {
  if (fault === undefined) return run()
  const { mode } = fault
  const isAccepted = typeof mode === 'string' ? mode.endsWith('AfterAccept') : mode.accept
  if (isAccepted) run()
  if (typeof mode === 'object') return answer(200, { ok: false, error: mode.error })
  if (mode === 'rateLimit') return rateLimited(fault.secondsLeft)
  if (mode === 'error500' || mode === 'error500AfterAccept') return answer(500, 'Internal Server Error')
  return { kind: mode === 'hang' || mode === 'hangAfterAccept' ? 'hang' : 'reset' }
}

/** @param retryAfterSec whole seconds */
export const rateLimited = (retryAfterSec: number): Outcome => ({
  kind: 'answer',
  status: 429,
  headers: { 'retry-after': String(retryAfterSec) },
  body: { ok: false, error: 'ratelimited' },
})

export const answer = (status: number, body: unknown): Outcome => ({ kind: 'answer', status, body })

/**
 * A refusal as Slack writes it.
 * @throws whatever is no SlackRefusal
 */
export const refusalBody = (error: unknown): Readonly<Record<string, unknown>> => {
  if (!(error instanceof SlackRefusal)) throw error
  const metadata = error.reasons.length === 0 ? {} : { response_metadata: { messages: error.reasons } }
  return { ok: false, error: error.code, ...metadata }
}
