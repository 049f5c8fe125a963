import { describe, expect, it } from '@jest/globals'
import { createEventApi, KakaoApiError, type Fetch } from '../src/index.ts'

const event = { name: 'complaint_status', users: [{ type: 'botUserKey', id: 'u1' }], params: { no: 'C-1' } } as const

const setUp = (answer: (init: RequestInit) => Response | Promise<Response>, timeoutMs = 1000) => {
  const calls: { readonly url: string; readonly init: RequestInit }[] = []
  const fetch: Fetch = async (url, init) => {
    calls.push({ url, init })
    return answer(init)
  }
  return { calls, api: createEventApi({ restApiKey: 'key', botId: 'b1!', fetch, timeoutMs }) }
}

const json = (body: unknown, init?: ResponseInit) => Response.json(body, init)

const errorOf = async (work: Promise<unknown>): Promise<KakaoApiError> => {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof KakaoApiError)) throw new Error('No KakaoApiError')
  return error
}

const never = ({ signal }: RequestInit) =>
  new Promise<Response>((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(new Error('aborted')))
  })

describe('sendEvent', () => {
  it('asks as the Event API wants to be asked', async () => {
    const { api, calls } = setUp(() => json({ taskId: 't1', status: 'SUCCESS', timestamp: 1 }))
    expect(await api.sendEvent({ ...event, data: { state: '완료' } })).toEqual({ taskId: 't1' })
    expect(calls[0]?.url).toBe('https://bot-api.kakao.com/v2/bots/b1!/talk')
    expect(calls[0]?.init).toMatchObject({ method: 'POST', headers: { authorization: 'KakaoAK key' } })
    expect(calls[0]?.init.body).toBe(
      JSON.stringify({
        event: { name: 'complaint_status', data: { state: '완료' } },
        user: [{ type: 'botUserKey', id: 'u1' }],
        params: { no: 'C-1' },
      }),
    )
  })

  it('gives each person properties of their own', async () => {
    const { api, calls } = setUp(() => json({ taskId: 't1', status: 'SUCCESS' }))
    const user = { type: 'botUserKey', id: 'u1', properties: { tier: 'a' } } as const
    await api.sendEvent({ name: 'lunch', users: [user] })
    expect(calls[0]?.init.body).toBe(JSON.stringify({ event: { name: 'lunch' }, user: [user] }))
  })

  it.each<[string, string, (init: RequestInit) => Response | Promise<Response>]>([
    ['400', 'rejected', () => json({}, { status: 400 })],
    ['a redirect', 'rejected', () => new Response(null, { status: 307, headers: { location: '/' } })],
    ['401', 'unauthorized', () => json({}, { status: 401 })],
    ['403', 'unauthorized', () => json({}, { status: 403 })],
    ['429', 'rate_limited', () => json({}, { status: 429 })],
    ['408', 'unclear', () => json({}, { status: 408 })],
    ['500', 'unclear', () => json({}, { status: 500 })],
    ['503', 'unclear', () => new Response('<html>', { status: 503 })],
    ['no JSON', 'unclear', () => new Response('<html>')],
    ['no task id', 'unclear', () => json({ status: 'SUCCESS' })],
    ['nothing readable', 'unclear', () => json([])],
    ['a refusal with 200', 'rejected', () => json({ taskId: 't1', status: 'FAIL' })],
    ['a broken network', 'unclear', () => Promise.reject(new TypeError('fetch failed'))],
    ['silence', 'unclear', never],
  ])('turns %s into %s', async (_name, code, answer) => {
    expect((await errorOf(setUp(answer, 20).api.sendEvent(event))).code).toBe(code)
  })

  it('says how long to wait', async () => {
    const { api } = setUp(() => json({}, { status: 429, headers: { 'retry-after': '7' } }))
    expect(await errorOf(api.sendEvent(event))).toMatchObject({ status: 429, retryAfterMs: 7000 })
  })

  it.each([
    ['nobody', []],
    ['101 people', Array.from({ length: 101 }, (_user, index) => ({ type: 'botUserKey' as const, id: `u${index}` }))],
    ['somebody twice', [event.users[0], event.users[0]]],
  ])('does not ask Kakao to speak to %s', async (_name, users) => {
    const { api, calls } = setUp(() => json({}))
    expect((await errorOf(api.sendEvent({ ...event, users }))).code).toBe('rejected')
    expect(calls).toEqual([])
  })
})

describe('getTask', () => {
  it('reads a result with failures', async () => {
    const { api, calls } = setUp(() =>
      json({
        taskId: 't1',
        status: '1 FAIL',
        allRequestCount: 2,
        successCount: 1,
        fail: {
          count: 1,
          list: [{ userId: 'u2', reqUserType: 'botUserKey', errorMsg: { errorType: 202, msg: 'late' } }],
        },
      }),
    )
    expect(await api.getTask('t1')).toEqual({
      taskId: 't1',
      isComplete: true,
      requestedCount: 2,
      successCount: 1,
      unresolvedCount: 0,
      failures: [{ userId: 'u2', reason: 'skill_timeout', errorType: '202', message: 'late' }],
    })
    expect(calls[0]?.url).toBe('https://bot-api.kakao.com/v1/tasks/t1')
  })

  it.each([
    ['6', 'bubble_policy'],
    ['99', 'bad_parameter'],
    [101, 'kakao_internal'],
    ['104', 'skill_error'],
    [201, 'skill_http_error'],
    ['204', 'block_validation_failed'],
    ['constructor', 'unknown'],
    [undefined, 'unknown'],
  ])('turns error type %s into %s', async (errorType, reason) => {
    const fail = { count: 1, list: [{ userId: 'u1', errorMsg: { errorType } }] }
    const { api } = setUp(() => json({ taskId: 't1', allRequestCount: 1, successCount: 0, fail }))
    expect((await api.getTask('t1')).failures).toMatchObject([{ reason }])
  })

  it('counts people whom Kakao cannot find as done with', async () => {
    const task = { taskId: 't1', allRequestCount: 3, successCount: 2, userKeyResolvingFailCount: 1 }
    const { api } = setUp(() => json(task))
    expect(await api.getTask('t1')).toMatchObject({ isComplete: true, unresolvedCount: 1, failures: [] })
  })

  it('knows a task that is still under way', async () => {
    const { api } = setUp(() => json({ taskId: 't1', allRequestCount: 2, successCount: 1 }))
    expect(await api.getTask('t1')).toMatchObject({ isComplete: false, successCount: 1, failures: [] })
  })
})
