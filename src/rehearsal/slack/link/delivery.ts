import { createHmac } from 'node:crypto'

/** What the app answered a payload with. */
export type Answer = {
  /** The HTTP status; in Socket Mode 200 for an acknowledged envelope. 0 where there was no answer: `problem` tells why. */
  readonly status: number
  /** Parsed JSON, else the text; undefined where it was empty. */
  readonly body: unknown
  /** Why there was no answer, or why it was of no use to Slack: what a person would see as a failure mark. */
  readonly problem?: string
}

/** A payload on its way to the app. */
export type SentPayload = {
  readonly kind: 'interactive' | 'slash_commands' | 'events_api'
  readonly payload: Readonly<Record<string, unknown>>
  /** When it was first signed: a repeat carries the same stamp. */
  readonly timestampSec: number
}

export type Retry = { readonly number: number; readonly reason: string }

/** Brings a payload to the app: over HTTP to its events URL, or through a socket the app opened. */
export type Delivery = (sent: SentPayload, retry?: Retry) => Promise<Answer>

type SignedRequestOptions = {
  readonly contentType?: string
  /** Seconds since 1970; absent: now. */
  readonly timestampSec?: number
  /** Absent: the true signing secret. */
  readonly secret?: string
  readonly retry?: Retry | undefined
}

/** A request signed as Slack signs (docs.slack.dev/authentication/verifying-requests-from-slack), with any body. */
export type SignedRequest = (body: string, options?: SignedRequestOptions) => Promise<Answer>

export type HttpDeliveryOptions = {
  readonly eventsUrl: () => string
  readonly signingSecret: string
  readonly now: () => number
  /** How long Slack waits for the answer. */
  readonly answerTimeoutMs: number
}

export const createSignedRequest =
  ({ eventsUrl, signingSecret, now, answerTimeoutMs }: HttpDeliveryOptions): SignedRequest =>
  async (
    body,
    { contentType = formType, timestampSec = Math.floor(now() / 1000), secret = signingSecret, retry } = {},
  ) => {
    const signature = createHmac('sha256', secret).update(`v0:${timestampSec}:${body}`).digest('hex')
    const headers = {
      'content-type': contentType,
      'x-slack-request-timestamp': String(timestampSec),
      'x-slack-signature': `v0=${signature}`,
      ...(retry === undefined
        ? {}
        : { 'x-slack-retry-num': String(retry.number), 'x-slack-retry-reason': retry.reason }),
    }
    try {
      const signal = AbortSignal.timeout(answerTimeoutMs)
      const response = await fetch(eventsUrl(), { method: 'POST', headers, body, signal })
      return { status: response.status, body: parsedOrText(await response.text()) }
    } catch (error) {
      return { status: 0, body: undefined, problem: isTimeout(error) ? 'timeout' : 'unreachable' }
    }
  }

export const createHttpDelivery =
  (signedRequest: SignedRequest): Delivery =>
  ({ kind, payload, timestampSec }, retry) =>
    kind === 'events_api'
      ? signedRequest(JSON.stringify(payload), { contentType: 'application/json', timestampSec, retry })
      : signedRequest(formOf(kind, payload), { timestampSec, retry })

const formType = 'application/x-www-form-urlencoded'

/** Slash commands are flat fields; everything else is JSON in the one field `payload`. */
const formOf = (kind: 'interactive' | 'slash_commands', payload: SentPayload['payload']): string => {
  const fields = kind === 'interactive' ? { payload: JSON.stringify(payload) } : payload
  return new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, String(value)])).toString()
}

const parsedOrText = (text: string): unknown => {
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

const isTimeout = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'name' in error && error.name === 'TimeoutError'
