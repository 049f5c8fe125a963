import { afterEach, describe, expect, it } from '@jest/globals'
import type { BlockAction } from '@slack/bolt'
import { WebClient } from '@slack/web-api'
import { card, modal } from './samples.ts'
import { appToken, startSlackBench, until, type SlackBench } from './startSlackBench.ts'

let bench: SlackBench
afterEach(() => bench.stop())

const start = async (answerTimeoutMs = 3000): Promise<void> => {
  bench = await startSlackBench(
    (app) => {
      app.action('claim', async ({ ack, body, respond, client }) => {
        await ack()
        await respond('heard')
        await client.views.open({ trigger_id: (body as BlockAction).trigger_id, view: modal() })
      })
      app.view('reply', ({ ack }) => ack({ response_action: 'errors', errors: { text: 'No.' } }))
      app.command('/voc', ({ ack }) => ack('help'))
      app.event('app_home_opened', async ({ event, client }) => {
        await client.views.publish({ user_id: event.user, view: { type: 'home', blocks: card() } })
      })
    },
    { appToken, answerTimeoutMs },
  )
}
const me = () => bench.slack.as('U1')
const press = async () => {
  const { ts } = await bench.client.chat.postMessage({ channel: 'C1', text: 'a card', blocks: card() })
  return me().click({ channel: 'C1', ts: ts ?? '', actionId: 'claim' })
}

describe('Socket Mode', () => {
  it('carries presses, submissions, commands and events through the socket', async () => {
    await start()
    expect(bench.slack.socket.connections()).toBe(1)
    expect(await press()).toEqual({ status: 200, body: undefined })
    await until(bench.slack, () => bench.slack.views('U1')[0])
    expect(bench.slack.ephemerals('U1')).toMatchObject([{ text: 'heard' }])
    expect(await me().submit({ text: 'x' })).toMatchObject({ ok: false, errors: { text: 'No.' } })
    await me().command('/voc', 'help', 'C1')
    expect(bench.slack.ephemerals('U1').at(-1)).toMatchObject({ text: 'help' })
    expect(await me().openHome()).toMatchObject({ status: 200 })
    await until(bench.slack, () => bench.slack.home('U1'))
  })

  it('repeats an envelope', async () => {
    await start()
    await press()
    expect(await bench.slack.replay(undefined, { number: 1, reason: 'timeout' })).toMatchObject({ status: 200 })
  })

  it('reports an envelope nobody acknowledges', async () => {
    await start(100)
    expect(await me().globalShortcut('nothing')).toEqual({ status: 0, body: undefined, problem: 'timeout' })
  })

  it('is joined again by an app that was asked to reconnect', async () => {
    await start()
    bench.slack.socket.refresh()
    await waitForConnections(0)
    expect(await me().globalShortcut('any')).toMatchObject({ status: 0, problem: 'no_socket' })
    await waitForConnections(1)
    expect(await press()).toMatchObject({ status: 200 })
  })

  it('loses its sockets when Slack goes away', async () => {
    await start()
    bench.slack.faults.set({ mode: 'away' })
    await waitForConnections(0)
    expect(await me().globalShortcut('any')).toMatchObject({ status: 0, problem: 'no_socket' })
  })

  it('opens a socket only with a ticket, once', async () => {
    await start()
    const client = new WebClient(appToken, { slackApiUrl: bench.apiUrl })
    const { url = '' } = await client.apps.connections.open()
    expect(await opens(url)).toBe(true)
    expect(await opens(url)).toBe(false)
    expect(await opens(url.replace(/ticket=.*/, ''))).toBe(false)
  })
})

/** Whether a WebSocket opens there; it is closed again. */
const opens = (address: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = new WebSocket(address)
    socket.addEventListener('error', () => resolve(false))
    socket.addEventListener('open', () => socket.close())
    socket.addEventListener('close', (event) => resolve(event.wasClean))
  })

const waitForConnections = async (count: number): Promise<void> => {
  const deadline = Date.now() + 15_000
  while (bench.slack.socket.connections() !== count && Date.now() < deadline)
    await new Promise((resolve) => setTimeout(resolve, 20))
  expect(bench.slack.socket.connections()).toBe(count)
}
