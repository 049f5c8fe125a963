import { describe, expect, it } from '@jest/globals'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  blockButton,
  callbackAcknowledgement,
  createEventApi,
  findCallback,
  listCard,
  messageButton,
  quickReply,
  skillResponse,
  textCard,
  webLinkButton,
  type Output,
  type SkillHandler,
} from '../src/index.ts'
import { say, setUp, untilFinished, type Setup } from './support/simulated.ts'

const raw =
  (status: number, body: string): SkillHandler =>
  async () =>
    new Response(body, { status })

const withOutputs = (...outputs: readonly Output[]) => skillResponse({ outputs })

describe('the chat', () => {
  it('shows what was said and what the skill answers', async () => {
    const { user, payloads } = await setUp({
      answer: ({ utterance }) =>
        say(`${utterance}?`, { quickReplies: [quickReply('네')], data: { prompt: 'confirm' } }),
    })
    await user.say('시설 불편')
    expect(user.messages).toMatchObject([
      { from: 'user', text: '시설 불편' },
      { from: 'bot', outputs: [{ simpleText: { text: '시설 불편?' } }], data: { prompt: 'confirm' } },
    ])
    expect(user.quickReplies.map(({ label }) => label)).toEqual(['네'])
    expect(user.lastPrompt).toBe('confirm')
    expect(payloads[0]).toMatchObject({
      user: { id: user.id, type: 'botUserKey', isFriend: false },
      block: { name: '폴백 블록' },
      trigger: { type: 'TEXT_INPUT' },
      clientExtra: {},
      isTest: false,
      surface: 'Kakaotalk.plusfriend',
    })
  })

  it('hands the extra of a quick reply back, once', async () => {
    const { user, payloads } = await setUp({
      answer: ({ utterance }) =>
        utterance === '네' ? say('끝') : say('맞나요?', { quickReplies: [quickReply('네', { n: 'k3f9' })] }),
    })
    await user.say('안녕')
    await user.tapQuickReply('네')
    expect(payloads[1]).toMatchObject({
      utterance: '네',
      clientExtra: { n: 'k3f9' },
      trigger: { type: 'QUICKREPLY_BUTTON_MESSAGE', referrerBlock: { name: '폴백 블록' } },
    })
    await expect(user.tapQuickReply('네')).rejects.toThrow('No quick reply "네" is shown')
  })

  it.each<[string, Output, string, object]>([
    [
      'a message button',
      textCard({ title: 'a', buttons: [messageButton('보기', '내 민원 조회', { v: 1 })] }),
      '보기',
      {
        utterance: '내 민원 조회',
        clientExtra: { v: 1 },
        block: { name: '폴백 블록' },
        trigger: { type: 'CARD_BUTTON_MESSAGE' },
      },
    ],
    [
      'a block button',
      textCard({ title: 'a', buttons: [blockButton('메뉴', 'menu', { v: 1 })] }),
      '메뉴',
      {
        utterance: '메뉴',
        clientExtra: { v: 1 },
        block: { name: '메뉴 블록' },
        trigger: { type: 'CARD_BUTTON_BLOCK' },
      },
    ],
    [
      'a list item',
      listCard({ header: { title: 'a' }, items: [{ title: 'C-1', action: 'message', messageText: '조회 C-1' }] }),
      'C-1',
      { utterance: '조회 C-1', trigger: { type: 'LIST_ITEM_MESSAGE' } },
    ],
    [
      'a card of a carousel',
      { carousel: { type: 'textCard', items: [{ title: 'a' }, { title: 'b', buttons: [messageButton('둘째')] }] } },
      '둘째',
      { utterance: '둘째', trigger: { type: 'CARD_BUTTON_MESSAGE' } },
    ],
  ])('taps %s, also in an old bubble', async (_name, output, label, expected) => {
    const { user, payloads } = await setUp({
      answer: ({ utterance }) => (utterance === '시작' ? withOutputs(output) : say('네')),
    })
    await user.say('시작')
    await user.say('다른 말')
    await user.tapButton(label)
    expect(payloads[2]).toMatchObject(expected)
    await user.tapButton(label, 1)
    expect(payloads).toHaveLength(4)
    await expect(user.tapButton(label, 3)).rejects.toThrow('No button')
  })

  it('tells the skill nothing of a link', async () => {
    const { user, payloads } = await setUp({
      answer: () => withOutputs(textCard({ title: 'a', buttons: [webLinkButton('열기', 'https://example.org')] })),
    })
    await user.say('안녕')
    expect(await user.tapButton('열기')).toBeUndefined()
    expect(payloads).toHaveLength(1)
  })

  it('reaches a command block by its words', async () => {
    const { user, payloads } = await setUp()
    await user.say(' 처음으로 ')
    await user.say('아무 말')
    expect(payloads.map(({ block }) => block.name)).toEqual(['메뉴 블록', '폴백 블록'])
    expect(payloads[1]?.lastBlock).toMatchObject({ name: '메뉴 블록' })
  })

  it('welcomes a new friend once', async () => {
    const { user, payloads } = await setUp()
    await user.addChannel()
    user.blockChannel()
    expect(user.isFriend).toBe(false)
    await user.addChannel()
    expect(payloads.map(({ block, user }) => [block.name, user.isFriend])).toEqual([['웰컴 블록', true]])
  })

  it('keeps people apart and tells who listens', async () => {
    const { simulator, user } = await setUp()
    const other = simulator.user()
    expect(other.id).not.toBe(user.id)
    expect(simulator.user(user.id)).toBe(user)
    let changes = 0
    const stop = user.onChange(() => {
      changes += 1
    })
    await user.say('안녕')
    stop()
    await user.say('안녕')
    expect([changes, other.messages]).toEqual([2, []])
  })
})

describe('a failing skill', () => {
  it.each<[string, Setup, object]>([
    ['500', { handler: raw(500, '{}') }, { code: 'http_status', status: 500 }],
    ['401', { skillSecret: 'wrong' }, { code: 'http_status', status: 401 }],
    [
      'a redirect',
      { handler: async () => Response.redirect('https://example.org') },
      { code: 'http_status', status: 302 },
    ],
    ['no JSON', { handler: raw(200, '<html>') }, { code: 'not_json' }],
    [
      'a broken limit',
      { handler: raw(200, JSON.stringify(say('가'.repeat(1001)))) },
      {
        code: 'invalid',
        problems: [{ path: 'template.outputs.0.simpleText.text', problem: 'more than 1000 characters' }],
      },
    ],
    ['data alone', { handler: raw(200, '{"version":"2.0","data":{}}') }, { code: 'no_template' }],
    [
      'an answer that is late',
      {
        handler: async () => {
          await sleep(200)
          return Response.json(say('네'))
        },
        skillTimeoutMs: 50,
      },
      { code: 'late' },
    ],
    ['nobody there', { skillUrl: 'http://127.0.0.1:1/' }, { code: 'unreachable' }],
    ['a callback nobody offered', { answer: () => callbackAcknowledgement() }, { code: 'callback_not_offered' }],
  ])('shows nothing after %s', async (_name, options, failure) => {
    const lines: string[] = []
    const { simulator, user } = await setUp({ ...options, log: (line) => lines.push(line) })
    expect(await user.say('안녕')).toBeUndefined()
    expect(user.messages).toMatchObject([{ from: 'user', text: '안녕' }])
    expect(simulator.failures).toMatchObject([{ ...failure, userId: user.id }])
    expect(lines.join()).not.toContain('안녕')
  })
})

describe('faults', () => {
  it('lose answers, until they are ended', async () => {
    const { simulator, user, payloads } = await setUp()
    simulator.faults.set({ dropAnswers: true })
    expect(await user.say('하나')).toBeUndefined()
    simulator.faults.set({})
    expect(await user.say('둘')).toBeDefined()
    expect(payloads).toHaveLength(2)
    expect(simulator.failures).toMatchObject([{ code: 'dropped' }])
  })

  it('send twice and show once', async () => {
    const { simulator, user, payloads } = await setUp()
    simulator.faults.set({ duplicate: true })
    await user.say('하나')
    expect([payloads.length, user.messages.length]).toEqual([2, 2])
  })

  it('make the way slow', async () => {
    const { simulator, user } = await setUp({ skillTimeoutMs: 60 })
    simulator.faults.set({ slowMs: 100 })
    expect(await user.say('하나')).toBeUndefined()
    expect(simulator.failures).toMatchObject([{ code: 'late' }])
  })
})

describe('callbacks', () => {
  it('show the waiting message, then the late answer, once and within a minute', async () => {
    let time = 0
    const { user, payloads, url } = await setUp({
      now: () => time,
      answer: () => callbackAcknowledgement({ what: '접수 내역' }),
    })
    await user.say('조회')
    await user.say('조회')
    const [callback, lateCallback] = payloads.map(({ callbackUrl }) => findCallback({ callbackUrl, baseUrl: url }))
    await callback?.send(say('찾았습니다.', { data: { prompt: 'found' } }))
    expect(user.messages.at(1)).toMatchObject({ outputs: [{ simpleText: { text: '접수 내역 찾는 중입니다.' } }] })
    expect(user.messages.at(-1)).toMatchObject({ outputs: [{ simpleText: { text: '찾았습니다.' } }] })
    expect(user.lastPrompt).toBe('found')
    const again = findCallback({ callbackUrl: payloads[0]?.callbackUrl, baseUrl: url })
    await expect(again?.send(say('또'))).rejects.toMatchObject({ code: 'rejected' })
    time = 60_000
    await expect(lateCallback?.send(say('늦은'))).rejects.toMatchObject({ code: 'rejected' })
    expect(user.messages).toHaveLength(5)
  })

  it('refuse an answer the skill did not acknowledge', async () => {
    const { user, payloads, url } = await setUp()
    await user.say('조회')
    const callback = findCallback({ callbackUrl: payloads[0]?.callbackUrl, baseUrl: url })
    await expect(callback?.send(say('네'))).rejects.toMatchObject({ code: 'rejected' })
  })
})

describe('the Event API', () => {
  const eventTo = (...ids: readonly string[]) => ({
    name: 'complaint_status',
    users: ids.map((id) => ({ type: 'botUserKey' as const, id })),
    params: { no: 'C-1' },
  })

  it('runs the event block for friends and fails for the others', async () => {
    const { simulator, api, payloads } = await setUp({ answer: ({ requestParams }) => say(String(requestParams.no)) })
    const friend = simulator.user()
    const stranger = simulator.user()
    await friend.addChannel()
    const { taskId } = await api.sendEvent(eventTo(friend.id, stranger.id, 'nobody'))
    expect(await untilFinished(api, taskId)).toMatchObject({
      requestedCount: 3,
      successCount: 1,
      failures: [
        { userId: stranger.id, errorType: 'NOT_FRIEND' },
        { userId: 'nobody', errorType: 'NOT_FRIEND' },
      ],
    })
    expect(friend.messages.at(-1)).toMatchObject({ from: 'bot', outputs: [{ simpleText: { text: 'C-1' } }] })
    expect(stranger.messages).toEqual([])
    expect(payloads.at(-1)).toMatchObject({
      block: { name: '이벤트 블록' },
      requestParams: { no: 'C-1' },
      trigger: undefined,
    })
  })

  it('reports a skill that fails', async () => {
    const { user, api } = await setUp({ handler: raw(500, '') })
    await user.addChannel()
    const { taskId } = await api.sendEvent(eventTo(user.id))
    expect(await untilFinished(api, taskId)).toMatchObject({ successCount: 0, failures: [{ errorType: '201' }] })
  })

  it.each([
    ['http500', 'unclear'],
    ['http429', 'rate_limited'],
    ['hang', 'unclear'],
  ] as const)('can refuse by %s', async (refuseEvents, code) => {
    const { simulator, user, api } = await setUp()
    await user.addChannel()
    simulator.faults.set({ refuseEvents })
    await expect(api.sendEvent(eventTo(user.id))).rejects.toMatchObject({ code })
    simulator.faults.set({})
    await expect(api.sendEvent(eventTo(user.id))).resolves.toHaveProperty('taskId')
  })

  it.each<[string, object, object, string]>([
    ['a wrong key', { restApiKey: 'wrong' }, {}, 'unauthorized'],
    ['a wrong bot', { botId: 'b2' }, {}, 'rejected'],
    ['an unknown event', {}, { name: 'lunch' }, 'rejected'],
  ])('refuses %s', async (_name, options, event, code) => {
    const { url, user } = await setUp()
    const api = createEventApi({ baseUrl: url, restApiKey: 'key', botId: 'b1', ...options })
    await expect(api.sendEvent({ ...eventTo(user.id), ...event })).rejects.toMatchObject({ code })
  })

  it.each(['/', '/v1/tasks/unknown', '/v2/bots/%E0%A4%A/talk'])(
    'answers %s with an error and goes on',
    async (path) => {
      const { url, api, user } = await setUp()
      const headers = { authorization: 'KakaoAK key' }
      const method = path.endsWith('talk') ? 'POST' : 'GET'
      expect((await fetch(url + path, { method, headers })).status).toBeGreaterThanOrEqual(400)
      await expect(api.sendEvent(eventTo(user.id))).resolves.toHaveProperty('taskId')
    },
  )
})
