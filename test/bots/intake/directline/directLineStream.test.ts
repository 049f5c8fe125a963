import { once } from 'node:events'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { WebSocket } from 'ws'

import { directLineSecret, startDirectLineServer, type DirectLineServer } from '../../../support/directLineServer.ts'

type Frame = { activities: { text?: string; type: string }[]; watermark: string }

let server: DirectLineServer
const headers = { authorization: `Bearer ${directLineSecret}` }

beforeAll(async () => {
  server = await startDirectLineServer({ keepAliveMs: 60 })
})
afterAll(() => server.close())

async function open(): Promise<{ conversationId: string; streamUrl: string }> {
  return (await fetch(`${server.directLine}/conversations`, { method: 'POST', headers })).json()
}

function listen(url: string, options: object = {}) {
  const socket = new WebSocket(url, options)
  const frames: string[] = []
  socket.on('message', (data: Buffer) => frames.push(data.toString()))
  const activities = () =>
    frames.filter((frame) => frame !== '').flatMap((frame) => (JSON.parse(frame) as Frame).activities)
  return { socket, frames, activities }
}

async function until(isTrue: () => boolean): Promise<void> {
  for (let tries = 0; tries < 250 && !isTrue(); tries++) await new Promise((resolve) => setTimeout(resolve, 20))
  expect(isTrue()).toBe(true)
}

/** Status of an upgrade that is refused. */
async function refusal(url: string): Promise<number> {
  const socket = new WebSocket(url)
  socket.on('error', () => undefined)
  const [, response] = await once(socket, 'unexpected-response')
  socket.terminate()
  return response.statusCode
}

describe('a stream', () => {
  it('plays what there is, then what comes', async () => {
    const { conversationId, streamUrl } = await open()
    const { socket, activities } = listen(streamUrl)
    await until(() => activities().length === 1)
    await server.bot.say(conversationId, { type: 'message', text: 'answer' })
    await until(() => activities().length === 2)
    expect(activities().map(({ text }) => text)).toEqual(['hello', 'answer'])
    socket.close()
  })

  it('plays what comes although the news of it got lost', async () => {
    const { conversationId, streamUrl } = await open()
    const { socket, activities } = listen(streamUrl)
    await until(() => activities().length === 1)
    await server.bot.say(conversationId, { type: 'message', text: 'unheard' }, false)
    await until(() => activities().length === 2)
    socket.close()
  })

  it('loses and repeats nothing of a burst, at most fifty a frame', async () => {
    const { conversationId, streamUrl } = await open()
    const { socket, frames, activities } = listen(streamUrl)
    const texts = Array.from({ length: 300 }, (_, index) => String(index))
    for (const text of texts) await server.bot.say(conversationId, { type: 'message', text })
    await until(() => activities().length === 301)
    expect(
      activities()
        .slice(1)
        .map(({ text }) => text),
    ).toEqual(texts)
    expect(
      Math.max(...frames.filter(Boolean).map((frame) => (JSON.parse(frame) as Frame).activities.length)),
    ).toBeLessThanOrEqual(50)
    socket.close()
  })

  it('sends empty frames that keep it alive', async () => {
    const { frames, socket } = listen((await open()).streamUrl)
    await until(() => frames.filter((frame) => frame === '').length > 2)
    expect(socket.readyState).toBe(WebSocket.OPEN)
    socket.close()
  })

  it('counts nothing as received and lets go of a client that does not answer', async () => {
    const { conversationId, streamUrl } = await open()
    const { socket, activities } = listen(streamUrl, { autoPong: false })
    await until(() => activities().length === 1)
    await once(socket, 'close')
    expect(server.bot.received.has(conversationId)).toBe(false)
  })

  it('believes no client that claims to have received what was not sent', async () => {
    const { conversationId, streamUrl } = await open()
    const { socket, activities } = listen(streamUrl, { autoPong: false })
    await until(() => activities().length === 1)
    socket.pong('9000000000000000')
    await once(socket, 'close')
    expect(server.bot.received.has(conversationId)).toBe(false)
  })

  it('closes after the last word of the conversation', async () => {
    const { conversationId, streamUrl } = await open()
    const { socket, activities } = listen(streamUrl)
    await until(() => activities().length === 1)
    await server.bot.say(conversationId, { type: 'endOfConversation' })
    const [code] = await once(socket, 'close')
    expect([code, activities().at(-1)?.type]).toEqual([1000, 'endOfConversation'])
  })

  it('is refused without a credential, with a token, for another conversation, elsewhere, and late', async () => {
    const { conversationId, streamUrl } = await open()
    const { conversationId: other } = await open()
    const token = await server.tokens.issue('token', { conversationId })
    const withCredential = (t: string) => streamUrl.replace(/t=.*/, `t=${t}`)
    expect(await refusal(withCredential(''))).toBe(401)
    expect(await refusal(withCredential(token))).toBe(401)
    expect(await refusal(streamUrl.replace(conversationId, other))).toBe(403)
    expect(await refusal(streamUrl.replace('/stream', '/other'))).toBe(404)
    server.clock.skewMs = 61_000
    expect(await refusal(streamUrl)).toBe(403)
    server.clock.skewMs = 0
  })
})

it('leads to the address the operator named', async () => {
  const named = await startDirectLineServer({ publicUrl: 'https://sori.example' })
  const { streamUrl } = await (await fetch(`${named.directLine}/conversations`, { method: 'POST', headers })).json()
  expect(streamUrl).toMatch(
    /^wss:\/\/sori\.example\/v3\/directline\/conversations\/web-[\w-]+\/stream\?watermark=0&t=[\w.-]+$/,
  )
  await named.close()
})

it('closes when the token that came with it ends', async () => {
  const brief = await startDirectLineServer({ tokenLifetimeS: 1 })
  const { streamUrl } = await (await fetch(`${brief.directLine}/conversations`, { method: 'POST', headers })).json()
  const { socket, activities } = listen(streamUrl)
  const [code] = await once(socket, 'close')
  expect([code, activities().length]).toEqual([1008, 1])
  await brief.close()
})
