import { describe, expect, it } from '@jest/globals'
import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api'

import { classifySlackError } from '../../../../bots/desk/sending/classifySlackError.ts'

const refusal = (error: string) => new WebAPIPlatformError({ ok: false, error })

describe('a failed call to Slack', () => {
  it.each([
    'invalid_blocks',
    'msg_blocks_too_long',
    'channel_not_found',
    'not_in_channel',
    'is_archived',
    'missing_scope',
    'restricted_action',
    'restricted_action_read_only_channel',
    'token_expired',
    'token_revoked',
    'account_inactive',
    'invalid_auth',
    'ekm_access_denied',
    'metadata_too_large',
  ])('is rejected for good by %s', (code) => {
    expect(classifySlackError(refusal(code))).toEqual({ kind: 'rejected', code })
  })

  it.each(['internal_error', 'fatal_error', 'request_timeout', 'service_unavailable'])(
    'may have arrived after %s',
    (code) => {
      expect(classifySlackError(refusal(code))).toEqual({ kind: 'unclear', code })
    },
  )

  it.each([
    ['500', new WebAPIHTTPError(500, 'x', {}, 'patient words'), 'http_500'],
    ['503', new WebAPIHTTPError(503, 'x', {}), 'http_503'],
    ['a lost connection', new WebAPIRequestError(new Error('fetch failed')), 'no_answer'],
    ['anything nobody knows', new TypeError('x'), 'TypeError'],
  ])('may have arrived after %s', (_, error, code) => {
    expect(classifySlackError(error)).toEqual({ kind: 'unclear', code })
  })

  it.each([
    ['a rate limit, after what Slack asks', new WebAPIRateLimitedError(17), 17_000, 'ratelimited'],
    [
      'a rate limit without a time',
      new Error('Retry header did not contain a valid timeout (url: …)'),
      30_000,
      'ratelimited',
    ],
    ['a rate limit told as a refusal', refusal('ratelimited'), 30_000, 'ratelimited'],
    ['a proxy’s 404', new WebAPIHTTPError(404, 'x', {}), 30_000, 'http_404'],
  ])('is tried again after %s', (_, error, afterMs, code) => {
    expect(classifySlackError(error)).toEqual({ kind: 'retry', afterMs, code })
  })
})
