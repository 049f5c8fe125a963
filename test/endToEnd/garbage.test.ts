import { createHmac } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { type Loop, startLoop } from '../support/loop.ts'

let loop: Loop

beforeAll(async () => {
  loop = await startLoop({ OPEN_BOT_ENDPOINT: '1', DIRECTLINE_SECRET: 'a-direct-line-secret' })
})
afterAll(() => loop.stop())

const NESTED = `${'['.repeat(5_000_000)}${']'.repeat(5_000_000)}`
const HUGE = JSON.stringify({ text: 'x'.repeat(10 * 1024 * 1024) })
const JSON_TYPE = { 'content-type': 'application/json' }

/** Every route that takes a body, and what gets a caller past its door. */
const ROUTES = [
  ['/kakao/skill', () => ({ 'x-skill-secret': secret('KAKAO_SKILL_SECRET') })],
  ['/v3/directline/tokens/generate', () => ({ authorization: 'Bearer a-direct-line-secret' })],
  ['/v3/directline/tokens/refresh', () => ({ authorization: 'Bearer a-direct-line-secret' })],
  ['/v3/directline/conversations', () => ({ authorization: 'Bearer a-direct-line-secret' })],
  [
    '/v3/directline/conversations/web-AAAAAAAAAAAAAAAAAAAAAAAA/activities',
    () => ({ authorization: 'Bearer a-direct-line-secret' }),
  ],
  [
    '/v3/directline/conversations/web-AAAAAAAAAAAAAAAAAAAAAAAA/upload?userId=u',
    () => ({ authorization: 'Bearer a-direct-line-secret' }),
  ],
  ['/api/messages', () => ({})],
  ['/slack/events', () => ({})],
  ['/desk/session', () => ({ 'x-sori-desk': '1', origin: loop.productUrl })],
  ['/desk/code', () => ({ 'x-sori-desk': '1', origin: loop.productUrl })],
  ['/desk/api/tickets/V26-0000000/answer', () => ({ 'x-sori-desk': '1', origin: loop.productUrl })],
] as const

const BODIES = [
  ['nothing', ''],
  ['half an object', '{"a":'],
  ['a number', '7'],
  ['null', 'null'],
  [
    'wrong types',
    JSON.stringify({ userRequest: 7, bot: [], type: {}, text: 12, token: {}, email: 5, from: 'x', conversation: 1 }),
  ],
  ['ten megabytes of nested lists', NESTED],
  ['ten megabytes of text', HUGE],
  ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00, 0x80])],
] as const

const CASES = ROUTES.flatMap(([path, headers]) => BODIES.map(([name, body]) => [path, name, headers, body] as const))

describe('garbage', () => {
  it.each(CASES)('on %s: %s is refused in our own words', async (path, _name, headers, body) => {
    const answer = await post(path, body, { ...JSON_TYPE, ...headers() })
    expect(answer.status).toBeLessThan(500)
    expectOurWords(answer)
    if (path === '/kakao/skill') expect([answer.status, answer.body.version]).toEqual([200, '2.0'])
  })

  it.each(['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'])('by %s finds every route standing', async (method) => {
    for (const [path] of ROUTES) {
      const answer = await fetch(`${loop.productUrl}${path}`, { method })
      expect(answer.status).toBeLessThan(500)
    }
  })

  it('in addresses yields no error of ours', async () => {
    const paths = [
      '/desk/%00',
      '/consent/%00',
      '/consent/%E0%A4%A',
      '/consent/a/b/../c?lang=%00',
      '/desk/api/tickets/%00',
      '/v3/directline/conversations/%E0%A4%A/activities',
      '/..%2f..%2fetc/passwd',
      '/v3/directline/conversations/x?watermark=%00',
      '/%',
    ]
    for (const path of paths) {
      const answer = await fetch(`${loop.productUrl}${path}`, {
        headers: { authorization: 'Bearer a-direct-line-secret' },
      })
      expect(answer.status).toBeLessThan(500)
    }
  })

  afterAll(async () => {
    expect((await fetch(`${loop.productUrl}/readyz`)).status).toBe(200)
  })
})

describe('KakaoTalk calls', () => {
  const payload = (botId: string) =>
    JSON.stringify({ userRequest: { user: { id: 'u' }, utterance: '안녕' }, bot: { id: botId } })

  it.each([
    ['without the secret', {}, 401],
    ['with a wrong secret', { 'x-skill-secret': 'nonsense' }, 401],
  ])('%s get 401', async (_name, headers, status) => {
    expect((await post('/kakao/skill', payload('rehearsal-bot'), { ...JSON_TYPE, ...headers })).status).toBe(status)
  })

  it('of an unknown bot get 403', async () => {
    const headers = { ...JSON_TYPE, 'x-skill-secret': secret('KAKAO_SKILL_SECRET') }
    expect((await post('/kakao/skill', payload('somebody-else'), headers)).status).toBe(403)
  })
})

describe('Slack requests', () => {
  const body = new URLSearchParams({
    command: '/voc',
    text: 'help',
    user_id: 'U0DOYUN00',
    team_id: 'T0',
    trigger_id: '1.2.3',
  }).toString()
  const sign = (timestampSec: number, key = secret('SLACK_SIGNING_SECRET')) => ({
    'content-type': 'application/x-www-form-urlencoded',
    'x-slack-request-timestamp': String(timestampSec),
    'x-slack-signature': `v0=${createHmac('sha256', key).update(`v0:${timestampSec}:${body}`).digest('hex')}`,
  })
  const nowSec = () => Math.floor(Date.now() / 1000)

  it.each([
    ['signed by somebody else', () => sign(nowSec(), 'nonsense'), 401],
    ['six minutes old', () => sign(nowSec() - 360), 401],
    ['six minutes ahead', () => sign(nowSec() + 360), 401],
    ['unsigned', () => ({ 'content-type': 'application/x-www-form-urlencoded' }), 401],
    ['signed and in time', () => sign(nowSec()), 200],
  ])('%s', async (_name, headers, status) => {
    expect((await post('/slack/events', body, headers())).status).toBe(status)
  })
})

describe('the Bot Framework route', () => {
  it('calls no address but loopback when it has no credentials', async () => {
    const activity = {
      type: 'message',
      id: '1',
      text: '안녕',
      channelId: 'x',
      from: { id: 'u' },
      recipient: { id: 'b' },
      conversation: { id: 'c' },
      serviceUrl: 'https://attacker.example',
    }
    expect((await post('/api/messages', JSON.stringify(activity), JSON_TYPE)).status).toBe(403)
  })
})

function secret(name: string): string {
  return loop.environment[name] ?? ''
}

async function post(path: string, body: string | Buffer, headers: Readonly<Record<string, string>>) {
  const answer = await fetch(`${loop.productUrl}${path}`, {
    method: 'POST',
    headers,
    body: new Uint8Array(Buffer.from(body)),
  }).catch((error: Error) => error)
  // A body far over the limit may be cut off before it is read.
  if (answer instanceof Error) return { status: 413, text: '', body: {} as Record<string, unknown> }
  const text = await answer.text()
  return { status: answer.status, text, body: readJson(text) }
}

function readJson(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}

function expectOurWords({ text, status, body }: { text: string; status: number; body: Record<string, unknown> }): void {
  expect(text).not.toMatch(/\bat .*:\d+:\d+|node_modules|Error:|\/work\//)
  if (status >= 400 && text !== '')
    expect(body).toEqual({ error: { code: expect.any(String), message: expect.any(String) } })
}
