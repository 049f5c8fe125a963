import { describe, expect, it } from '@jest/globals'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  acceptValue,
  createValidationHandler,
  ignoreValue,
  parseValidationRequest,
  refuseValue,
  validationError,
  type ValidationAnswer,
  type ValidationErrorCode,
  type ValidationHandlerOptions,
} from '../src/validation/index.ts'

const secret = 'a-long-random-secret'
const request = {
  isInSlotFilling: true,
  utterance: '어제 오후\n',
  value: { origin: '어제', resolved: '{"date":"2026-09-20"}' },
  user: { id: 'u1', type: 'botUserKey', properties: { botUserKey: 'u1' } },
  bot: { id: 'b1!', name: '한빛병원 민원봇' },
  params: { surface: 'BuilderBotTest' },
  lang: 'kr',
  timezone: 'Asia/Seoul',
}

const setUp = (options: Partial<ValidationHandlerOptions> = {}) => {
  const errors: ValidationErrorCode[] = []
  const handler = createValidationHandler({
    secrets: [secret],
    validate: async ({ value }) => acceptValue(value.origin),
    onError: (code) => errors.push(code),
    ...options,
  })
  const call = async (body: unknown, headers: Readonly<Record<string, string>> = { 'x-skill-secret': secret }) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    const response = await handler(new Request('https://skill.example.org/', { method: 'POST', headers, body: text }))
    return { status: response.status, answer: (await response.json()) as unknown }
  }
  return { call, errors }
}

describe('parseValidationRequest', () => {
  it('reads a call whole', () => {
    expect(parseValidationRequest(request)).toEqual({
      bot: { id: 'b1', name: '한빛병원 민원봇', isDevChannel: true },
      user: { id: 'u1', type: 'botUserKey', properties: { botUserKey: 'u1' } },
      utterance: '어제 오후',
      isInSlotFilling: true,
      value: { origin: '어제', resolved: { date: '2026-09-20' } },
      params: { surface: 'BuilderBotTest' },
      lang: 'ko',
      timezone: 'Asia/Seoul',
    })
  })

  it('needs no more than a value', () => {
    expect(parseValidationRequest({ value: {}, user: null, bot: 7 })).toMatchObject({
      utterance: '',
      isInSlotFilling: false,
      value: { origin: undefined, resolved: undefined },
      user: { id: undefined, properties: {} },
    })
  })

  it.each([undefined, null, [], {}, { value: 'x' }, 'x'])('reads nothing from %j', (json) => {
    expect(parseValidationRequest(json)).toBeUndefined()
  })
})

describe('answers', () => {
  it.each<[ValidationAnswer, unknown]>([
    [acceptValue(), { status: 'SUCCESS' }],
    [acceptValue('내과', { message: '좋아요' }), { status: 'SUCCESS', value: '내과', message: '좋아요' }],
    [
      refuseValue('날짜를 다시 알려 주세요.', { n: 1 }),
      { status: 'FAIL', message: '날짜를 다시 알려 주세요.', data: { n: 1 } },
    ],
    [ignoreValue(), { status: 'IGNORE' }],
    [validationError('잠시 후'), { status: 'ERROR', message: '잠시 후' }],
  ])('are %j on the wire', (answer, wire) => {
    expect(JSON.parse(JSON.stringify(answer))).toEqual(wire)
  })
})

describe('createValidationHandler', () => {
  it('answers what was judged', async () => {
    const { call, errors } = setUp()
    expect(await call(request)).toEqual({ status: 200, answer: { status: 'SUCCESS', value: '어제' } })
    expect(errors).toEqual([])
  })

  it('refuses who has no business here', async () => {
    const { call, errors } = setUp({ botId: 'b2' })
    expect((await call(request, {})).status).toBe(401)
    expect((await call(request)).status).toBe(403)
    expect(errors).toEqual(['unauthorized', 'foreign_bot'])
  })

  it.each<[string, unknown, ValidationErrorCode]>([
    ['no JSON', '{', 'bad_json'],
    ['a huge body', 'x'.repeat(70_000), 'body_too_large'],
    ['a skill payload', { userRequest: {} }, 'bad_request'],
    ['null', null, 'bad_request'],
  ])('answers %s with an error status', async (_name, body, code) => {
    const { call, errors } = setUp()
    expect(await call(body)).toEqual({ status: 200, answer: { status: 'ERROR' } })
    expect(errors).toEqual([code])
  })

  it.each<[string, ValidationErrorCode, ValidationHandlerOptions['validate']]>([
    ['fails', 'validate_failed', () => Promise.reject(new Error('no'))],
    [
      'throws',
      'validate_failed',
      () => {
        throw new Error('no')
      },
    ],
    ['answers nonsense', 'invalid_answer', async () => ({ status: 'MAYBE' }) as unknown as ValidationAnswer],
    [
      'is late',
      'validate_late',
      async () => {
        await sleep(100)
        return ignoreValue()
      },
    ],
  ])('falls back where the judgement %s', async (_name, code, validate) => {
    const broken = () => {
      throw new Error('no log')
    }
    const { call, errors } = setUp({ validate, deadlineMs: 30, fallback: ignoreValue() })
    expect(await call(request)).toEqual({ status: 200, answer: { status: 'IGNORE' } })
    expect(errors).toEqual([code])
    expect((await setUp({ validate, deadlineMs: 30, onError: broken }).call(request)).status).toBe(200)
  })
})
