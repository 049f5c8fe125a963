import type { IncomingMessage, ServerResponse } from 'node:http'
import type { SkillHandler } from './skillHandler.ts'

/** The body, read from the socket only as fast as the handler asks for it; drained unread once the handler has enough. */
const bodyOf = (request: IncomingMessage): ReadableStream<Uint8Array> => {
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

const headersOf = (request: IncomingMessage): Headers => {
  const headers = new Headers()
  for (const [name, values = []] of Object.entries(request.headersDistinct)) {
    for (const value of values) headers.append(name, value)
  }
  return headers
}

/** The handler reads no path, so none is passed on: what a caller puts there can break nothing. */
const toWebRequest = (request: IncomingMessage): Request => {
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
 * Serves a skill handler with node:http, or with restify and others that pass node's own request and response on.
 * Mount it where no body parser has read the request.
 */
export const createNodeListener =
  (handler: SkillHandler) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const answer = await handler(toWebRequest(request))
    const body = new Uint8Array(await answer.arrayBuffer())
    response.writeHead(answer.status, { ...Object.fromEntries(answer.headers), 'content-length': body.byteLength })
    response.end(body)
  }
