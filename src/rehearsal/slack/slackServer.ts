import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import type { SlackChanges } from './state/changes.ts'
import type { Control } from './control.ts'
import type { MetFault } from './faults.ts'
import { answer, type Outcome } from './outcome.ts'
import type { CallRequest } from './webApi/parseCall.ts'
import type { SocketMode } from './link/socketMode.ts'

export type SlackServerOptions = {
  readonly webApi: (method: string, request: CallRequest, fault: MetFault | undefined) => Outcome
  /** Takes what is posted to `/response/<id>`. */
  readonly responseUrl: (id: string, body: string, fault: MetFault | undefined) => Outcome
  readonly control: Control
  readonly socket: SocketMode
  readonly changes: SlackChanges
  /** The fault that meets a call of that method, or of `response_url` or `socket`. */
  readonly meetFault: (method: string) => MetFault | undefined
}

export type SlackServer = {
  /** @param port 0: any free one. @returns the base URL, without a slash at its end */
  readonly start: (host: string, port: number) => Promise<string>
  /** Ends every connection, held ones too. */
  readonly stop: () => Promise<void>
}

/** The one HTTP server of the stand-in: `/api/`, `/response/`, `/socket` and `/standin/`. */
export const createSlackServer = (options: SlackServerOptions): SlackServer => {
  const server = createServer((request, response) => {
    // A mistake in the stand-in itself: told, so that nobody looks for it in the app.
    serve(request, response, options).catch((error: unknown) => perform(answer(500, String(error)), response))
  })
  server.on('upgrade', (request, socket, head) => openSocket(request, socket, head, options))
  return {
    start: (host, port) =>
      new Promise((resolve, reject) => {
        server.once('error', reject)
        server.listen(port, host, () => resolve(`http://${host}:${portOf(server.address())}`))
      }),
    stop: async () => {
      await options.socket.end()
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}

const portOf = (address: AddressInfo | string | null): number =>
  typeof address === 'object' && address !== null ? address.port : 0

const openSocket = (request: IncomingMessage, socket: Duplex, head: Buffer, options: SlackServerOptions): void => {
  const url = new URL(request.url ?? '/', 'http://stand-in')
  const isAway = options.meetFault('socket')?.mode === 'away'
  if (isAway || url.pathname !== '/socket') socket.destroy()
  else options.socket.upgrade(request, socket, head, url.searchParams.get('ticket') ?? '')
}

const serve = async (
  request: IncomingMessage,
  response: ServerResponse,
  options: SlackServerOptions,
): Promise<void> => {
  const url = new URL(request.url ?? '/', 'http://stand-in')
  const [, area = '', name = ''] = url.pathname.split('/')
  if (area === 'standin') return serveControl(name, request, response, options)
  const fault = options.meetFault(area === 'response' ? 'response_url' : name)
  if (fault?.mode === 'away') return void response.destroy()
  const body = await bodyOf(request)
  if (request.method !== 'POST') return perform(answer(405, 'Method Not Allowed'), response)
  if (area === 'api') return perform(options.webApi(name, callOf(request, body), fault), response)
  if (area === 'response') return perform(options.responseUrl(name, body, fault), response)
  perform(answer(404, 'Not Found'), response)
}

const callOf = ({ headers }: IncomingMessage, body: string): CallRequest => ({
  body,
  contentType: headers['content-type'] ?? '',
  authorization: headers.authorization,
})

const serveControl = async (
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
  { control, changes }: SlackServerOptions,
): Promise<void> => {
  const { origin } = request.headers
  // Only pages of this machine may act: any other page in a browser here could reach loopback too.
  if (origin !== undefined && !isLoopback(origin))
    return perform(answer(403, { error: { code: 'forbidden', message: 'Loopback origins only.' } }), response)
  if (origin !== undefined) response.setHeader('access-control-allow-origin', origin)
  if (request.method === 'OPTIONS') return preflight(response)
  if (name === 'events' && request.method === 'GET') return stream(response, changes)
  perform(await control(`${request.method ?? ''} ${name}`, await bodyOf(request)), response)
}

const isLoopback = (origin: string): boolean =>
  URL.canParse(origin) && ['localhost', '127.0.0.1', '[::1]'].includes(new URL(origin).hostname)

const preflight = (response: ServerResponse): void => {
  response.writeHead(204, {
    'access-control-allow-methods': 'GET, POST',
    'access-control-allow-headers': 'content-type',
  })
  response.end()
}

/** One line for whatever changes, for as long as somebody listens. */
const stream = (response: ServerResponse, changes: SlackChanges): void => {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  response.write(': listening\n\n')
  const stop = changes.listen((change) => response.write(`data: ${JSON.stringify(change)}\n\n`))
  response.on('close', stop)
}

const perform = (outcome: Outcome, response: ServerResponse): void => {
  if (outcome.kind === 'hang') return
  if (outcome.kind === 'reset') return void response.destroy()
  const isText = typeof outcome.body === 'string'
  response.writeHead(outcome.status, {
    'content-type': isText ? 'text/plain' : 'application/json; charset=utf-8',
    ...outcome.headers,
  })
  response.end(isText ? outcome.body : JSON.stringify(outcome.body))
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(Buffer.from(part))
  return Buffer.concat(parts).toString('utf8')
}
