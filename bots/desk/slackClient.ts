import type { Logger } from '@slack/bolt'
import { type FetchFunction, WebClient, type WebClientOptions } from '@slack/web-api'

/** How long one call to Slack may take. */
const CALL_TIMEOUT_MS = 10_000

/**
 * How Slack is called: once. A library that repeats a post by itself posts it twice when only the answer was lost, so
 * retries belong to the outbox alone. `headers` must stay unset: the library shares that object between tokens.
 *
 * @param slackApiUrl absent: Slack's own
 */
export function slackClientOptions(slackApiUrl: string | undefined, logger: Logger): WebClientOptions {
  return {
    ...(slackApiUrl === undefined ? {} : { slackApiUrl }),
    retryConfig: { retries: 0 },
    timeout: CALL_TIMEOUT_MS,
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    fetch: fetchInTime,
    logger,
  }
}

/** A client for Slack's Web API. */
export function createSlackClient(token: string, slackApiUrl: string | undefined, logger: Logger): WebClient {
  return new WebClient(token, slackClientOptions(slackApiUrl, logger))
}

/** Answers to a response URL carry no timeout of their own. */
const fetchInTime: FetchFunction = (url, init) =>
  fetch(url, { ...init, signal: init?.signal ?? AbortSignal.timeout(CALL_TIMEOUT_MS) })
