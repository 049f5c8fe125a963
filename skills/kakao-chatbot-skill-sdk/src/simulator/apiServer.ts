import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parseJson } from '../parseJson.ts'
import type { CallbackTokens } from './callbackTokens.ts'
import type { EventTasks } from './eventTasks.ts'
import type { FaultSwitch } from './faults.ts'
import type { PhotoShelf } from './photos.ts'

/** What Kakao's bot API answers with, and for whom. */
export interface ApiServerOptions {
  readonly botId: string
  readonly restApiKey: string
  readonly tasks: EventTasks
  readonly callbacks: CallbackTokens
  readonly photos: PhotoShelf
  readonly faults: FaultSwitch
  readonly now: () => number
}

/** A running server. */
export interface ApiServer {
  readonly url: string
  /** Cuts what is still open, such as calls that are kept hanging. */
  readonly close: () => Promise<void>
}

interface Call {
  readonly method: string
  readonly path: string
  readonly authorization: string | undefined
  readonly body: string
}

/** A status and a JSON body; `undefined` never answers. */
type Answer = { readonly status: number; readonly body: object } | undefined

const maxBodyBytes = 1024 * 1024

const readText = async (request: IncomingMessage): Promise<string> => {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength
    if (bytes > maxBodyBytes) throw new Error('The body is too large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

const createRoutes = ({ botId, restApiKey, tasks, callbacks, faults, now }: ApiServerOptions) => {
  const bare = (id: string) => id.replace(/!$/u, '')
  const isBot = (segment: string) => bare(decodeURIComponent(segment)) === bare(botId)
  const refusal = (status: number, message: string): Answer => ({
    status,
    body: { status: 'FAIL', message, timestamp: now() },
  })

  const talk = (body: string): Answer => {
    const { refuseEvents } = faults.next({ kind: 'event' })
    if (refuseEvents === 'hang') return undefined
    if (refuseEvents === 'http500') return refusal(500, 'Internal server error')
    if (refuseEvents === 'http429') return refusal(429, 'Too many requests')
    const accepted = tasks.accept(parseJson(body))
    if (!accepted.ok) return refusal(400, accepted.problem)
    return { status: 200, body: { taskId: accepted.taskId, status: 'SUCCESS', timestamp: now() } }
  }

  return ({ method, path, authorization, body }: Call): Answer => {
    const isAuthorized = authorization === `KakaoAK ${restApiKey}`
    const [version = '', kind, id = '', action, token = ''] = path.split('/').slice(1)
    const route = `${method} ${version} ${kind} ${action}`
    if (route === 'POST v1 bots callback') {
      if (!isBot(id)) return refusal(400, 'Invalid bot ID')
      return { status: 200, body: { taskId: token, ...callbacks.use(token, body), timestamp: now() } }
    }
    if (!isAuthorized) return refusal(401, 'Unauthorized')
    if (route === 'POST v2 bots talk') return isBot(id) ? talk(body) : refusal(400, 'Invalid bot ID')
    if (method === 'GET' && kind === 'tasks' && ['v1', 'v2'].includes(version)) {
      const task = tasks.find(id)
      return task ? { status: 200, body: task } : refusal(404, 'No such task')
    }
    return refusal(404, 'Not found')
  }
}

const answerRequest = async (request: IncomingMessage, answerCall: (call: Call) => Answer): Promise<Answer> => {
  const { method = '', headers, url = '' } = request
  const path = url.split('?')[0] ?? ''
  try {
    return answerCall({ method, path, authorization: headers.authorization, body: await readText(request) })
  } catch {
    return { status: 400, body: { status: 'ERROR', message: 'Bad request' } }
  }
}

const listen = async (server: Server, port: number, host: string): Promise<string> => {
  server.listen(port, host)
  await once(server, 'listening')
  return `http://${host}:${(server.address() as AddressInfo).port}`
}

/** Kakao's bot API on a port of this machine; port 0 takes a free one. */
export const startApiServer = async (port: number, host: string, options: ApiServerOptions): Promise<ApiServer> => {
  const answerCall = createRoutes(options)
  const server = createServer((request, response) => {
    const { url = '' } = request
    if (request.method === 'GET' && url.startsWith('/dna/')) {
      options.photos.serve(url, response)
      return
    }
    void answerRequest(request, answerCall).then((answer) => {
      // Without an answer the call hangs until the server closes.
      if (answer) response.writeHead(answer.status, { 'content-type': 'application/json; charset=utf-8' })
      return answer && response.end(JSON.stringify(answer.body))
    })
  })
  const url = await listen(server, port, host)
  return {
    url,
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
