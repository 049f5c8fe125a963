import type { IncomingMessage, ServerResponse } from 'node:http'
import { finished } from 'node:stream/promises'

import { type App, HTTPModuleFunctions, type Receiver } from '@slack/bolt'

import type { DeskLog } from './deskParts.ts'
import { errorCode } from './errorCode.ts'
import { readSlackRequest, REQUEST_PROBLEMS, type RequestProblem } from './slackRequest.ts'

/** Brings Slack's requests from the product's own HTTP server to Bolt. */
export type HttpReceiver = Receiver & {
  /** Handles one `POST`. Resolves when the response is finished; never rejects. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>
}

/**
 * A receiver without a server of its own. Beside Bolt's it also refuses timestamps from the future, answers in JSON, and
 * acknowledges what nobody listens to at once instead of after three seconds.
 */
export function createHttpReceiver({
  signingSecret,
  now,
  log,
}: {
  readonly signingSecret: string
  readonly now: () => Date
  readonly log: DeskLog
}): HttpReceiver {
  let app: App | undefined

  async function process(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const read = await readSlackRequest(request, { signingSecret, now: now() })
    if (!read.ok) {
      log.warn({ code: read.problem }, 'a request to the Slack route was refused')
      return refuse(response, read.problem)
    }
    if (read.kind === 'ssl_check') return reply(response)
    if (read.body['type'] === 'url_verification') return reply(response, { challenge: read.body['challenge'] })
    const retryNum = HTTPModuleFunctions.extractRetryNumFromHTTPRequest(request)
    const retryReason = HTTPModuleFunctions.extractRetryReasonFromHTTPRequest(request)
    await app?.processEvent({
      body: read.body,
      ack: async (answer) => reply(response, answer),
      ...(retryNum === undefined ? {} : { retryNum }),
      ...(retryReason === undefined ? {} : { retryReason }),
    })
    reply(response)
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const isFinished = finished(response).catch(() => {})
    process(request, response).catch((error: unknown) => {
      log.error({ code: errorCode(error) }, 'a Slack request could not be handled')
      refuse(response, 'invalid_body')
    })
    await isFinished
  }

  return {
    init: (bolt) => {
      app = bolt
    },
    start: async () => {},
    stop: async () => {},
    handle,
  }
}

function reply(response: ServerResponse, body?: unknown): void {
  if (response.headersSent) return
  const isJson = typeof body === 'object'
  // Not chained: restify's writeHead answers nothing.
  response.writeHead(200, isJson ? { 'content-type': 'application/json' } : {})
  response.end(isJson ? JSON.stringify(body) : body)
}

function refuse(response: ServerResponse, code: RequestProblem): void {
  if (response.headersSent) return
  response.writeHead(REQUEST_PROBLEMS[code], {
    'content-type': 'application/json',
    // The rest of a body that is too large is not read, so nothing else can come over that connection.
    ...(code === 'body_too_large' ? { connection: 'close' } : {}),
  })
  response.end(JSON.stringify({ error: { code, message: MESSAGES[code] } }))
}

const MESSAGES: Readonly<Record<RequestProblem, string>> = {
  body_too_large: 'The body is too large.',
  invalid_signature: 'The request is not signed by Slack, or not within five minutes.',
  invalid_body: 'The body is no payload of Slack’s.',
}
