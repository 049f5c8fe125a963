import type { IncomingMessage, ServerResponse } from 'node:http'

import type { CloudAdapter, TurnContext } from 'botbuilder'
import type { Request, Response, Server } from 'restify'
import { z } from 'zod'

import { HttpProblem } from './httpProblem.ts'
import { readJson } from './readJson.ts'

type NodeListener = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** Mounts `POST /kakao/skill`. The handler reads the body itself and always answers. */
export function addKakaoRoute(server: Server, listener: NodeListener): void {
  server.post('/kakao/skill', async (request: Request, response: Response) => listener(request, response))
}

/** Mounts `POST /slack/events`. Slack's signature covers the raw bytes, so nothing may read the body before. */
export function addSlackRoute(server: Server, handle: NodeListener): void {
  server.post('/slack/events', async (request: Request, response: Response) => handle(request, response))
}

const activitySchema = z.looseObject({
  type: z.string().min(1),
  channelId: z.string().min(1),
  serviceUrl: z.url({ protocol: /^https?$/ }),
  conversation: z.looseObject({ id: z.string().min(1) }),
  from: z.looseObject({ id: z.string() }).optional(),
})

/**
 * Mounts `POST /api/messages`. The Bot Framework adapter checks the caller's JWT when it has credentials; without
 * them it would answer anybody and call any address, so only loopback service addresses get through.
 */
export function addBotFrameworkRoute(
  server: Server,
  door: {
    readonly adapter: CloudAdapter
    isAuthentic(activity: object, authorization: string | undefined): Promise<boolean>
    onTurn(context: TurnContext): Promise<void>
  },
  options: { readonly isOpen: boolean },
): void {
  server.post('/api/messages', async (request: Request, response: Response) => {
    try {
      const activity = await readJson(request, activitySchema)
      if (options.isOpen && !isLoopback(activity.serviceUrl)) {
        throw new HttpProblem(
          403,
          'service_url_refused',
          'Without credentials only loopback service addresses are answered.',
        )
      }
      if (!(await door.isAuthentic(activity, request.headers.authorization))) {
        throw new HttpProblem(401, 'unauthorized', 'The caller is not a channel of this bot.')
      }
      await door.adapter.process({ body: activity, headers: request.headers, method: 'POST' }, response, (context) =>
        door.onTurn(context),
      )
    } catch (error) {
      if (!(error instanceof HttpProblem)) throw error
      response.send(error.status, { error: { code: error.code, message: error.message } })
    }
  })
}

function isLoopback(serviceUrl: string): boolean {
  const { hostname } = new URL(serviceUrl)
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname)
}
