import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** How the model behaves: what it says (`says` as JSON, `writes` as it stands), or how it fails to. */
export type Behaviour =
  | { readonly kind: 'says'; readonly answer: unknown; readonly afterMs?: number }
  | { readonly kind: 'writes'; readonly content: string }
  | { readonly kind: 'fails'; readonly status: number }
  | { readonly kind: 'redirects'; readonly to: string }
  | { readonly kind: 'hangs' }
  /** Begins an answer and never ends it. */
  | { readonly kind: 'trickles' }
  | { readonly kind: 'resets' }

/** One call as the server got it. */
export type ModelCall = { readonly path: string; readonly body: string; readonly authorization: string | undefined }

/** A server that speaks OpenAI's chat completions, and Ollama's chat, and does what it is told, however bad. */
export async function startModelServer(first: Behaviour = { kind: 'says', answer: {} }) {
  let behaviour = first
  const calls: ModelCall[] = []
  let closedEarly = 0

  const server = createServer((request, response) => void handle(request, response))
  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readAll(request)
    calls.push({ path: request.url ?? '', body, authorization: request.headers.authorization })
    response.on('close', () => {
      if (!response.writableEnded) closedEarly += 1
    })
    behave(behaviour, body, request, response)
  }
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo

  return {
    url: `http://127.0.0.1:${port}/v1`,
    calls,
    behave: (next: Behaviour) => {
      behaviour = next
    },
    /** Calls whose caller went away before they were answered. */
    closedEarly: () => closedEarly,
    /** Everything that ever reached the server. */
    everything: () => calls.map(({ body }) => body).join('\n'),
    async close() {
      server.closeAllConnections()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
      })
    },
  }
}

export type ModelServer = Awaited<ReturnType<typeof startModelServer>>

function behave(behaviour: Behaviour, body: string, request: IncomingMessage, response: ServerResponse): void {
  const isOllama = request.url === '/api/chat'
  switch (behaviour.kind) {
    case 'says':
      setTimeout(() => complete(response, body, JSON.stringify(behaviour.answer), isOllama), behaviour.afterMs ?? 0)
      return
    case 'writes':
      complete(response, body, behaviour.content, isOllama)
      return
    case 'fails':
      send(response, behaviour.status, { error: { message: `refused: ${body}`, type: 'x', code: 'x' } })
      return
    case 'redirects':
      response.statusCode = 307
      response.setHeader('location', behaviour.to)
      response.end()
      return
    case 'trickles':
      response.setHeader('content-type', 'application/json')
      response.write('{"id":"x","choices":[')
      return
    case 'resets':
      request.socket.destroy()
      return
    case 'hangs':
  }
}

function complete(response: ServerResponse, body: string, content: string, isOllama: boolean): void {
  // Ollama's own protocol: lines of JSON, here one.
  if (isOllama) {
    response.setHeader('content-type', 'application/x-ndjson')
    response.end(`${JSON.stringify({ model: 'local', message: { role: 'assistant', content }, done: true })}\n`)
    return
  }
  const asked: {
    readonly model?: string
    readonly tools?: readonly { readonly function: { readonly name: string } }[]
  } = JSON.parse(body)
  const [tool] = asked.tools ?? []
  const call = tool && { id: 'call_1', type: 'function', function: { name: tool.function.name, arguments: content } }
  const message = call
    ? { role: 'assistant', content: null, tool_calls: [call] }
    : { role: 'assistant', content, refusal: null }
  send(response, 200, {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1,
    model: asked.model,
    choices: [{ index: 0, message, finish_reason: call ? 'tool_calls' : 'stop', logprobs: null }],
    usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
  })
}

function send(response: ServerResponse, status: number, body: object): void {
  if (response.destroyed) return
  response.statusCode = status
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify(body))
}

async function readAll(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}
