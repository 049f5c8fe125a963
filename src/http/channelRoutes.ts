import type { IncomingMessage, ServerResponse } from 'node:http'

import type { Request, Response, Server } from 'restify'
import { z } from 'zod'

import type { BotFrameworkDoor } from '../../bots/intake/botFrameworkDoor.ts'
import { describeError } from '../describeError.ts'
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

const account = z.looseObject({ id: z.string() })
const activitySchema = z.looseObject({
  type: z.string().min(1),
  id: z.string().optional(),
  channelId: z.string().min(1),
  serviceUrl: z.url({ protocol: /^https?$/ }),
  conversation: z.looseObject({ id: z.string().min(1) }),
  from: account.optional(),
  recipient: account.optional(),
  text: z.string().nullish(),
  locale: z.string().nullish(),
  membersAdded: z.array(account).nullish(),
})

/**
 * Mounts `POST /api/messages`. The door checks the caller's JWT when it has credentials; without
 * them it would answer anybody and call any address, so only loopback service addresses get through.
 */
export function addBotFrameworkRoute(
  server: Server,
  door: Pick<BotFrameworkDoor, 'authenticate' | 'receive'>,
  options: { readonly isOpen: boolean; readonly log: { warn(fields: object, message: string): void } },
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
      const caller = await door.authenticate(activity, request.headers.authorization)
      if (!caller) throw new HttpProblem(401, 'unauthorized', 'The caller is not a channel of this bot.')
      await door.receive(caller, activity).catch((error: unknown) => {
        options.log.warn(describeError(error), 'a Bot Framework channel could not be answered')
        throw new HttpProblem(502, 'not_answered', 'The channel could not be answered. Send the activity again.')
      })
      response.send(200)
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
