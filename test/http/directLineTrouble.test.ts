import { afterEach, describe, expect, it } from '@jest/globals'

import { type DirectLineServer, directLineSecret, startDirectLineServer } from '../support/directLineServer.ts'
import { createEchoBot } from '../support/echoBot.ts'

let server: DirectLineServer
afterEach(() => server.close())

async function generateToken(): Promise<{ token: string; conversationId: string }> {
  const headers = { authorization: `Bearer ${directLineSecret}` }
  return (await fetch(`${server.directLine}/tokens/generate`, { method: 'POST', headers })).json() as never
}

async function say(conversation: { token: string; conversationId: string }): Promise<Response> {
  return fetch(`${server.directLine}/conversations/${conversation.conversationId}/activities`, {
    method: 'POST',
    headers: { authorization: `Bearer ${conversation.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ type: 'message', from: { id: 'me' }, text: 'hello' }),
  })
}

describe('what a client posts', () => {
  it('is not taken for said where the turn failed, so that it is sent again', async () => {
    const bot = createEchoBot(Date.now)
    const failing = { ...bot, runTurn: async () => ({ replies: [], sequence: undefined, failed: true }) }
    server = await startDirectLineServer({ bot: failing })
    const answer = await say(await generateToken())
    expect([answer.status, await answer.json()]).toEqual([
      503,
      { error: { code: 'unavailable', message: expect.any(String) } },
    ])
  })

  it('is refused for a while when no person could say so much', async () => {
    server = await startDirectLineServer()
    const conversation = await generateToken()
    const statuses: number[] = []
    for (let count = 0; count < 121; count += 1) statuses.push((await say(conversation)).status)
    expect([statuses.filter((status) => status === 200).length, statuses.at(-1)]).toEqual([120, 429])
    expect((await say(await generateToken())).status).toBe(200)
  })
})
