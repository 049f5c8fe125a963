import { randomBytes } from 'node:crypto'

import restify, { type Request, type Response } from 'restify'

import { createDirectLineAccess } from '../../bots/intake/directline/directLineAccess.ts'
import { createDirectLineApi } from '../../bots/intake/directline/directLineApi.ts'
import { createDirectLineStream } from '../../bots/intake/directline/directLineStream.ts'
import { createDirectLineTokens } from '../../bots/intake/directline/directLineTokens.ts'
import { mountDirectLine } from '../../src/http/directLineRoutes.ts'
import type { Limit } from '../../src/live/live.ts'
import { createEchoBot, type EchoBot } from './echoBot.ts'

export type DirectLineServerOptions = {
  readonly publicUrl?: string
  readonly trustedProxies?: readonly string[]
  readonly keepAliveMs?: number
  readonly tokenLifetimeS?: number
  readonly port?: number
  /** The bot of a server before, which remembers what was said there. */
  readonly bot?: EchoBot
}

export const directLineSecret = 'a-secret-of-the-hospital'
export const allowedOrigin = 'https://hospital.example'

/** Direct Line on a real server on loopback, with a bot that echoes and a clock that tests move. */
export async function startDirectLineServer(options: DirectLineServerOptions = {}) {
  const { publicUrl, trustedProxies = [], keepAliveMs = 15_000, tokenLifetimeS = 7200, port = 0 } = options
  const clock = { skewMs: 0 }
  const now = () => Date.now() + clock.skewMs
  const bot = options.bot ?? createEchoBot(now)
  const { runTurn, transcript } = bot
  const tokens = createDirectLineTokens({ secret: Buffer.alloc(32, 7), now, lifetimeS: tokenLifetimeS })
  const takenFrom = new Map<string, number>()
  const rateLimit = {
    take: async (key: string, { points, perSeconds }: Limit) => {
      takenFrom.set(key, (takenFrom.get(key) ?? 0) + 1)
      return { allowed: (takenFrom.get(key) ?? 0) <= points, retryAfterSeconds: perSeconds }
    },
  }
  const access = createDirectLineAccess({ transcript, tokens, rateLimit, secret: directLineSecret })
  const randomId = () => randomBytes(18).toString('base64url')
  const api = createDirectLineApi({ runTurn, transcript, tokens, access, randomId })
  const stream = createDirectLineStream({ transcript, tokens, now, keepAliveMs })
  const server = restify.createServer()
  server.on(
    'restifyError',
    (_request: Request, response: Response, error: { statusCode?: number }, done: () => void) => {
      response.send(error.statusCode ?? 500, { error: { code: 'other', message: 'Something went wrong.' } })
      done()
    },
  )
  mountDirectLine(server, { api, stream, allowedOrigins: [allowedOrigin], publicUrl, trustedProxies })
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve)
  })
  const url = `http://127.0.0.1:${server.address().port}`
  return {
    url,
    directLine: `${url}/v3/directline`,
    server,
    bot,
    clock,
    tokens,
    takenFrom,
    async close() {
      await stream.close()
      server.server.closeAllConnections()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
      })
    },
  }
}

export type DirectLineServer = Awaited<ReturnType<typeof startDirectLineServer>>
