import { once } from 'node:events'
import { createServer, type IncomingMessage, type OutgoingHttpHeaders, request, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'

/** A load balancer for HTTP, as small as one can be. */
export type RoundRobin = { stop(): Promise<void> }

/**
 * Gives each request to the next of `targets` (addresses such as `http://127.0.0.1:3978`). One that does not take the
 * connection is passed over; a request that breaks off later is answered 502, since it may have been taken in.
 */
export async function startRoundRobin(port: number, targets: readonly string[]): Promise<RoundRobin> {
  let turn = 0
  const server = createServer((incoming, outgoing) => {
    const first = (turn += 1)
    const order = targets.map((_, index) => targets[(first + index) % targets.length] ?? '')
    pass(incoming, outgoing, order).catch(() => send(outgoing, 502, {}))
  })
  await once(server.listen(port, '127.0.0.1'), 'listening')
  return {
    async stop() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

async function pass(incoming: IncomingMessage, outgoing: ServerResponse, order: readonly string[]): Promise<void> {
  const body = await buffer(incoming)
  for (const target of order) {
    try {
      const answer = await ask(`${target}${incoming.url ?? '/'}`, incoming, body)
      return send(outgoing, answer.statusCode ?? 502, answer.headers, await buffer(answer))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ECONNREFUSED') throw error
    }
  }
  throw new Error('Nobody takes requests.')
}

function send(outgoing: ServerResponse, status: number, headers: OutgoingHttpHeaders, body?: Buffer): void {
  outgoing.writeHead(status, headers)
  outgoing.end(body)
}

async function ask(url: string, { method, headers }: IncomingMessage, body: Buffer): Promise<IncomingMessage> {
  const asked = request(url, { method, headers, agent: false }).end(body)
  const [answer] = await once(asked, 'response')
  return answer
}
