import { once } from 'node:events'
import { connect } from 'node:net'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import {
  allowedOrigin,
  directLineSecret,
  startDirectLineServer,
  type DirectLineServer,
} from '../support/directLineServer.ts'

type Answer = { status: number; body: Record<string, any>; headers: Headers } // eslint-disable-line typescript/no-explicit-any
type Opened = { conversationId: string; token: string; streamUrl: string; expires_in: number }

let server: DirectLineServer
const secret = { authorization: `Bearer ${directLineSecret}` }

beforeAll(async () => {
  server = await startDirectLineServer()
})
afterAll(() => server.close())

async function call(
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: unknown,
): Promise<Answer> {
  const sent = body === undefined || typeof body === 'string' || body instanceof FormData ? body : JSON.stringify(body)
  const answer = await fetch(server.directLine + path, { method, headers, body: sent ?? null })
  const text = await answer.text()
  return { status: answer.status, body: text ? JSON.parse(text) : {}, headers: answer.headers }
}

async function open(): Promise<Opened> {
  return (await call('POST', '/conversations', secret)).body as Opened
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
const message = { type: 'message', from: { id: 'u' }, text: 'hi' }

describe('the conversation routes', () => {
  it('opens a conversation with a secret', async () => {
    const { status, body } = await call('POST', '/conversations', secret)
    expect(status).toBe(201)
    expect(Object.keys(body).sort()).toEqual(['conversationId', 'expires_in', 'streamUrl', 'token'])
    expect(body.conversationId).toMatch(/^web-[\w-]{22,}$/)
    expect(body.expires_in).toBeGreaterThanOrEqual(1800)
    expect(body.streamUrl.startsWith(server.url.replace('http', 'ws'))).toBe(true)
  })

  it('answers for the own conversation of a token, and greets once', async () => {
    const { body } = await call('POST', '/tokens/generate', secret, { user: { id: 'dl_minji' } })
    for (let times = 0; times < 2; times++) {
      const opened = await call('POST', '/conversations', bearer(body.token))
      expect(opened.body.conversationId).toBe(body.conversationId)
    }
    const { activities } = (await call('GET', `/conversations/${body.conversationId}/activities`, secret)).body
    expect(activities.map((activity: { text: string }) => activity.text)).toEqual(['hello'])
  })

  it('sends under the user of the token, whatever the activity says', async () => {
    const { body } = await call('POST', '/tokens/generate', secret, { user: { id: 'dl_minji' } })
    const path = `/conversations/${body.conversationId}/activities`
    await call('POST', path, bearer(body.token), { ...message, from: { id: 'someone-else' } })
    const { activities } = (await call('GET', path, bearer(body.token))).body
    expect(activities[0].from).toEqual({ id: 'dl_minji', role: 'user' })
  })

  it('renews a token', async () => {
    const { token, conversationId } = await open()
    const { status, body } = await call('POST', '/tokens/refresh', bearer(token))
    expect([status, body.conversationId]).toEqual([200, conversationId])
    expect((await call('GET', `/conversations/${conversationId}`, bearer(body.token))).status).toBe(200)
  })

  it('gives only what comes after the watermark', async () => {
    const { conversationId } = await open()
    const path = `/conversations/${conversationId}/activities`
    const first = (await call('GET', path, secret)).body
    const nothing = (await call('GET', `${path}?watermark=${first.watermark}`, secret)).body
    expect(nothing).toEqual({ activities: [], watermark: first.watermark })
  })

  it('gives an id of its own to an activity that is not kept', async () => {
    const { conversationId } = await open()
    const path = `/conversations/${conversationId}/activities`
    const { body } = await call('POST', path, secret, { ...message, text: 'secret' })
    expect(body.id).toMatch(new RegExp(`^${conversationId}\\|[\\w-]{22,}$`))
  })

  it.each([{ type: 'typing' }, { type: 'event', name: 'something' }])('takes and lets pass %j', async (activity) => {
    const { conversationId } = await open()
    const before = server.bot.events.length
    expect((await call('POST', `/conversations/${conversationId}/activities`, secret, activity)).status).toBe(200)
    expect(server.bot.events.length).toBe(before)
  })

  it.each([
    { type: 'conversationUpdate', membersAdded: [] },
    { type: 'event', name: 'webchat/join', value: { language: 'en-US' } },
    { type: 'event', name: 'startConversation' },
  ])('takes %j for a start', async (activity) => {
    const { token, conversationId } = (await call('POST', '/tokens/generate', secret)).body
    await call('POST', `/conversations/${conversationId}/activities`, bearer(token), activity)
    expect(server.bot.events.at(-1)).toMatchObject({ kind: 'start', conversationId })
  })

  it.each([
    { named: 'a text in value', activity: { ...message, text: undefined, value: 'typed' }, text: 'typed' },
    { named: 'a NUL and half a surrogate pair', activity: { ...message, text: 'a\0b\ud83d' }, text: 'ab\ufffd' },
    {
      named: 'null for what is absent',
      activity: { ...message, value: null, locale: null, channelData: null },
      text: 'hi',
    },
  ])('understands $named', async ({ activity, text }) => {
    const { conversationId } = await open()
    expect((await call('POST', `/conversations/${conversationId}/activities`, secret, activity)).status).toBe(200)
    expect(server.bot.events.at(-1)?.text).toBe(text)
  })

  it('notes the files of an upload and the user it is from', async () => {
    const { conversationId } = await open()
    const form = new FormData()
    form.append(
      'activity',
      new Blob([JSON.stringify({ type: 'message', text: 'look' })], { type: 'application/vnd.microsoft.activity' }),
    )
    form.append('file', new Blob(['%PDF']), 'a.pdf')
    expect((await call('POST', `/conversations/${conversationId}/upload?userId=u1`, secret, form)).status).toBe(200)
    expect(server.bot.events.at(-1)).toMatchObject({ text: 'look', from: 'u1', channelData: { attachments: true } })
  })
})

describe('who may call', () => {
  it.each([
    { named: 'no credential', headers: {}, status: 401 },
    { named: 'another scheme', headers: { authorization: 'Basic YTpi' }, status: 401 },
    { named: 'nonsense', headers: bearer('x.y.z'), status: 401 },
    {
      named: 'a token somebody else signed',
      headers: bearer('eyJhbGciOiJub25lIn0.eyJraW5kIjoidG9rZW4ifQ.'),
      status: 401,
    },
  ])('refuses $named on every conversation route', async ({ headers, status }) => {
    const { conversationId } = await open()
    const one = `/conversations/${conversationId}`
    const calls = [['POST', '/conversations'], ['GET', one], ['GET', `${one}/activities`], ['POST', `${one}/activities`], ['POST', `${one}/upload`], ['POST', '/tokens/refresh'], ['POST', '/tokens/generate']] as const // prettier-ignore
    for (const [method, path] of calls) expect((await call(method, path, headers)).status).toBe(status)
  })

  it('keeps a token to its own conversation', async () => {
    const [mine, other] = [await open(), await open()]
    const { status, body } = await call('GET', `/conversations/${other.conversationId}/activities`, bearer(mine.token))
    expect([status, body.error.code]).toEqual([403, 'not_yours'])
  })

  it('takes no stream credential for a token', async () => {
    const { conversationId, streamUrl } = await open()
    const credential = new URL(streamUrl).searchParams.get('t') ?? ''
    expect((await call('GET', `/conversations/${conversationId}`, bearer(credential))).status).toBe(401)
  })

  it('answers 403 to a token that has expired', async () => {
    const { conversationId, token } = await open()
    server.clock.skewMs = 2 * 60 * 60 * 1000 + 1000
    const { status, body } = await call('GET', `/conversations/${conversationId}`, bearer(token))
    server.clock.skewMs = 0
    expect([status, body.error.code]).toEqual([403, 'token_expired'])
  })

  it.each(['web-aaaaaaaaaaaaaaaaaaaaaaaa', 'kakao-aaaaaaaaaaaaaaaaaaaaaaaa', 'web-%00', '%F0%9F%98%80'])(
    'answers 404 to the secret for the unknown conversation %s',
    async (id) => {
      for (const path of [`/conversations/${id}`, `/conversations/${id}/activities`])
        expect((await call('GET', path, secret)).status).toBe(404)
      expect((await call('POST', `/conversations/${id}/activities`, secret, message)).status).toBe(404)
    },
  )

  it('keeps conversations of other channels to themselves', async () => {
    await server.bot.say('kakao-bbbbbbbbbbbbbbbbbbbbbbbb', { type: 'message', text: 'private' })
    expect((await call('GET', '/conversations/kakao-bbbbbbbbbbbbbbbbbbbbbbbb/activities', secret)).status).toBe(404)
  })

  it('answers 404 once a conversation has ended and its end has been read', async () => {
    const { conversationId, token } = await open()
    const path = `/conversations/${conversationId}/activities`
    await call('POST', path, bearer(token), { ...message, text: 'bye' })
    const { status, body } = await call('GET', path, bearer(token))
    expect([status, body.activities.at(-1).type]).toEqual([200, 'endOfConversation'])
    expect((await call('GET', `${path}?watermark=${body.watermark}`, bearer(token))).status).toBe(404)
    expect((await call('POST', path, bearer(token), message)).status).toBe(404)
    expect((await call('POST', '/conversations', bearer(token))).status).toBe(404)
  })

  it('gives tokens to allowed origins and our own, and to so many an address only', async () => {
    for (const origin of [allowedOrigin, server.url])
      expect((await call('POST', '/tokens/generate', { origin })).status).toBe(200)
    expect((await call('POST', '/tokens/generate', { origin: 'https://elsewhere.example' })).status).toBe(401)
    server.takenFrom.set('directline:127.0.0.1', 30)
    const { status, headers, body } = await call('POST', '/tokens/generate', { origin: allowedOrigin })
    expect([status, headers.get('retry-after'), body.error.code]).toEqual([429, '60', 'too_many_requests'])
    expect((await call('POST', '/tokens/generate', secret)).status).toBe(200)
  })
})

describe('pages of other sites', () => {
  const preflight = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' }

  it('may call when their origin is allowed', async () => {
    const { status, headers } = await call('OPTIONS', '/conversations', { ...preflight, origin: allowedOrigin })
    expect([status, headers.get('access-control-allow-origin')]).toEqual([204, allowedOrigin])
    const allowed = headers.get('access-control-allow-headers')
    expect(allowed).toBe('authorization, content-type, x-ms-bot-agent, x-requested-with')
  })

  it('may read the error of a refused call', async () => {
    const { status, headers } = await call('GET', '/conversations/x', { origin: allowedOrigin })
    expect([status, headers.get('access-control-allow-origin')]).toEqual([401, allowedOrigin])
  })

  it('may not call when it is not', async () => {
    const { headers } = await call('OPTIONS', '/conversations', { ...preflight, origin: 'https://elsewhere.example' })
    expect(headers.get('access-control-allow-origin')).toBeNull()
  })
})

describe('garbage', () => {
  const json = { ...secret, 'content-type': 'application/json' }
  it.each([
    { named: 'no JSON', body: '{', says: 'The body is not JSON.' },
    { named: 'nothing', body: '', says: 'body: ' },
    { named: 'a list', body: [], says: 'body: ' },
    { named: 'null', body: 'null', says: 'body: ' },
    { named: 'no type', body: { text: 'x' }, says: 'type: ' },
    { named: 'an unknown type', body: { type: 'invoke' }, says: 'type: ' },
    { named: 'a text that is a number', body: { ...message, text: 5 }, says: 'text: ' },
    { named: 'a text that is too long', body: { ...message, text: 'x'.repeat(10_001) }, says: 'text: ' },
    { named: 'an empty message', body: { ...message, text: ' ' }, says: 'text: ' },
    { named: 'a tap without a choice', body: { ...message, value: { prompt: 'menu' } }, says: 'value.choice: ' },
    { named: 'two bad fields', body: { ...message, text: {}, from: { id: [] } }, says: 'from.id: ' },
    { named: 'a from that is text', body: { ...message, from: 'u' }, says: 'from: ' },
    { named: 'a locale that is none', body: { ...message, locale: 'ko KR' }, says: 'locale: ' },
    { named: 'a clientActivityID with a NUL', body: { ...message, channelData: { clientActivityID: 'a\0' } }, says: 'channelData.clientActivityID: ' }, // prettier-ignore
    { named: 'attachments that are text', body: { ...message, attachments: 'x' }, says: 'attachments: ' },
    { named: 'very deep nesting', body: '['.repeat(30_000), says: 'The body is not JSON.' },
  ])('is named as what it is: $named', async ({ body, says }) => {
    const { conversationId } = await open()
    const answer = await call('POST', `/conversations/${conversationId}/activities`, json, body)
    expect(answer.status).toBe(400)
    expect(answer.body.error).toEqual({ code: expect.any(String), message: expect.stringContaining(says) })
  })

  it.each([
    {
      named: 'a body over the limit',
      path: 'activities',
      body: JSON.stringify({ ...message, x: 'x'.repeat(70_000) }),
      status: 413,
    },
    { named: 'an upload over the limit', path: 'upload', body: 'x'.repeat(10 * 1024 * 1024 + 1), status: 413 },
    { named: 'an upload that is no form', path: 'upload', body: 'x', status: 400 },
    { named: 'an upload without an activity or a file', path: 'upload', body: new FormData(), status: 400 },
  ])('is refused: $named', async ({ path, body, status }) => {
    const { conversationId } = await open()
    expect((await call('POST', `/conversations/${conversationId}/${path}`, secret, body)).status).toBe(status)
  })

  it('is refused: a watermark nobody gave out', async () => {
    const { conversationId } = await open()
    const { status, body } = await call('GET', `/conversations/${conversationId}/activities?watermark=x`, secret)
    expect([status, body.error.message]).toEqual([400, 'watermark: must be one that was given out'])
  })

  it('is refused: a user id that is none', async () => {
    const { status, body } = await call('POST', '/tokens/generate', json, { user: { id: 7 } })
    expect([status, body.error.message.split(':')[0]]).toEqual([400, 'user.id'])
  })

  it('breaks off without doing harm', async () => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
    socket.write(
      `POST /v3/directline/conversations HTTP/1.1\r\nHost: x\r\nAuthorization: ${secret.authorization}\r\nContent-Length: 100\r\n\r\n{`,
    )
    setTimeout(() => socket.destroy(), 50)
    await once(socket, 'close')
    expect((await open()).conversationId).toBeDefined()
  })

  it('lets an error of the bot go on to the server, which says nothing of it', async () => {
    const { conversationId } = await open()
    const answer = await call('POST', `/conversations/${conversationId}/activities`, secret, {
      ...message,
      text: 'boom',
    })
    expect(answer).toMatchObject({ status: 500, body: { error: { message: 'Something went wrong.' } } })
  })
})
