import helmet from 'helmet'
import restify, { type Request, type Response, type Server } from 'restify'

import { describeError } from '../describeError.ts'

export type ServerLog = {
  info(fields: object, message: string): void
  error(fields: object, message: string): void
}

const REQUEST_TIMEOUT_MS = 30_000
const HEADERS_TIMEOUT_MS = 10_000

/** Sentences for errors that restify answers itself; anything else keeps its cause inside. */
const MESSAGES: Readonly<Record<number, readonly [string, string]>> = {
  404: ['not_found', 'There is nothing at this address.'],
  405: ['method_not_allowed', 'This address does not take that method.'],
  413: ['body_too_large', 'The body is too large.'],
}

/** A bare server: security headers, errors that tell nothing, one log line per request without address, query or body. */
export function createServer(log: ServerLog): Server {
  const server = restify.createServer({ name: 'sori', ignoreTrailingSlash: true })
  server.server.requestTimeout = REQUEST_TIMEOUT_MS
  server.server.headersTimeout = HEADERS_TIMEOUT_MS
  // Pages bring stricter policies of their own.
  server.pre(
    helmet({
      contentSecurityPolicy: { directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
      crossOriginResourcePolicy: { policy: 'same-origin' },
    }),
  )
  server.on('restifyError', (_request: Request, response: Response, error: unknown, done: () => void) => {
    answerError(response, error, log)
    done()
  })
  server.on('after', (request: Request, response: Response) => {
    log.info({ method: request.method, route: routeOf(request), status: response.statusCode }, 'request')
  })
  return server
}

// The route as mounted, not the address called: tokens and ids stand in addresses.
function routeOf(request: Request): string {
  const route: unknown = Reflect.get(request, 'route')
  return typeof route === 'object' && route !== null && 'path' in route ? String(route.path) : 'none'
}

// restify would send the message of whatever was thrown; a caller gets a code and a sentence of ours.
function answerError(response: Response, error: unknown, log: ServerLog): void {
  const status = statusOf(error)
  if (status >= 500) log.error(describeError(error), 'a request failed')
  const [code, message] =
    MESSAGES[status] ??
    (status >= 500
      ? ['internal', 'Something went wrong on our side. Please try again.']
      : ['bad_request', 'The request cannot be read.'])
  if (!response.headersSent) response.send(status, { error: { code, message } })
}

function statusOf(error: unknown): number {
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return 500
  return typeof error.statusCode === 'number' && error.statusCode >= 400 && error.statusCode < 600
    ? error.statusCode
    : 500
}
