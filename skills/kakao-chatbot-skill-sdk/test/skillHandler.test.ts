import { describe, expect, it, jest } from '@jest/globals'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  createSkillHandler,
  outputText,
  simpleText,
  skillResponse,
  validateResponse,
  type SkillErrorCode,
  type SkillHandlerOptions,
  type SkillResponse,
} from '../src/index.ts'
import { channelPayload } from './support/payloads.ts'

const secret = 'a-long-random-secret'
const apology = skillResponse({ outputs: [simpleText('죄송합니다.')] })

const setUp = (options: Partial<SkillHandlerOptions> = {}) => {
  const errors: SkillErrorCode[] = []
  const handler = createSkillHandler({
    secrets: [secret],
    answer: async ({ utterance }) => skillResponse({ outputs: [simpleText(`들었습니다: ${utterance}`)] }),
    lastResort: () => apology,
    onError: (code) => errors.push(code),
    ...options,
  })
  return { handler, errors }
}

const call = (body: BodyInit | null, headers: Readonly<Record<string, string>> = { 'x-skill-secret': secret }) =>
  new Request('https://skill.example.org/', { method: 'POST', headers, body })

const payload = JSON.stringify(channelPayload)

const textOf = async (response: Response): Promise<string> => {
  const body = (await response.json()) as SkillResponse
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
  expect(validateResponse(body)).toEqual([])
  return (body.template?.outputs ?? []).map(outputText).join('|')
}

describe('createSkillHandler', () => {
  it('answers a call of Kakao', async () => {
    const { handler, errors } = setUp()
    expect(await textOf(await handler(call(payload)))).toBe('들었습니다: 시설 불편')
    expect(errors).toEqual([])
  })

  it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ['no secret', {}, [secret]],
    ['an empty secret', { 'x-skill-secret': '' }, ['']],
    ['a wrong secret', { 'x-skill-secret': `${secret}x` }, [secret]],
    ['the secret twice', { 'x-skill-secret': secret + secret }, [secret]],
    ['a beginning of the secret', { 'x-skill-secret': secret.slice(0, -1) }, [secret]],
    ['the secret in another header', { authorization: secret }, [secret]],
    ['any secret while none is set', { 'x-skill-secret': secret }, []],
  ])('refuses %s with 401', async (_name, headers, secrets) => {
    const answer = jest.fn<SkillHandlerOptions['answer']>()
    const { handler, errors } = setUp({ secrets, answer })
    const response = await handler(call(payload, headers))
    expect(response.status).toBe(401)
    expect(await response.json()).toMatchObject({ error: { code: 'unauthorized' } })
    expect(answer).not.toHaveBeenCalled()
    expect(errors).toEqual(['unauthorized'])
  })

  it('refuses without reading the body', async () => {
    const request = call(payload, {})
    await setUp().handler(request)
    expect(request.bodyUsed).toBe(false)
  })

  it.each(['old', 'new'])('takes the %s of two secrets', async (value) => {
    const { handler } = setUp({ secrets: ['old', 'new'], headerName: 'X-Token' })
    expect((await handler(call(payload, { 'x-token': value }))).status).toBe(200)
  })

  it('takes any call where that is asked for and no secret is set', async () => {
    const open = setUp({ secrets: [], allowUnauthenticated: true })
    expect((await open.handler(call(payload, {}))).status).toBe(200)
    const closed = setUp({ secrets: [secret], allowUnauthenticated: true })
    expect((await closed.handler(call(payload, {}))).status).toBe(401)
  })

  it.each<[string, string, number]>([
    ['its own bot', '65aa000000000000000000ff', 200],
    ['its own bot on the development channel', '65aa000000000000000000ff!', 200],
    ['a foreign bot', '65aa000000000000000000ee', 403],
  ])('answers %s accordingly', async (_name, id, status) => {
    for (const botId of ['65aa000000000000000000ff', '65aa000000000000000000ff!']) {
      const { handler } = setUp({ botId })
      expect((await handler(call(JSON.stringify({ ...channelPayload, bot: { id } })))).status).toBe(status)
    }
  })

  it('refuses a foreign bot also where the rest is unreadable', async () => {
    const { handler, errors } = setUp({ botId: 'b1' })
    expect((await handler(call('{"bot":{"id":"b2"}}'))).status).toBe(403)
    expect(errors).toEqual(['foreign_bot'])
  })

  it.each(['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS'])('refuses %s with 405', async (method) => {
    const response = await setUp().handler(new Request('https://skill.example.org/', { method }))
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('POST')
  })

  it.each<[string, BodyInit | null, SkillErrorCode]>([
    ['nothing', null, 'bad_json'],
    ['empty text', '', 'bad_json'],
    ['no JSON', '{"userRequest":', 'bad_json'],
    ['binary', new Uint8Array([0xff, 0xfe, 0x00, 0x80]), 'bad_json'],
    ['null', 'null', 'bad_payload'],
    ['a list', '[]', 'bad_payload'],
    ['a number', '1e999', 'bad_payload'],
    ['an empty object', '{}', 'bad_payload'],
    ['wrong types', '{"userRequest":{"user":{"id":[]},"utterance":{}},"bot":"b1"}', 'bad_payload'],
    ['a hostile prototype', '{"__proto__":{"bot":{"id":"b1"}},"constructor":null}', 'bad_payload'],
    ['lists 60,000 deep', '['.repeat(30_000) + ']'.repeat(30_000), 'bad_payload'],
    ['10 MB of nested lists', '['.repeat(10 * 1024 * 1024), 'body_too_large'],
    ['a payload of 70 kB', JSON.stringify({ ...channelPayload, padding: 'x'.repeat(70_000) }), 'body_too_large'],
  ])('answers %s with the last resort', async (_name, body, code) => {
    const { handler, errors } = setUp()
    expect(await textOf(await handler(call(body)))).toBe('죄송합니다.')
    expect(errors).toEqual([code])
  })

  it('stops reading an endless body', async () => {
    let sent = 0
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        sent += 1
        controller.enqueue(new Uint8Array(1024))
      },
    })
    const init = { method: 'POST', headers: { 'x-skill-secret': secret }, body: endless, duplex: 'half' }
    const { handler, errors } = setUp()
    expect(await textOf(await handler(new Request('https://skill.example.org/', init)))).toBe('죄송합니다.')
    expect(errors).toEqual(['body_too_large'])
    expect(sent).toBeLessThan(70)
  })

  it('gives up on a body that never ends in time', async () => {
    const init = {
      method: 'POST',
      headers: { 'x-skill-secret': secret },
      body: new ReadableStream<Uint8Array>(),
      duplex: 'half',
    }
    const { handler, errors } = setUp({ deadlineMs: 20 })
    expect(await textOf(await handler(new Request('https://skill.example.org/', init)))).toBe('죄송합니다.')
    expect(errors).toEqual(['body_late'])
  })

  it.each<[string, SkillHandlerOptions['answer']]>([
    [
      'rejects',
      async () => {
        throw new Error('no')
      },
    ],
    [
      'throws',
      () => {
        throw new Error('no')
      },
    ],
    ['rejects with nothing', () => Promise.reject(undefined)],
  ])('answers with the last resort when the answer %s', async (_name, answer) => {
    const { handler, errors } = setUp({ answer })
    expect(await textOf(await handler(call(payload)))).toBe('죄송합니다.')
    expect(errors).toEqual(['answer_failed'])
  })

  it.each<[string, unknown, string]>([
    [
      'too long',
      skillResponse({ outputs: [simpleText('가'.repeat(1500))] }),
      `${'가'.repeat(1000)}|${'가'.repeat(500)}`,
    ],
    ['empty', skillResponse({ outputs: [] }), '죄송합니다.'],
    ['nothing', undefined, '죄송합니다.'],
    ['a text', '네', '죄송합니다.'],
  ])('mends an answer that is %s', async (_name, response, expected) => {
    const { handler, errors } = setUp({ answer: async () => response as SkillResponse })
    expect(await textOf(await handler(call(payload)))).toBe(expected)
    expect(errors).toEqual(['invalid_answer'])
  })

  it('answers in time, aborts the signal and drops what comes late', async () => {
    let isAborted = false
    const answer: SkillHandlerOptions['answer'] = async (_payload, { signal }) => {
      await sleep(60)
      isAborted = signal.aborted
      throw new Error('too late to matter')
    }
    const { handler, errors } = setUp({
      answer,
      deadlineMs: 20,
      lastResort: (payload) => skillResponse({ outputs: [simpleText(`${payload?.utterance}?`)] }),
    })
    expect(await textOf(await handler(call(payload)))).toBe('시설 불편?')
    expect(errors).toEqual(['answer_late'])
    await sleep(80)
    expect(isAborted).toBe(true)
    expect(errors).toEqual(['answer_late', 'late_answer_failed'])
  })

  it('does not abort an answer that was in time', async () => {
    let kept: AbortSignal | undefined
    const { handler } = setUp({
      deadlineMs: 20,
      answer: async (_payload, { signal }) => {
        kept = signal
        return apology
      },
    })
    await handler(call(payload))
    await sleep(40)
    expect(kept?.aborted).toBe(false)
  })

  it('answers even when the last resort and the log fail', async () => {
    const broken = () => {
      throw new Error('no')
    }
    const { handler } = setUp({ answer: broken, lastResort: broken, onError: broken })
    expect(await textOf(await handler(call(payload)))).not.toBe('')
  })
})
