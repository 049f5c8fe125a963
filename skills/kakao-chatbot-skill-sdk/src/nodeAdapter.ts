import type { WebHandler } from './guardedHandler.ts'

/** What is needed of node's `IncomingMessage`; spelt out, so that edge projects need no types of node. */
export interface NodeRequest {
  readonly method?: string | undefined
  readonly headersDistinct: Readonly<Record<string, string[] | undefined>>
  readonly pause: () => unknown
  readonly resume: () => unknown
  on(event: 'data', listener: (chunk: Uint8Array) => void): unknown
  once(event: 'end', listener: () => void): unknown
  once(event: 'error', listener: (error: Error) => void): unknown
}

/** What is needed of node's `ServerResponse`. */
export interface NodeResponse {
  writeHead(status: number, headers: Record<string, string | number>): unknown
  end(body: Uint8Array): unknown
}

/** The body, read from the socket only as fast as the handler asks for it; drained unread once the handler has enough. */
const bodyOf = (request: NodeRequest): ReadableStream<Uint8Array> => {
  let isWanted = true
  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        request.pause()
        request.on('data', (chunk: Uint8Array) => {
          if (!isWanted) return
          controller.enqueue(chunk)
          request.pause()
        })
        request.once('end', () => {
          if (isWanted) controller.close()
          isWanted = false
        })
        request.once('error', (error) => {
          if (isWanted) controller.error(error)
          isWanted = false
        })
      },
      pull: () => {
        request.resume()
      },
      cancel: () => {
        isWanted = false
        request.resume()
      },
    },
    { highWaterMark: 0 },
  )
}

const headersOf = (request: NodeRequest): Headers => {
  const headers = new Headers()
  for (const [name, values = []] of Object.entries(request.headersDistinct)) {
    for (const value of values) headers.append(name, value)
  }
  return headers
}

/** The handler reads no path, so none is passed on: what a caller puts there can break nothing. */
const toWebRequest = (request: NodeRequest): Request => {
  const url = 'http://skill.invalid/'
  const headers = headersOf(request)
  if (request.method !== 'POST') return new Request(url, { method: 'GET', headers })
  const init: RequestInit & { readonly duplex: 'half' } = {
    method: 'POST',
    headers,
    body: bodyOf(request),
    duplex: 'half',
  }
  return new Request(url, init)
}

/**
 * Serves a web-standard handler with node:http, or with restify and others that pass node's own request and response on.
 * Mount it where no body parser has read the request.
 */
export const createNodeListener =
  (handler: WebHandler) =>
  async (request: NodeRequest, response: NodeResponse): Promise<void> => {
    const answer = await handler(toWebRequest(request))
    const body = new Uint8Array(await answer.arrayBuffer())
    response.writeHead(answer.status, { ...Object.fromEntries(answer.headers), 'content-length': body.byteLength })
    response.end(body)
  }
