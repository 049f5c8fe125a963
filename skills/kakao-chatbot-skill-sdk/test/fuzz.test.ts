import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import {
  createSkillHandler,
  degrade,
  simpleText,
  skillResponse,
  validateResponse,
  type SkillResponse,
} from '../src/index.ts'
import { readDate, readDetail, readEntity, readNumber, readText } from '../src/parameters.ts'
import { readOn, splitForReading, type ReadingPart } from '../src/reading.ts'
import { readSecureImages } from '../src/secureImages.ts'
import { createValidationHandler, ignoreValue } from '../src/validation/index.ts'
import { botTestPayload, channelPayload, skillTestPayload } from './support/payloads.ts'
import { anyJson, mutate, pick, randomFrom, spoil } from './support/random.ts'
import { anyResponse } from './support/responses.ts'
import { serve } from './support/serve.ts'

const secret = 'a-long-random-secret'
const botId = channelPayload.bot.id

const photos = JSON.stringify({
  privacyAgreement: 'Y',
  imageQuantity: '1',
  secureUrls: 'List(http://secure.kakaocdn.net/dna/aa/img_org.jpg?credential=c&expires=1790000000&signature=s)',
  expire: '2026-09-21T11:33:20+0000',
})
const photoPayload = {
  ...channelPayload,
  action: {
    ...channelPayload.action,
    params: { photos, when: '{"date":"2026-09-20"}' },
    detailParams: { photos: { value: photos } },
  },
}
const payloads: readonly unknown[] = [channelPayload, botTestPayload, skillTestPayload, photoPayload]

/** Reads whatever can be read, and answers with what it says itself. */
const handler = createSkillHandler({
  secrets: [secret],
  botId,
  answer: async (payload) => {
    for (const value of Object.values(payload.params))
      for (const read of [readDate, readNumber, readText, readEntity]) read(value)
    for (const value of Object.values(payload.detailParams)) readDetail(value)
    const images = readSecureImages(payload)
    return skillResponse({ outputs: [simpleText(payload.utterance)], data: { images, extra: payload.clientExtra } })
  },
  lastResort: () => skillResponse({ outputs: [simpleText('죄송합니다.')] }),
})

const problemsOf = async (response: Response): Promise<unknown> => {
  if (response.status === 401 || response.status === 403) return []
  if (response.status !== 200) return `status ${response.status}`
  return validateResponse(await response.json())
}

let server: Awaited<ReturnType<typeof serve>>
beforeAll(async () => {
  server = await serve(handler)
})
afterAll(() => server.close())

describe('any call', () => {
  it('is refused or answered with something Kakao shows', async () => {
    const random = randomFrom(20260921)
    const seen = { 200: 0, 401: 0, 403: 0 }
    for (let round = 0; round < 3000; round += 1) {
      const body = JSON.stringify(mutate(random, pick(random, payloads))) ?? ''
      const bytes = random() < 0.2 ? spoil(random, body) : body
      const headers = { 'x-skill-secret': random() < 0.95 ? secret : pick(random, ['', 'x', `${secret}!`]) }
      const response = await handler(
        new Request('https://skill.example.org/', { method: 'POST', headers, body: bytes }),
      )
      seen[response.status as keyof typeof seen] += 1
      expect({ body: bytes, problems: await problemsOf(response) }).toEqual({ body: bytes, problems: [] })
    }
    expect(seen[200]).toBeGreaterThan(2000)
    expect(Math.min(seen[401], seen[403])).toBeGreaterThan(10)
  })

  it('is so also over the wire', async () => {
    const random = randomFrom(7)
    for (let round = 0; round < 150; round += 1) {
      const body = spoil(random, JSON.stringify(mutate(random, pick(random, payloads))) ?? '')
      const response = await fetch(server.url, { method: 'POST', headers: { 'x-skill-secret': secret }, body })
      expect(await problemsOf(response)).toEqual([])
    }
  })

  it('of the validation API is refused or answered with a status', async () => {
    const random = randomFrom(11)
    const validation = createValidationHandler({ secrets: [secret], botId: 'b1', validate: async () => ignoreValue() })
    const request = { bot: { id: 'b1' }, utterance: '네', value: { origin: '네', resolved: '네' }, user: { id: 'u1' } }
    for (let round = 0; round < 500; round += 1) {
      const body = spoil(random, JSON.stringify(mutate(random, request)) ?? '')
      const headers = { 'x-skill-secret': secret }
      const response = await validation(new Request('https://skill.example.org/', { method: 'POST', headers, body }))
      expect([200, 403]).toContain(response.status)
      if (response.status === 200)
        expect(['IGNORE', 'ERROR']).toContain(((await response.json()) as { status: string }).status)
    }
  })
})

describe('any response', () => {
  it('is valid once degraded, and its parts once laid out for reading', () => {
    const random = randomFrom(5)
    const untyped = (value: unknown) => value as SkillResponse
    for (let round = 0; round < 150; round += 1) {
      const response = untyped(random() < 0.3 ? anyJson(random) : anyResponse(random))
      const mended = degrade(response)
      expect({ response, problems: validateResponse(mended) }).toEqual({ response, problems: [] })
      let part: ReadingPart | undefined = splitForReading(mended, { maxChars: 100 })
      for (let parts = 0; part; parts += 1) {
        expect(validateResponse(part.response)).toEqual([])
        expect(parts).toBeLessThan(100)
        part = part.unread && readOn(part.unread)
      }
    }
  })
})
