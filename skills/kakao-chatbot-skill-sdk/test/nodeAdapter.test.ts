import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { once } from 'node:events'
import { connect } from 'node:net'
import { createSkillHandler, simpleText, skillResponse } from '../src/index.ts'
import { channelPayload } from './support/payloads.ts'
import { serve } from './support/serve.ts'

const secret = 'a-long-random-secret'
const headers = { 'content-type': 'application/json', 'x-skill-secret': secret }

const handler = createSkillHandler({
  secrets: [secret],
  answer: async ({ utterance }) => skillResponse({ outputs: [simpleText(utterance)] }),
  lastResort: () => skillResponse({ outputs: [simpleText('죄송합니다.')] }),
})

let server: Awaited<ReturnType<typeof serve>>
beforeAll(async () => {
  server = await serve(handler)
})
afterAll(() => server.close())

/** Everything the server says to raw bytes, until it closes the connection. */
const exchange = async (bytes: string, hangsUp = false): Promise<string> => {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
  let received = ''
  socket.on('data', (chunk) => {
    received += chunk.toString()
  })
  socket.on('error', () => undefined)
  socket.write(bytes)
  if (hangsUp) socket.end()
  await once(socket, 'close')
  return received
}

const answersStill = async () => {
  const response = await fetch(server.url, { method: 'POST', headers, body: JSON.stringify(channelPayload) })
  return response.status === 200 && (await response.text()).includes('시설 불편')
}

describe('createNodeListener', () => {
  it('serves a handler', async () => {
    expect(await answersStill()).toBe(true)
  })

  it('keeps a text whole that arrives in pieces', async () => {
    const bytes = new TextEncoder().encode(JSON.stringify(channelPayload))
    const pieces = new ReadableStream<Uint8Array>({
      start: (controller) => {
        for (let at = 0; at < bytes.length; at += 7) controller.enqueue(bytes.slice(at, at + 7))
        controller.close()
      },
    })
    const init = { method: 'POST', headers, body: pieces, duplex: 'half' }
    expect(await (await fetch(server.url, init)).text()).toContain('시설 불편')
  })

  it.each<[string, number, Readonly<Record<string, string>>, string]>([
    ['10 MB of nested lists', 200, headers, '['.repeat(10 * 1024 * 1024)],
    ['10 MB without a secret', 401, {}, '['.repeat(10 * 1024 * 1024)],
    ['no JSON', 200, headers, 'x'],
  ])('answers %s and goes on serving', async (_name, status, headers, body) => {
    expect((await fetch(server.url, { method: 'POST', headers, body })).status).toBe(status)
    expect(await answersStill()).toBe(true)
  })

  it('answers 10 MB that announce no length', async () => {
    const body = new Blob(['['.repeat(10 * 1024 * 1024)]).stream()
    const init = { method: 'POST', headers, body, duplex: 'half' }
    const response = await fetch(server.url, init)
    expect([response.status, (await response.text()).includes('죄송합니다.')]).toEqual([200, true])
    expect(await answersStill()).toBe(true)
  })

  it.each(['GET /', 'HEAD /', 'TRACE /', 'PUT //', 'OPTIONS *', 'GET http://[/'])(
    'refuses %s with 405',
    async (line) => {
      const received = await exchange(`${line} HTTP/1.1\r\nhost: a\r\nconnection: close\r\ncontent-length: 2\r\n\r\n{}`)
      expect(received).toMatch(/^HTTP\/1\.1 405 /u)
    },
  )

  it('serves the next call on a connection whose last body was too large', async () => {
    const size = 10 * 1024 * 1024
    const received = await exchange(
      `POST / HTTP/1.1\r\nhost: a\r\nx-skill-secret: ${secret}\r\ntransfer-encoding: chunked\r\n\r\n` +
        `${size.toString(16)}\r\n${'['.repeat(size)}\r\n0\r\n\r\n` +
        'GET / HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n',
    )
    expect(received.match(/HTTP\/1\.1 \d+/gu)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 405'])
  })

  it('survives a caller who hangs up', async () => {
    await exchange(`POST / HTTP/1.1\r\nhost: a\r\nx-skill-secret: ${secret}\r\ncontent-length: 100\r\n\r\n{"bot`, true)
    expect(await answersStill()).toBe(true)
  })
})
