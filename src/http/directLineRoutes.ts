import type { Request, Server } from 'restify'

import type { DirectLineCall } from '../../bots/intake/directline/directLineAccess.ts'
import type { DirectLineApi, ReadBody } from '../../bots/intake/directline/directLineApi.ts'
import { DirectLineError, type DirectLineErrorCode } from '../../bots/intake/directline/directLineError.ts'
import type { DirectLineStream } from '../../bots/intake/directline/directLineStream.ts'
import { answerJson, type JsonAnswer } from './answerJson.ts'
import { directLineCors } from './directLineCors.ts'
import { HttpProblem } from './httpProblem.ts'
import { createReadCaller } from './readCaller.ts'
import { checkBody, readJson } from './readJson.ts'
import { readUpload } from './readUpload.ts'

export type DirectLineRoutesParts = {
  readonly api: DirectLineApi
  readonly stream: DirectLineStream
  /** `WIDGET_ALLOWED_ORIGINS`: sites that may show the widget, besides our own. */
  readonly allowedOrigins: readonly string[]
  /** `PUBLIC_URL`, without a slash at its end; absent: the address that is called. */
  readonly publicUrl?: string | undefined
  /** `TRUSTED_PROXIES`, addresses or ranges. */
  readonly trustedProxies: readonly string[]
}

/** Clients take 403 for a token to be replaced and 404 for the end of the conversation. */
const statuses: Readonly<Record<DirectLineErrorCode, number>> = {
  unauthorized: 401,
  token_expired: 403,
  not_yours: 403,
  unknown_conversation: 404,
  too_many_requests: 429,
  invalid_body: 400,
  unavailable: 503,
}

const base = '/v3/directline'

/** Mounts Direct Line 3.0 on a server: its routes, its streams, and leave for other sites' pages to call it. */
export function mountDirectLine(server: Server, parts: DirectLineRoutesParts): void {
  const { api, stream } = parts
  const readCall = createReadCall(parts)
  const route = (status: number, answer: (call: DirectLineCall, request: Request) => Promise<unknown>) =>
    answerJson((request) => answerDirectLine(status, () => answer(readCall(request), request)))
  const one = `${base}/conversations/:id`

  server.pre(directLineCors((request) => readCall(request).originAllowed))
  server.post(
    `${base}/tokens/generate`,
    route(200, (call, request) => api.generateToken(call, bodyOf(request))),
  )
  server.post(
    `${base}/tokens/refresh`,
    route(200, (call) => api.refreshToken(call)),
  )
  server.post(
    `${base}/conversations`,
    route(201, (call, request) => api.startConversation(call, bodyOf(request))),
  )
  server.get(
    one,
    route(200, (call, request) => api.reconnect(call, idOf(request), watermarkOf(request))),
  )
  server.get(
    `${one}/activities`,
    route(200, (call, request) => api.listActivities(call, idOf(request), watermarkOf(request))),
  )
  server.post(
    `${one}/activities`,
    route(200, (call, request) => api.postActivity(call, idOf(request), bodyOf(request))),
  )
  server.post(
    `${one}/upload`,
    route(200, (call, request) => api.postActivity(call, idOf(request), uploadOf(request))),
  )
  server.server.on('upgrade', (request, socket, head) => {
    // Nothing else here takes upgrades, and one that nobody answers would stay open.
    if (!stream.upgrade(request, socket, head)) socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n')
  })
}

function createReadCall(parts: DirectLineRoutesParts): (request: Request) => DirectLineCall {
  const { allowedOrigins, publicUrl, trustedProxies } = parts
  const readCaller = createReadCaller(trustedProxies)
  return (request) => {
    const { ip, calledUrl } = readCaller(request)
    const { authorization, origin } = request.headers
    const ownOrigins = [calledUrl, publicUrl && new URL(publicUrl).origin]
    const originAllowed = origin !== undefined && [...allowedOrigins, ...ownOrigins].includes(origin)
    return { ip, authorization, originAllowed, baseUrl: publicUrl ?? calledUrl }
  }
}

async function answerDirectLine(status: number, answer: () => Promise<unknown>): Promise<JsonAnswer> {
  try {
    return { status, body: await answer() }
  } catch (error) {
    if (!(error instanceof DirectLineError)) throw error
    const { code, message, retryAfterSeconds } = error
    const headers = retryAfterSeconds === undefined ? {} : { 'retry-after': String(Math.ceil(retryAfterSeconds)) }
    throw new HttpProblem(statuses[code], code, message, headers)
  }
}

function bodyOf(request: Request): ReadBody {
  return (schema) => readJson(request, schema)
}

/** An upload's activity, with its files noted where the client has not listed them itself. */
function uploadOf(request: Request): ReadBody {
  return async (schema) => {
    const { activity = { type: 'message' }, files } = await readUpload(request)
    const from = { id: searchOf(request).get('userId') }
    return checkBody(schema, isRecord(activity) ? { from, attachments: files, ...activity } : activity)
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function idOf(request: Request): string {
  return String(request.params.id)
}

function watermarkOf(request: Request): string | undefined {
  return searchOf(request).get('watermark') ?? undefined
}

function searchOf(request: Request): URLSearchParams {
  return new URLSearchParams(request.getQuery())
}
