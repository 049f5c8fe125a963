import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import directLine, { type Activity, type Message } from 'botframework-directlinejs'
import { WebSocket } from 'ws'

import { directLineSecret, startDirectLineServer, type DirectLineServer } from '../../../support/directLineServer.ts'
import { FetchXhr } from '../../../support/fetchXhr.ts'

const { ConnectionStatus, DirectLine } = directLine
const user = { id: 'dl_minji', name: 'Minji' }

let server: DirectLineServer
const clients: InstanceType<typeof DirectLine>[] = []

beforeAll(async () => {
  Object.assign(globalThis, { XMLHttpRequest: FetchXhr, WebSocket })
  server = await startDirectLineServer()
})
afterEach(() => {
  for (const client of clients.splice(0)) client.end()
})
afterAll(() => server.close())

async function generateToken(): Promise<{ token: string; conversationId: string }> {
  const headers = { authorization: `Bearer ${directLineSecret}` }
  return (await fetch(`${server.directLine}/tokens/generate`, { method: 'POST', headers })).json()
}

/** A real client; what it shows so far, in order. */
function connect(options: object) {
  const client = new DirectLine({ domain: server.directLine, pollingInterval: 200, ...options })
  clients.push(client)
  const seen: Activity[] = []
  client.activity$.subscribe(
    (activity) => seen.push(activity),
    () => undefined,
  )
  const said = () => seen.map((activity) => `${activity.from.id}: ${(activity as Message).text}`)
  return { client, seen, said }
}

async function post(client: InstanceType<typeof DirectLine>, activity: object): Promise<string> {
  return client.postActivity({ type: 'message', from: user, ...activity }).toPromise()
}

async function until(isTrue: () => boolean): Promise<void> {
  for (let tries = 0; tries < 250 && !isTrue(); tries++) await new Promise((resolve) => setTimeout(resolve, 20))
  expect(isTrue()).toBe(true)
}

describe.each([
  { mode: 'stream', webSocket: true },
  { mode: 'polling', webSocket: false },
])('the real Direct Line client, by $mode', ({ webSocket }) => {
  it('is greeted, says something, and sees its own words with its own id before the answer', async () => {
    const { token } = await generateToken()
    const { client, seen, said } = connect({ token, webSocket })
    await until(() => seen.length === 1)
    const id = await post(client, { text: '안녕하세요', channelData: { clientActivityID: 'c1' } })
    await until(() => seen.length === 3)
    expect(said()).toEqual(['sori: hello', 'dl_minji: 안녕하세요', 'sori: you said 안녕하세요'])
    expect(seen[1]).toMatchObject({ id, channelData: { clientActivityID: 'c1' }, from: { role: 'user' } })
  })

  it('gets buttons, links and the prompt in the spelling of Bot Framework', async () => {
    const { seen } = connect({ secret: directLineSecret, webSocket })
    await until(() => seen.length === 1)
    const value = { prompt: 'menu', choice: 'complaint', nonce: 'n1' }
    const button = { type: 'openUrl', title: '동의서 보기', value: 'https://example.test/consent/1' }
    expect(seen[0]).toMatchObject({
      type: 'message',
      from: { id: 'sori', role: 'bot' },
      channelData: { prompt: 'menu' },
      suggestedActions: {
        actions: [
          { type: 'messageBack', title: '불편 접수', text: '불편 접수', displayText: '불편 접수', value },
          { type: 'messageBack', title: '접수 확인', value: { prompt: 'status.number', choice: 'status' } },
        ],
      },
      attachments: [{ contentType: 'application/vnd.microsoft.card.hero', content: { buttons: [button] } }],
    })
    expect(seen[0]?.id).toMatch(/^web-[\w-]{22,}\|\d{16}$/)
  })

  it('hands a tapped button to the bot as a choice', async () => {
    const { client, said } = connect({ secret: directLineSecret, webSocket })
    await post(client, { text: '불편 접수', value: { prompt: 'menu', choice: 'complaint', nonce: 'n1' } })
    await until(() => said().includes('sori: tapped menu/complaint/n1'))
  })

  it('sends the same activity once, however often it is posted', async () => {
    const { client, said } = connect({ secret: directLineSecret, webSocket })
    const again = { text: 'once', channelData: { clientActivityID: 'same' } }
    const ids = [await post(client, again), await post(client, again)]
    expect(new Set(ids).size).toBe(1)
    await until(() => said().includes('sori: you said once'))
    expect(said().filter((line) => line.endsWith(': once'))).toHaveLength(1)
  })

  it('comes back to its conversation and is shown only what it has not seen', async () => {
    const { token, conversationId } = await generateToken()
    const first = connect({ token, webSocket })
    await until(() => first.seen.length === 1)
    const watermark = String(Number(first.seen[0]?.id?.split('|')[1]))
    first.client.end()
    await server.bot.say(conversationId, { type: 'message', text: 'while you were away' })
    const second = connect({ token, conversationId, watermark, webSocket })
    await until(() => second.seen.length === 1)
    expect(second.said()).toEqual(['sori: while you were away'])
    expect(server.bot.events.some((event) => event.kind === 'visit' && event.conversationId === conversationId)).toBe(
      true,
    )
  })

  it('uploads a file, and the bot is told that there was one', async () => {
    const { client, said } = connect({ secret: directLineSecret, webSocket })
    const contentUrl = 'data:text/plain;base64,aGVsbG8='
    await post(client, { text: 'see this', attachments: [{ contentType: 'text/plain', contentUrl, name: 'a.txt' }] })
    await until(() => said().includes('sori: see this with files'))
  })

  it('counts as received what the client has got', async () => {
    const { token, conversationId } = await generateToken()
    const { seen } = connect({ token, webSocket })
    await until(() => seen.length === 1)
    await until(() => server.bot.received.get(conversationId) === Number(seen[0]?.id?.split('|')[1]))
  })
})

it('tells a polling client that the conversation has ended', async () => {
  const { client } = connect({ secret: directLineSecret, webSocket: false })
  await post(client, { text: 'bye' })
  await until(() => client.connectionStatus$.getValue() === ConnectionStatus.Ended)
})

it('tells a client whose token has expired so', async () => {
  const { token } = await generateToken()
  const { client, seen } = connect({ token, webSocket: false })
  await until(() => seen.length === 1)
  server.clock.skewMs = 3 * 60 * 60 * 1000
  await until(() => client.connectionStatus$.getValue() === ConnectionStatus.ExpiredToken)
  server.clock.skewMs = 0
})
