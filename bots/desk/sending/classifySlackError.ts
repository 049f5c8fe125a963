import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api'

import type { SendOutcome } from '../../../src/delivery/delivery.ts'
import { errorCode } from '../errorCode.ts'

export type SlackFailure = Extract<SendOutcome, { kind: 'retry' | 'unclear' | 'rejected' }>

/** Slack may have stored the message and failed afterwards (docs.slack.dev/reference/methods/chat.postMessage). */
const MAY_HAVE_ARRIVED: readonly string[] = ['internal_error', 'fatal_error', 'request_timeout', 'service_unavailable']

/** Not stored, and Slack asks for another try. */
const WORTH_RETRYING: readonly string[] = ['ratelimited', 'rate_limited', 'team_added_to_org', 'accesslimited']

const RETRY_AFTER_MS = 30_000

/**
 * What a failed post or update means for its delivery. Any refusal Slack names outright was not stored and will be
 * refused again as it is; a lost answer, a timeout or a server's own failure leaves it open.
 */
export function classifySlackError(error: unknown): SlackFailure {
  const code = errorCode(error)
  if (error instanceof WebAPIRateLimitedError)
    return { kind: 'retry', afterMs: error.retryAfter * 1000, code: 'ratelimited' }
  if (error instanceof WebAPIPlatformError) {
    if (MAY_HAVE_ARRIVED.includes(code)) return { kind: 'unclear', code }
    return WORTH_RETRYING.includes(code) ? { kind: 'retry', afterMs: RETRY_AFTER_MS, code } : { kind: 'rejected', code }
  }
  if (error instanceof WebAPIHTTPError) {
    const status = `http_${error.statusCode}`
    return error.statusCode >= 500
      ? { kind: 'unclear', code: status }
      : { kind: 'retry', afterMs: RETRY_AFTER_MS, code: status }
  }
  if (error instanceof WebAPIRequestError) return { kind: 'unclear', code: 'no_answer' }
  // A 429 whose Retry-After cannot be read comes as a plain error without a code.
  if (error instanceof Error && error.message.startsWith('Retry header')) {
    return { kind: 'retry', afterMs: RETRY_AFTER_MS, code: 'ratelimited' }
  }
  return { kind: 'unclear', code }
}
