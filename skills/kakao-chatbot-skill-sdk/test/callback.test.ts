import { describe, expect, it } from '@jest/globals'
import { findCallback, simpleText, skillResponse, type Fetch } from '../src/index.ts'

const callbackUrl = 'https://bot-api.kakao.com/v1/bots/b1/callback/token'
const response = skillResponse({ outputs: [simpleText('찾았습니다.')] })

const setUp = (status = 'SUCCESS') => {
  const bodies: string[] = []
  let time = 0
  const fetch: Fetch = async (_url, { body }) => {
    if (typeof body === 'string') bodies.push(body)
    return Response.json({ taskId: 't1', status })
  }
  const callback = findCallback({ callbackUrl, fetch, now: () => time })
  if (!callback) throw new Error('No callback')
  const passMs = (ms: number) => {
    time += ms
  }
  return { callback, bodies, passMs }
}

describe('findCallback', () => {
  it.each([
    undefined,
    '',
    'nowhere',
    'http://bot-api.kakao.com/x',
    'https://bot-api.kakao.com:8443/x',
    'https://bot-api.kakao.com@evil.example/x',
    'https://user@bot-api.kakao.com/x',
    'https://user:pass@bot-api.kakao.com/x',
    'https://bot-api.kakao.com.evil.example/x',
    'https://evil.example/?bot-api.kakao.com',
    'http://169.254.169.254/latest',
    'http://127.0.0.1:4001/x',
    'file:///etc/passwd',
  ])('finds none at %s', (url) => {
    expect(findCallback({ callbackUrl: url, baseUrl: 'http://127.0.0.1:4000' })).toBeUndefined()
  })

  it.each([callbackUrl, 'https://BOT-API.kakao.com:443/x', 'http://127.0.0.1:4000/x'])('finds one at %s', (url) => {
    expect(findCallback({ callbackUrl: url, baseUrl: 'http://127.0.0.1:4000' })).toBeDefined()
  })

  it('sends once', async () => {
    const { callback, bodies } = setUp()
    await callback.send(response)
    await expect(callback.send(response)).rejects.toMatchObject({ code: 'rejected' })
    expect(bodies).toEqual([JSON.stringify(response)])
  })

  it('sends nothing after a minute', async () => {
    const { callback, bodies, passMs } = setUp()
    passMs(60_000)
    await expect(callback.send(response)).rejects.toMatchObject({ code: 'rejected' })
    expect(bodies).toEqual([])
  })

  it('mends what breaks a limit', async () => {
    const { callback, bodies } = setUp()
    await callback.send(skillResponse({ outputs: [simpleText('가'.repeat(1001))] }))
    expect(JSON.parse(bodies[0] ?? '').template.outputs).toHaveLength(2)
  })

  it('says when Kakao refuses', async () => {
    await expect(setUp('FAIL').callback.send(response)).rejects.toMatchObject({ code: 'rejected' })
  })
})
