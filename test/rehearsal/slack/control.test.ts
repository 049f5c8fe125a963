import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { card, modal } from './samples.ts'
import type { BlockAction } from '@slack/bolt'
import { startSlackBench, until, type SlackBench } from './startSlackBench.ts'

let bench: SlackBench
beforeAll(async () => {
  bench = await startSlackBench((app) => {
    app.action('claim', async ({ ack, body, client }) => {
      await ack()
      await client.views.open({ trigger_id: (body as BlockAction).trigger_id, view: modal() })
    })
    app.action('urgency', ({ ack }) => ack())
    app.view('reply', ({ ack }) => ack())
    app.command('/voc', ({ ack }) => ack('help'))
    app.shortcut('voc_new', ({ ack }) => ack())
    app.event('app_home_opened', async () => {})
  })
})
afterAll(() => bench.stop())

const call = async (route: string, body?: unknown, origin?: string) => {
  const headers = { 'content-type': 'application/json', ...(origin === undefined ? {} : { origin }) }
  const init = body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) }
  const response = await fetch(`${bench.url}/standin/${route}`, init)
  return { status: response.status, body: (await response.json()) as unknown, headers: response.headers }
}
const act = (body: object) => call('act', { as: 'U1', ...body })
const postCard = async () => {
  const { ts } = await bench.client.chat.postMessage({ channel: 'C1', text: 'a card', blocks: card() })
  return { channel: 'C1', ts: ts ?? '' }
}

describe('the control API', () => {
  it('shows everything anybody sees', async () => {
    const { ts } = await postCard()
    await bench.client.chat.postEphemeral({ channel: 'C1', user: 'U2', text: 'only you' })
    await bench.client.chat.postMessage({ channel: 'U2', text: 'direct' })
    const { body } = await call('state')
    expect(body).toMatchObject({
      team: { name: 'Rehearsal' },
      app: { userId: 'U0REHEARSAL' },
      channels: [{ id: 'C1', messages: [{ ts, blocks: [{}, { block_id: 'act' }], replies: [] }] }, {}, {}, {}],
      users: [
        { id: 'U1', views: [] },
        { id: 'U2', ephemerals: [{ text: 'only you' }], dm: { messages: [{ text: 'direct' }] } },
      ],
    })
  })

  it('has a person do everything a person can', async () => {
    const at = await postCard()
    const ok = { status: 200, body: { status: 200 } }
    expect(await act({ kind: 'select', ...at, actionId: 'urgency', value: 'low' })).toMatchObject(ok)
    expect(await act({ kind: 'click', ...at, actionId: 'claim' })).toMatchObject(ok)
    await until(bench.slack, () => bench.slack.views('U1')[0])
    expect(await act({ kind: 'submit', values: { text: 'fine' } })).toMatchObject({ status: 200, body: { ok: true } })
    await act({ kind: 'click', ...at, actionId: 'claim' })
    await until(bench.slack, () => bench.slack.views('U1')[0])
    expect(await act({ kind: 'close' })).toMatchObject({ status: 200, body: { problem: 'not_sent' } })
    expect(await act({ kind: 'command', command: '/voc', text: 'help' })).toMatchObject({ body: { body: 'help' } })
    expect(await act({ kind: 'shortcut', callbackId: 'voc_new' })).toMatchObject(ok)
    expect(await act({ kind: 'say', channel: 'C1', text: 'hello' })).toMatchObject({ body: { ts: expect.any(String) } })
    expect(await act({ kind: 'home' })).toMatchObject(ok)
  })

  it('sets and clears faults', async () => {
    await call('faults', { method: 'auth.test', mode: { error: 'internal_error', accept: false } })
    await expect(bench.client.auth.test()).rejects.toThrow('internal_error')
    await call('faults', { clear: true })
    expect(await bench.client.auth.test()).toMatchObject({ ok: true })
  })

  it('tells a listener of every change', async () => {
    const stop = new AbortController()
    const response = await fetch(`${bench.url}/standin/events`, { signal: stop.signal })
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    expect((await reader?.read())?.value).toBe(': listening\n\n')
    await postCard()
    expect((await reader?.read())?.value).toBe('data: {"kind":"channel","id":"C1"}\n\n')
    await bench.client.chat.postEphemeral({ channel: 'C1', user: 'U2', text: 'x' })
    expect((await reader?.read())?.value).toBe('data: {"kind":"person","id":"U2"}\n\n')
    stop.abort()
  })

  it.each([
    [400, 'act', { as: 'U1', kind: 'dance' }],
    [400, 'act', 'text'],
    [400, 'act', { as: 'U1', kind: 'click' }],
    [400, 'faults', { mode: 'earthquake' }],
    [409, 'act', { as: 'U9', kind: 'close' }],
    [409, 'act', { as: 'U1', kind: 'click', channel: 'C1', ts: '1.000001', actionId: 'claim' }],
    [404, 'nothing', {}],
    [404, 'constructor', {}],
  ])('answers %i to what it cannot do: %s %j', async (status, route, body) => {
    expect(await call(route, body)).toMatchObject({ status, body: { error: { code: expect.any(String) } } })
  })

  it.each([
    ['http://localhost:3978', 200],
    ['http://127.0.0.1:5000', 200],
    ['https://evil.example', 403],
    ['null', 403],
  ])('answers pages of this machine only: %s', async (origin, status) => {
    const answer = await call('state', undefined, origin)
    expect(answer.status).toBe(status)
    expect(answer.headers.get('access-control-allow-origin')).toBe(status === 200 ? origin : null)
    const preflight = await fetch(`${bench.url}/standin/act`, { method: 'OPTIONS', headers: { origin } })
    expect(preflight.status).toBe(status === 200 ? 204 : 403)
  })
})
