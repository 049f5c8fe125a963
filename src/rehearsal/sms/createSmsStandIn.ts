import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

import { z } from 'zod'

import { HttpProblem } from '../../http/httpProblem.ts'
import { readJson } from '../../http/readJson.ts'

/** A text message as it arrived. */
export type ArrivedSms = { readonly to: string; readonly text: string; readonly at: number }

/** A dealer of text messages that keeps what it is given and sends nothing on. */
export type SmsStandIn = {
  start(at: { readonly host: string; readonly port: number }): Promise<{ readonly url: string }>
  stop(): Promise<void>
  /** Newest last. */
  messages(): readonly ArrivedSms[]
  onChange(listener: () => void): () => void
}

export type SmsAccount = { readonly apiKey: string; readonly apiSecret: string; readonly sender: string }

const KEPT_MESSAGES = 50
const CLOCK_SLACK_MS = 15 * 60_000
const AUTHORIZATION = /^HMAC-SHA256 apiKey=([^,]+), date=([^,]+), salt=([\da-f]{12,64}), signature=([\da-f]{64})$/

const bodySchema = z.object({
  messages: z.array(z.object({ to: z.string().regex(/^\d{9,11}$/), from: z.string(), text: z.string().min(1) })).min(1),
})

/** Makes the dealer: SOLAPI's one route for sending, with its signature checked as the real one checks it. */
export function createSmsStandIn(account: SmsAccount): SmsStandIn {
  const arrived: ArrivedSms[] = []
  const listeners = new Set<() => void>()

  async function answer(request: IncomingMessage): Promise<unknown> {
    if (request.method !== 'POST' || request.url !== '/messages/v4/send-many/detail') {
      throw new HttpProblem(404, 'NotFound', 'There is nothing at this address.')
    }
    if (!isSigned(account, request.headers.authorization)) throw new HttpProblem(403, 'Forbidden', 'Wrong signature.')
    const { messages } = await readJson(request, bodySchema)
    const taken = messages.filter(({ from }) => from === account.sender)
    arrived.push(...taken.map(({ to, text }) => ({ to, text, at: Date.now() })))
    arrived.splice(0, Math.max(0, arrived.length - KEPT_MESSAGES))
    for (const listener of listeners) listener()
    const count = {
      total: messages.length,
      registeredSuccess: taken.length,
      registeredFailed: messages.length - taken.length,
    }
    return { failedMessageList: [], groupInfo: { groupId: `G4V${arrived.length}`, count } }
  }

  const server = createServer((request, response) => {
    answer(request).then(
      (body) => send(response, 200, body),
      (error: unknown) => {
        const problem = error instanceof HttpProblem ? error : new HttpProblem(500, 'Internal', 'failed')
        send(response, problem.status, { errorCode: problem.code, errorMessage: problem.message })
      },
    )
  })
  return {
    start: (at) => listen(server, at),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
    messages: () => [...arrived],
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function isSigned({ apiKey, apiSecret }: SmsAccount, header = ''): boolean {
  const [, key, date = '', salt = '', signature = ''] = AUTHORIZATION.exec(header) ?? []
  const expected = createHmac('sha256', apiSecret).update(`${date}${salt}`).digest()
  const isNow = Math.abs(Date.now() - Date.parse(date)) < CLOCK_SLACK_MS
  const given = Buffer.from(signature, 'hex')
  return key === apiKey && isNow && given.length === expected.length && timingSafeEqual(given, expected)
}

function listen(server: Server, { host, port }: { host: string; port: number }): Promise<{ url: string }> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      const address = server.address()
      resolve({ url: `http://${host}:${typeof address === 'object' && address !== null ? address.port : port}` })
    })
  })
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}
