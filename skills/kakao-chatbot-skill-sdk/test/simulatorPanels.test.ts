import { describe, expect, it } from '@jest/globals'
import { callbackAcknowledgement, findCallback } from '../src/index.ts'
import { say, setUp, untilFinished } from './support/simulated.ts'

describe('the bot test panel', () => {
  it('sends what it sends', async () => {
    const { simulator, payloads, bodies } = await setUp()
    await simulator.botTest().say('안녕하세요')
    expect(bodies[0]).toMatchObject({
      userRequest: {
        params: { surface: 'BuilderBotTest', ignoreMe: 'true' },
        utterance: '안녕하세요\n',
        lang: 'kr',
        user: { type: 'botUserKey' },
      },
      bot: { id: 'b1!' },
      contexts: [],
    })
    expect(Object.keys(payloads[0]?.user.properties ?? {})).toEqual(['botUserKey', 'bot_user_key'])
    expect(payloads[0]).toMatchObject({ utterance: '안녕하세요', isTest: true, bot: { isDevChannel: true } })
  })

  it('offers a callback that cannot be used', async () => {
    const { simulator, payloads, url } = await setUp({ answer: () => callbackAcknowledgement() })
    await simulator.botTest().say('조회')
    const callback = findCallback({ callbackUrl: payloads[0]?.callbackUrl, baseUrl: url })
    await expect(callback?.send(say('찾았습니다.'))).rejects.toMatchObject({ code: 'rejected' })
  })

  it('is nobody the Event API reaches', async () => {
    const { simulator, api } = await setUp()
    const operator = simulator.botTest()
    const users = [{ type: 'botUserKey' as const, id: operator.id }]
    const { taskId } = await api.sendEvent({ name: 'complaint_status', users })
    expect(await untilFinished(api, taskId)).toMatchObject({ successCount: 0 })
  })
})

describe('the skill test', () => {
  it('sends what it sends, and shows what the skill answers', async () => {
    const { simulator, payloads, bodies } = await setUp({ botId: 'b1!' })
    expect(await simulator.skillTest()).toMatchObject({ ok: true, response: { version: '2.0' } })
    expect(bodies[0]).toMatchObject({
      userRequest: {
        utterance: '발화 내용',
        lang: null,
        user: { id: '123456', type: 'accountId', properties: {} },
        params: { ignoreMe: 'true' },
      },
      bot: { id: 'b1', name: '봇 이름' },
      action: { clientExtra: null },
    })
    expect(bodies[0]).not.toHaveProperty('contexts')
    expect(bodies[0]).not.toHaveProperty('flow')
    expect(payloads[0]).toMatchObject({ isTest: true, user: { type: 'accountId' } })
  })

  it('shows a failure, too', async () => {
    const { simulator } = await setUp({ skillSecret: 'wrong' })
    expect(await simulator.skillTest()).toEqual({ ok: false, failure: { code: 'http_status', status: 401 } })
  })
})

describe('contexts', () => {
  it('come back until their turns are over', async () => {
    const { user, payloads } = await setUp({
      answer: ({ utterance }) =>
        say('네', {
          contexts: utterance === '시작' ? [{ name: 'intake', lifeSpan: 2, ttl: 600, params: { step: 'when' } }] : [],
        }),
    })
    for (const text of ['시작', '하나', '둘', '셋']) await user.say(text)
    expect(payloads.map(({ contexts }) => contexts.map(({ lifespanTurns }) => lifespanTurns))).toEqual([
      [],
      [2],
      [1],
      [],
    ])
    expect(payloads[1]?.contexts).toEqual([
      { name: 'intake', lifespanTurns: 2, ttlMs: 600_000, params: { step: { value: 'when', resolvedValue: 'when' } } },
    ])
  })

  it('end by time and by a life span of nothing', async () => {
    let time = 0
    const { user, payloads } = await setUp({
      now: () => time,
      answer: ({ utterance }) =>
        say('네', {
          contexts:
            utterance === '시작'
              ? [
                  { name: 'a', lifeSpan: 9, ttl: 60 },
                  { name: 'b', lifeSpan: 9 },
                ]
              : [{ name: 'b', lifeSpan: utterance === '끝' ? 0 : 9 }],
        }),
    })
    await user.say('시작')
    time = 30_000
    await user.say('하나')
    time = 61_000
    await user.say('끝')
    await user.say('둘')
    expect(payloads.map(({ contexts }) => contexts.map(({ name }) => name))).toEqual([[], ['a', 'b'], ['b'], []])
    expect(payloads[1]?.contexts[0]?.ttlMs).toBe(30_000)
  })

  it('stay as they were where the answer was not shown, and belong to one person', async () => {
    const { simulator, user, payloads } = await setUp({
      answer: () => say('네', { contexts: [{ name: 'a', lifeSpan: 5 }] }),
    })
    await user.say('하나')
    simulator.faults.set({ dropAnswers: true })
    await user.say('둘')
    simulator.faults.set({})
    await user.say('셋')
    await simulator.user().say('하나')
    expect(payloads.map(({ contexts }) => contexts[0]?.lifespanTurns)).toEqual([undefined, 5, 5, undefined])
  })

  it('can be set by a late answer', async () => {
    const { user, payloads, url } = await setUp({ answer: () => callbackAcknowledgement() })
    await user.say('조회')
    const callback = findCallback({ callbackUrl: payloads[0]?.callbackUrl, baseUrl: url })
    await callback?.send(say('찾았습니다.', { contexts: [{ name: 'found', lifeSpan: 1 }] }))
    await user.say('조회')
    expect(payloads[1]?.contexts).toMatchObject([{ name: 'found' }])
  })
})

describe('faults', () => {
  it('let a later message arrive first', async () => {
    const { simulator, user, payloads } = await setUp()
    simulator.faults.set({ reorder: true })
    await Promise.all([user.say('하나'), user.say('둘')])
    await Promise.all([user.say('셋'), simulator.user().say('넷')])
    expect(payloads.map(({ utterance }) => utterance)).toEqual(['둘', '하나', '넷', '셋'])
  })

  it('hold a message back for no more than a second', async () => {
    const { simulator, user } = await setUp()
    simulator.faults.set({ reorder: true })
    expect(await user.say('하나')).toBeDefined()
  })

  it('strike single calls', async () => {
    const { simulator, user, payloads } = await setUp()
    const struck: unknown[] = []
    simulator.faults.set((call) => {
      struck.push(call)
      return call.number === 1 ? { dropAnswers: true } : {}
    })
    const shown = [await user.say('하나'), await user.say('둘'), await user.say('셋')]
    expect(shown.map((message) => message !== undefined)).toEqual([true, false, true])
    expect(payloads).toHaveLength(3)
    expect(struck[0]).toEqual({ kind: 'skill', number: 0, userId: user.id })
  })
})

describe('event users', () => {
  it('bring their properties to the skill', async () => {
    const { user, api, payloads } = await setUp()
    await user.addChannel()
    const users = [{ type: 'botUserKey' as const, id: user.id, properties: { tier: 'a' } }]
    await untilFinished(api, (await api.sendEvent({ name: 'complaint_status', users })).taskId)
    expect(payloads.at(-1)?.user.properties).toMatchObject({ tier: 'a', botUserKey: user.id })
  })

  it('lose touch when they block the channel', async () => {
    const { user, api, payloads } = await setUp()
    await user.addChannel()
    user.blockChannel()
    const users = [{ type: 'botUserKey' as const, id: user.id }]
    const task = await untilFinished(api, (await api.sendEvent({ name: 'complaint_status', users })).taskId)
    expect(task).toMatchObject({ successCount: 0, failures: [{ userId: user.id, reason: 'unknown' }] })
    expect(payloads.map(({ block }) => block.name)).toEqual(['웰컴 블록'])
  })
})
