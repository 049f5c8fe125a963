import { createServer, type Server } from 'node:http'

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'

import { freePort } from '../support/freePort.ts'
import { type Loop, startLoop, until } from '../support/loop.ts'

type Sent = {
  readonly text?: string
  readonly channelData?: { readonly prompt?: string }
  readonly attachments?: readonly { readonly content: { readonly buttons: readonly { readonly value: string }[] } }[]
}

let loop: Loop
let channel: Server
let serviceUrl: string
const received: Sent[] = []

beforeAll(async () => {
  channel = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      received.push(JSON.parse(Buffer.concat(chunks).toString()))
      response.setHeader('content-type', 'application/json')
      response.end('{"id":"1"}')
    })
  })
  await new Promise<void>((resolve) => channel.listen(0, '127.0.0.1', resolve))
  const address = channel.address()
  serviceUrl = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  loop = await startLoop({ OPEN_BOT_ENDPOINT: '1' })
})
afterAll(async () => {
  await loop.stop()
  channel.close()
})

function say(text: string, id: string): Promise<Response> {
  return fetch(`${loop.productUrl}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'message',
      id,
      text,
      channelId: 'emulator',
      from: { id: 'user' },
      recipient: { id: 'bot' },
      conversation: { id: 'conversation' },
      serviceUrl,
    }),
  })
}

describe('a Bot Framework channel on this machine', () => {
  it('is greeted and asked like everywhere else', async () => {
    expect((await say('안녕하세요', 'a1')).status).toBe(200)
    await until(() => received.find(({ channelData }) => channelData?.prompt === 'menu'), 'The menu')
    expect((await say('어제 오후에 수납에서 한 시간 기다렸어요', 'a2')).status).toBe(200)
    await until(() => received.find(({ channelData }) => channelData?.prompt === 'age.check'), 'The question')
  })

  it('is given the link to the consent page, and goes on by itself once that is answered', async () => {
    await say('네', 'a3')
    const asked = await until(
      () => received.find(({ channelData }) => channelData?.prompt === 'consent.collect'),
      'The notice',
    )
    const link = asked.attachments?.[0]?.content.buttons[0]?.value ?? ''
    const body = new URLSearchParams({ collect: 'yes', health: 'no', overseas: 'no', contact: 'no' })
    expect((await fetch(link, { method: 'POST', body })).status).toBe(200)
    await until(() => received.find(({ channelData }) => channelData?.prompt === 'confirm.summary'), 'The summary')
  })

  it('that cannot be answered is told so, and nothing of what was said is printed', async () => {
    const printed = jest.spyOn(console, 'error').mockImplementation(() => undefined)
    const answer = await fetch(`${loop.productUrl}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        type: 'message',
        text: '비밀',
        channelId: 'emulator',
        from: { id: 'user' },
        recipient: { id: 'bot' },
        conversation: { id: 'nobody there' },
        serviceUrl: `http://127.0.0.1:${await freePort()}`,
      }),
    })
    expect([answer.status, await answer.json()]).toEqual([
      502,
      { error: { code: 'not_answered', message: 'The channel could not be answered. Send the activity again.' } },
    ])
    expect(printed).not.toHaveBeenCalled()
    printed.mockRestore()
  })

  it.each([{ membersAdded: [null] }, { membersAdded: 'x' }, { text: 5 }, { recipient: 5 }, { locale: 5 }])(
    'is told what is wrong with %j',
    async (wrong) => {
      const answer = await fetch(`${loop.productUrl}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          type: 'conversationUpdate',
          channelId: 'emulator',
          conversation: { id: 'c' },
          serviceUrl,
          ...wrong,
        }),
      })
      expect(answer.status).toBe(400)
      expect(await answer.text()).toContain(Object.keys(wrong)[0])
    },
  )

  it('does not exist without credentials, unless it is opened on purpose', async () => {
    const closed = await startLoop()
    const answer = await fetch(`${closed.productUrl}/api/messages`, { method: 'POST', body: '{}' })
    await closed.stop()
    expect(answer.status).toBe(404)
  })

  it('asks for a token when it has credentials', async () => {
    const guarded = await startLoop({
      MICROSOFT_APP_ID: 'app',
      MICROSOFT_APP_PASSWORD: 'secret',
      MICROSOFT_APP_TENANT_ID: 'tenant',
    })
    const body = JSON.stringify({ type: 'message', text: 'x', channelId: 'x', conversation: { id: 'c' }, serviceUrl })
    const send = (headers: Readonly<Record<string, string>>) =>
      fetch(`${guarded.productUrl}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body,
      })
    const statuses = [(await send({})).status, (await send({ authorization: 'Bearer x.y.z' })).status]
    await guarded.stop()
    expect(statuses).toEqual([401, 401])
  })
})
