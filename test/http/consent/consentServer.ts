import { once } from 'node:events'
import type { AddressInfo } from 'node:net'

import { createServer } from '../../../src/http/createServer.ts'
import { addConsentRoutes } from '../../../src/http/consent/consentRoutes.ts'
import { hospital, startTalk, type Talk, type TalkOptions } from '../../support/talk.ts'

/** One line of the server's log. */
type LogLine = { readonly fields: object; readonly message: string }

/** The consent page on a real server, in front of somebody who is being asked for the first consent. */
export async function startConsentServer(options: TalkOptions & { readonly requestsPerMinute?: number } = {}) {
  const lines: LogLine[] = []
  const log = (fields: object, message: string): void => void lines.push({ fields, message })
  const talk = startTalk({ ...options, log: { warn: log } })
  let taken = 0
  const server = createServer({ info: log, error: log })
  addConsentRoutes(server, {
    hospital: options.hospital ?? hospital,
    page: talk.page,
    rateLimit: {
      take: async () => ({ allowed: (taken += 1) <= (options.requestsPerMinute ?? Infinity), retryAfterSeconds: 60 }),
    },
    clientAddress: () => '192.0.2.1',
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}`

  return {
    url,
    talk,
    lines,
    /** Everything that is kept of the conversation, to be compared. */
    kept: async () => JSON.stringify([...Object.values(talk.record()).map(listed), await talk.held()]),
    get: (token: string, init: RequestInit = {}) => fetch(`${url}/consent/${token}`, init),
    post: (token: string, choices: Readonly<Record<string, string>> | string, headers = {}) =>
      fetch(`${url}/consent/${token}`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        body: typeof choices === 'string' ? choices : new URLSearchParams(choices).toString(),
      }),
    async close() {
      server.server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
      await talk.close()
    },
  }
}

export type ConsentServer = Awaited<ReturnType<typeof startConsentServer>>

/** Brings somebody to the first consent. @returns the token of the link they were given */
export async function askForConsent(talk: Talk, language: 'ko' | 'en' = 'ko'): Promise<string> {
  await talk.say(
    language === 'ko' ? '어제 수납에서 한 시간 기다렸어요' : 'I waited two hours at the billing desk yesterday.',
  )
  await talk.say(language === 'ko' ? '네' : 'yes')
  return talk.findToken()
}

function listed(kept: unknown): unknown {
  return kept instanceof Map || kept instanceof Set ? [...kept] : kept
}
