import { describe, expect, it } from '@jest/globals'
import { parseSkillPayload, type SkillPayload } from '../src/index.ts'
import { botTestPayload, channelPayload, skillTestPayload } from './support/payloads.ts'

const parse = (json: unknown): SkillPayload => {
  const reading = parseSkillPayload(json)
  if (!reading.ok) throw new Error(reading.paths.join())
  return reading.value
}

const least = { userRequest: { user: { id: 'u1' }, utterance: '안녕' }, bot: { id: 'b1' } }

describe('parseSkillPayload', () => {
  it('reads a tap on the live channel whole', () => {
    expect(parse(channelPayload)).toEqual({
      user: {
        id: channelPayload.userRequest.user.id,
        type: 'botUserKey',
        isFriend: true,
        plusfriendUserKey: 'AbCdEfGh1234',
        appUserId: undefined,
        properties: channelPayload.userRequest.user.properties,
      },
      utterance: '시설 불편',
      bot: { id: '65aa000000000000000000ff', name: '한빛병원 민원봇', isDevChannel: false },
      block: { id: '65aa00000000000000000001', name: '민원접수' },
      intent: { id: '65aa00000000000000000001', name: '민원접수' },
      action: { id: 'sk01', name: 'intake' },
      params: {},
      detailParams: {},
      clientExtra: { step: 'category', v: 'facility', n: 'k3f9' },
      requestParams: { surface: 'Kakaotalk.plusfriend' },
      contexts: [],
      trigger: {
        type: 'QUICKREPLY_BUTTON_BLOCK',
        referrerBlock: { id: '65aa00000000000000000002', name: '웰컴' },
      },
      lastBlock: { id: '65aa00000000000000000002', name: '웰컴' },
      callbackUrl: undefined,
      lang: 'ko',
      timezone: 'Asia/Seoul',
      surface: 'Kakaotalk.plusfriend',
      isTest: false,
    })
  })

  it('knows the bot test panel by its marks and trims its newline', () => {
    const payload = parse(botTestPayload)
    expect(payload).toMatchObject({ utterance: '안녕하세요', lang: 'ko', isTest: true, clientExtra: {} })
    expect(payload.bot).toMatchObject({ id: '65aa000000000000000000ff', isDevChannel: true })
    expect(payload.user).toMatchObject({ isFriend: false, plusfriendUserKey: undefined })
  })

  it('knows the skill test, which leaves most out', () => {
    expect(parse(skillTestPayload)).toMatchObject({
      user: { id: '123456', type: 'accountId' },
      lang: undefined,
      isTest: true,
      clientExtra: {},
      contexts: [],
      trigger: undefined,
    })
  })

  it.each([
    ['ignoreMe', { ...least, userRequest: { ...least.userRequest, params: { ignoreMe: 'true' } } }],
    ['accountId', { ...least, userRequest: { ...least.userRequest, user: { id: 'u1', type: 'accountId' } } }],
    ['the development channel', { ...least, bot: { id: 'b1!' } }],
  ])('marks a test by %s alone', (_name, json) => {
    expect(parse(json).isTest).toBe(true)
    expect(parse(least).isTest).toBe(false)
  })

  it('needs no more than a user, an utterance and a bot', () => {
    expect(parse(least)).toMatchObject({ user: { id: 'u1', isFriend: false }, utterance: '안녕', bot: { id: 'b1' } })
  })

  it.each([
    ['null', null],
    ['a number', 7],
    ['a list', []],
    ['a text', 'x'],
  ])('treats optional fields that are %s as absent', (_name, value) => {
    const { userRequest } = least
    const { id } = userRequest.user
    const json = {
      ...least,
      userRequest: {
        ...userRequest,
        user: { id, type: 'botUserKey', properties: value },
        params: value,
        block: value,
      },
      intent: value,
      action: value,
      contexts: value,
      flow: value,
      unheard: value,
    }
    expect(parse(json)).toMatchObject({ params: {}, clientExtra: {}, contexts: [], trigger: undefined, isTest: false })
  })

  it.each(['plusfriendUserKey', 'plusfriend_user_key'])('reads %s', (key) => {
    const user = { id: 'u1', properties: { [key]: 'p1' } }
    expect(parse({ ...least, userRequest: { user, utterance: '' } }).user.plusfriendUserKey).toBe('p1')
  })

  it.each([true, false, 'true', undefined])('takes isFriend %s literally', (isFriend) => {
    const user = { id: 'u1', properties: { isFriend } }
    expect(parse({ ...least, userRequest: { user, utterance: '' } }).user.isFriend).toBe(isFriend === true)
  })

  it('reads contexts, the callback and the params of an event', () => {
    const payload = parse({
      ...least,
      userRequest: { ...least.userRequest, params: { no: 'C-1' }, callbackUrl: 'https://bot-api.kakao.com/x' },
      contexts: [{ name: 'intake', lifespan: 5, ttl: 600, params: { step: { value: '1' } } }, 'garbage'],
    })
    expect(payload.contexts).toEqual([
      { name: 'intake', lifespanTurns: 5, ttlMs: 600_000, params: { step: { value: '1' } } },
    ])
    expect(payload).toMatchObject({ requestParams: { no: 'C-1' }, callbackUrl: 'https://bot-api.kakao.com/x' })
  })

  it.each<[string, unknown, readonly string[]]>([
    ['nothing', undefined, ['']],
    ['null', null, ['']],
    ['a list', [], ['']],
    ['an empty object', {}, ['bot', 'userRequest']],
    ['no bot id', { ...least, bot: {} }, ['bot.id']],
    ['an empty user id', { ...least, userRequest: { user: { id: '' }, utterance: '' } }, ['userRequest.user.id']],
    ['no utterance', { ...least, userRequest: { user: { id: 'u1' } } }, ['userRequest.utterance']],
    ['a wrong utterance', { ...least, userRequest: { user: { id: 'u1' }, utterance: {} } }, ['userRequest.utterance']],
  ])('names the bad fields of %s by path', (_name, json, paths) => {
    expect(parseSkillPayload(json)).toEqual({ ok: false, paths })
  })
})
