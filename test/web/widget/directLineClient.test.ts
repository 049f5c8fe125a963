import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { WebSocket } from 'ws'

import { createChat, type ChatState } from '../../../src/web/widget/chat.ts'
import type { Fetch } from '../../../src/web/widget/directLineHttp.ts'
import { createConversationKeeper } from '../../../src/web/widget/keptConversation.ts'
import { allowedOrigin, startDirectLineServer, type DirectLineServer } from '../../support/directLineServer.ts'

const pace = { refresh: 60_000, poll: 30, silence: 20_000, firstRetry: 20, longestRetry: 100 }

let server: DirectLineServer
let isNetworkDown: boolean
let stored: Map<string, string>
const calls: string[] = []
const stops: (() => void)[] = []

beforeEach(async () => {
  Object.assign(globalThis, { WebSocket })
  isNetworkDown = false
  stored = new Map()
  calls.length = 0
  server = await startDirectLineServer()
})
afterEach(async () => {
  for (const stop of stops.splice(0)) stop()
  await server.close()
})

/** fetch of a page of an allowed site. */
const pageFetch: Fetch = async (url, init) => {
  if (isNetworkDown) throw new TypeError('Failed to fetch')
  calls.push(`${init.method} ${url.replace(server.directLine, '').split('?')[0]}`)
  return fetch(url, { ...init, headers: { ...init.headers, origin: allowedOrigin } })
}

/** A page of the browser's tab: its storage outlives it. */
function loadPage(options: { pace?: Partial<typeof pace>; fetch?: Fetch } = {}) {
  const keeper = createConversationKeeper(() => ({
    getItem: (key) => stored.get(key) ?? null,
    setItem: (key, value) => void stored.set(key, value),
    removeItem: (key) => void stored.delete(key),
  }))
  let state: ChatState = { items: [], connection: 'unopened', isTyping: false }
  const chat = createChat({
    baseUrl: server.url,
    locale: 'ko',
    keeper,
    fetch: options.fetch ?? pageFetch,
    pace: { ...pace, ...options.pace },
    onChange: (changed) => {
      state = changed
    },
  })
  chat.start()
  stops.push(() => chat.stop())
  const shown = () =>
    state.items.map((item) => {
      if (item.kind === 'theirs') return item.text
      return item.kind === 'mine' ? `me: ${item.saying.text} (${item.state})` : '--'
    })
  return { chat, shown, state: () => state, keeper }
}

async function until(isTrue: () => boolean): Promise<void> {
  for (let tries = 0; tries < 250 && !isTrue(); tries++) await new Promise((resolve) => setTimeout(resolve, 20))
  expect(isTrue()).toBe(true)
}

const conversationId = () => JSON.parse(stored.get('sori.conversation') ?? '{}').conversationId as string

describe('the widget', () => {
  it('is greeted, says something and is answered', async () => {
    const { chat, shown } = loadPage()
    await until(() => shown().length === 1)
    chat.say({ id: 'c1', text: '안녕하세요' })
    expect(shown()).toEqual(['hello', 'me: 안녕하세요 (sending)'])
    await until(() => shown().length === 3)
    expect(shown()).toEqual(['hello', 'me: 안녕하세요 (sent)', 'you said 안녕하세요'])
    expect(server.bot.events[0]).toMatchObject({ kind: 'start', locale: 'ko' })
  })

  it('answers with a tap', async () => {
    const { chat, shown } = loadPage()
    await until(() => shown().length === 1)
    chat.say({ id: 'c1', text: '불편 접수', value: { prompt: 'menu', choice: 'complaint', nonce: 'n1' } })
    await until(() => shown().includes('tapped menu/complaint/n1'))
  })

  it('goes on after a reload where it was', async () => {
    const first = loadPage()
    await until(() => first.shown().length === 1)
    first.chat.say({ id: 'c1', text: 'before' })
    await until(() => first.shown().length === 3)
    first.chat.stop()
    const second = loadPage()
    await until(() => second.shown().length === 3)
    expect(second.shown()).toEqual(['hello', 'me: before (sent)', 'you said before'])
  })

  it('keeps no words in the storage of the tab', async () => {
    const { chat, shown } = loadPage()
    await until(() => shown().length === 1)
    chat.say({ id: 'c1', text: '비밀 이야기' })
    await until(() => shown().length === 3)
    expect([...stored.values()].join('')).not.toContain('비밀')
  })

  it('shows after a break what was said meanwhile, once', async () => {
    const { shown, state } = loadPage()
    await until(() => shown().length === 1)
    isNetworkDown = true
    await server.close()
    await until(() => state().connection === 'offline')
    const { bot } = server
    const id = conversationId()
    server = await startDirectLineServer({ port: Number(new URL(server.url).port), bot })
    await bot.say(id, { type: 'message', text: 'meanwhile' })
    isNetworkDown = false
    await until(() => shown().length === 2)
    expect([shown(), state().connection]).toEqual([['hello', 'meanwhile'], 'online'])
  })

  it('polls where no WebSocket gets through', async () => {
    Object.assign(globalThis, {
      WebSocket: class extends WebSocket {
        constructor() {
          super('ws://127.0.0.1:9')
          this.on('error', () => undefined)
        }
      },
    })
    const { chat, shown } = loadPage()
    await until(() => shown().length === 1)
    chat.say({ id: 'c1', text: 'x' })
    await until(() => shown().length === 3)
    expect(calls.filter((call) => call.endsWith('/activities') && call.startsWith('GET')).length).toBeGreaterThan(0)
  })

  it('says the same again where it does not know whether it arrived, and the bot hears it once', async () => {
    let isFirst = true
    const losesFirstAnswer: Fetch = async (url, init) => {
      const answer = await pageFetch(url, init)
      if (!url.endsWith('/activities') || !isFirst) return answer
      isFirst = false
      throw new TypeError('Failed to fetch')
    }
    const { chat, shown } = loadPage({ fetch: losesFirstAnswer })
    await until(() => shown().length === 1)
    chat.say({ id: 'c1', text: 'once' })
    await until(() => shown().includes('you said once'))
    await until(() => calls.filter((call) => call.startsWith('POST') && call.endsWith('/activities')).length === 2)
    expect(server.bot.events.filter(({ text }) => text === 'once')).toHaveLength(1)
    expect(shown()).toEqual(['hello', 'me: once (sent)', 'you said once'])
  })

  it('offers to send again what was not sent', async () => {
    const { chat, shown } = loadPage()
    await until(() => shown().length === 1)
    isNetworkDown = true
    chat.say({ id: 'c1', text: 'x' })
    await until(() => shown().includes('me: x (failed)'))
    isNetworkDown = false
    chat.say({ id: 'c1', text: 'x' })
    await until(() => shown().includes('you said x'))
    expect(shown()).toEqual(['hello', 'me: x (sent)', 'you said x'])
  })

  it('renews its token before it ends', async () => {
    const { shown, keeper } = loadPage({ pace: { refresh: 1100 } })
    await until(() => shown().length === 1)
    const { token } = keeper.find() ?? {}
    await until(() => calls.includes('POST /tokens/refresh') && keeper.find()?.token !== token)
  })

  it('begins a new conversation when its token has ended, and says so', async () => {
    const first = loadPage()
    await until(() => first.shown().length === 1)
    first.chat.stop()
    const id = conversationId()
    server.clock.skewMs = 3 * 60 * 60 * 1000
    const second = loadPage()
    await until(() => second.shown().length === 2)
    expect(second.shown()).toEqual(['--', 'hello'])
    expect(conversationId()).not.toBe(id)
  })

  it('begins a new conversation when something is said after the end of the last', async () => {
    const { chat, shown } = loadPage()
    await until(() => shown().length === 1)
    chat.say({ id: 'c1', text: 'bye' })
    await until(() => shown().includes('--'))
    await until(() => shown().at(-1) === 'hello')
    expect(shown()).toEqual(['hello', 'me: bye (sent)', '--', 'hello'])
  })

  it('begins a new conversation when the token turns out to have ended, and keeps what was said for sending again', async () => {
    const { chat, shown } = loadPage()
    await until(() => shown().length === 1)
    server.clock.skewMs = 3 * 60 * 60 * 1000
    chat.say({ id: 'c1', text: 'x' })
    await until(() => shown().length === 4)
    expect(shown()).toEqual(['hello', 'me: x (failed)', '--', 'hello'])
  })

  it('works where the browser keeps nothing', async () => {
    const keeper = createConversationKeeper(() => {
      throw new Error('SecurityError')
    })
    keeper.keep({ conversationId: 'a', token: 'b' })
    expect(keeper.find()).toEqual({ conversationId: 'a', token: 'b' })
    keeper.keepOpen(true)
    expect(keeper.findOpen()).toBeUndefined()
    keeper.forget()
    expect(keeper.find()).toBeUndefined()
  })
})
