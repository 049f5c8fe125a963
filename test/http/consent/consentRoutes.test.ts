import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

import { createConsentLinks } from '../../../src/consent/consentLinks.ts'
import { askForConsent, type ConsentServer, startConsentServer } from './consentServer.ts'

const ALL = { collect: 'yes', health: 'yes', overseas: 'yes', contact: 'no' } as const

let server: ConsentServer
let token: string

beforeEach(async () => {
  server = await startConsentServer()
  token = await askForConsent(server.talk)
})
afterEach(() => server.close())

describe('GET /consent/:token', () => {
  it('shows one form with a pair of choices for each consent, none of them made', async () => {
    const answer = await server.get(token)
    const html = await answer.text()
    expect(answer.status).toBe(200)
    for (const purpose of ['collect', 'health', 'overseas', 'contact']) {
      expect(html.match(new RegExp(`type="radio" id="${purpose}-(yes|no)" name="${purpose}"`, 'g'))).toHaveLength(2)
    }
    expect(html).not.toMatch(/ checked| selected|전체 동의|모두 동의/)
    expect(html).toMatch(/\[필수\][^]*\[별도 동의\][^]*\[선택\][^]*\[선택\]/)
    expect(html).not.toContain('<script')
  })

  it('may be kept, framed, indexed and told of by nobody', async () => {
    const { headers } = await server.get(token)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('x-robots-tag')).toMatch(/noindex/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/default-src 'none'/)
    expect(policy).toMatch(/form-action 'self'/)
    expect(policy).toMatch(/frame-ancestors 'none'/)
    expect(policy).not.toMatch(/unsafe|script-src|\*/)
    expect(headers.get('set-cookie')).toBeNull()
  })

  it('speaks English where that is wanted, and offers the other language', async () => {
    const english = await (await server.get(`${token}?lang=en`)).text()
    expect(english).toMatch(/<html lang="en">[^]*\?lang=ko[^]*I do not agree/)
    expect(await (await server.get(`${token}?lang=xx`)).text()).toMatch(/<html lang="ko">/)
  })

  it('changes nothing, however often a scanner follows the link, also by HEAD', async () => {
    const before = await server.kept()
    for (let count = 0; count < 10; count += 1) {
      expect((await server.get(token)).status).toBe(200)
      const head = await server.get(token, { method: 'HEAD' })
      expect([head.status, await head.text()]).toEqual([200, ''])
    }
    for (const method of ['PUT', 'DELETE', 'PATCH']) expect((await server.get(token, { method })).status).toBe(405)
    expect(await server.kept()).toBe(before)
    expect((await server.post(token, ALL)).status).toBe(200)
  })
})

describe('POST /consent/:token', () => {
  it('takes all answers at once, and says only where to go on', async () => {
    const answer = await server.post(token, ALL)
    const html = await answer.text()
    expect(answer.status).toBe(200)
    expect(html).toMatch(/고맙습니다[^]*대화창으로 돌아가 주세요/)
    expect(html).not.toMatch(/수납|conversation-1|민감정보|lang=en/)
    expect(server.talk.record().receipts.size).toBe(4)
    expect((await server.talk.held()) ?? [...server.talk.record().sessions.values()][0]?.prompt?.id).toBe(
      'confirm.summary',
    )
  })

  it('says of the second time that it was answered, and changes nothing', async () => {
    await server.post(token, ALL)
    const before = await server.kept()
    const again = await server.post(token, { ...ALL, overseas: 'no' })
    expect([again.status, await again.text()]).toEqual([409, expect.stringContaining('이미 답하셨습니다')])
    expect(await (await server.get(token)).text()).toContain('이미 답하셨습니다')
    expect(await server.kept()).toBe(before)
  })

  it('takes one of ten sent at once', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => server.post(token, ALL)))
    expect(answers.map(({ status }) => status).sort((one, other) => one - other)).toEqual([200, ...Array(9).fill(409)])
    expect(server.talk.record().receipts.size).toBe(4)
  })

  it('names what is unanswered, keeps the other choices, and records nothing', async () => {
    const before = await server.kept()
    const answer = await server.post(token, { collect: 'yes', overseas: 'no', contact: 'no' })
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toMatch(/role="alert"[^]*href="#health-yes"/)
    expect(html.match(/<a href="#/g)).toHaveLength(1)
    expect([...html.matchAll(/id="(\w+-\w+)"[^>]* checked/g)].map(([, id]) => id)).toEqual([
      'collect-yes',
      'overseas-no',
      'contact-no',
    ])
    expect(await server.kept()).toBe(before)
    expect((await server.post(token, ALL)).status).toBe(200)
  })

  it('needs nothing further from whoever refuses collection', async () => {
    expect((await server.post(token, { collect: 'no' })).status).toBe(200)
    expect([...server.talk.record().receipts.values()]).toMatchObject([
      { purpose: 'collect', granted: false, conversationId: undefined },
    ])
  })

  it('says that what was answered in the chat stays, and changes only the rest', async () => {
    await server.talk.tap('동의합니다')
    await server.talk.tap('동의하지 않습니다')
    const shown = await (await server.get(token)).text()
    expect(shown.match(/대화창에서 이미 답하셨습니다/g)).toHaveLength(2)
    const html = await (await server.post(token, { ...ALL, collect: 'no' })).text()
    expect(html).toContain('먼저 답하신 항목은 그대로')
    const answers = [...server.talk.record().receipts.values()].map(({ purpose, granted }) => `${purpose} ${granted}`)
    expect(answers).toEqual(['collect true', 'health false', 'overseas true', 'contact false'])
  })
})

describe('a link that cannot be taken', () => {
  const forgeries: readonly (readonly [string, (token: string) => string])[] = [
    ['is nonsense', () => 'nonsense'],
    ['has another signature', (token) => `${token.slice(0, -3)}abc`],
    ['names another conversation', (token) => `${encode({ conversation: 'conversation-2' })}.${token.split('.')[1]}`],
    ['was signed elsewhere', () => elsewhere()],
    ['leads elsewhere', () => '..%2f..%2fdesk'],
    ['is script', () => '%3Cscript%3Ealert(1)%3C%2Fscript%3E'],
    ['holds a null byte', () => 'a%00b'],
    ['is huge', () => 'a'.repeat(8_000)],
  ]

  it.each(forgeries)('because it %s is refused kindly, logged without it, and changes nothing', async (_why, forge) => {
    const forged = forge(token)
    const before = await server.kept()
    for (const answer of [await server.get(forged), await server.post(forged, ALL)]) {
      expect(answer.status).toBe(403)
      expect(await answer.text()).toMatch(/열 수 없는 링크입니다[^]*대화창으로 돌아가/)
      expect(answer.headers.get('cache-control')).toBe('no-store')
    }
    expect(await server.kept()).toBe(before)
    expect(JSON.stringify(server.lines)).toContain('consent_link_forged')
    if (forged !== '') expect(JSON.stringify(server.lines)).not.toContain(forged)
  })

  it('because it is old says what to do', async () => {
    server.talk.wait(31)
    const before = await server.kept()
    for (const answer of [await server.get(token), await server.post(token, ALL)]) {
      expect([answer.status, await answer.text()]).toEqual([410, expect.stringMatching(/시간이 지난 링크[^]*새 링크/)])
    }
    expect(await server.kept()).toBe(before)
    expect(JSON.stringify(server.lines)).not.toContain(token)
  })

  it('because the conversation is gone says so', async () => {
    await server.talk.loseHold()
    for (const answer of [await server.get(token), await server.post(token, ALL)]) {
      expect([answer.status, await answer.text()]).toEqual([404, expect.stringContaining('대화가 끝났습니다')])
    }
    expect(server.talk.record().receipts.size).toBe(0)
    expect(await server.talk.held()).toBeUndefined()
  })

  it('because it names a version that was never published is refused', async () => {
    const unknown = server.talk.links.issue({ conversationId: 'conversation-1', versions: { collect: '1999-01-01' } })
    const before = await server.kept()
    for (const answer of [await server.get(unknown), await server.post(unknown, ALL)]) {
      expect([answer.status, await answer.text()]).toEqual([410, expect.stringContaining('안내문이 바뀌었습니다')])
    }
    expect(await server.kept()).toBe(before)
  })
})

describe('a body that is no answer', () => {
  const FORM = 'application/x-www-form-urlencoded'
  const bodies: readonly (readonly [string, string, string, number])[] = [
    ['is empty', FORM, '', 422],
    ['has other values', FORM, 'collect=maybe&health=1&overseas=on&contact=', 422],
    ['answers twice', FORM, 'collect=yes&collect=no&health=no&overseas=no&contact=no', 422],
    ['answers for nobody', FORM, 'guardian=yes&admin=yes&__proto__=yes', 422],
    ['is JSON', 'application/json', '{"collect":"yes"}', 415],
    ['is of no type', '', 'collect=yes', 415],
    ['is huge', FORM, `collect=yes&x=${'x'.repeat(10_000)}`, 413],
  ]

  it.each(bodies)('because it %s records nothing and is answered with a page', async (_why, type, body, status) => {
    const before = await server.kept()
    const answer = await server.post(token, body, { 'content-type': type })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'text/html; charset=utf-8'])
    expect(await server.kept()).toBe(before)
    expect((await server.post(token, ALL)).status).toBe(200)
  })
})

describe('too many requests', () => {
  it('are told to wait, and change nothing', async () => {
    const busy = await startConsentServer({ requestsPerMinute: 1 })
    const link = await askForConsent(busy.talk)
    await busy.get(link)
    const answer = await busy.post(link, ALL)
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '60'])
    expect(await answer.text()).toContain('잠시 뒤에')
    expect(busy.talk.record().receipts.size).toBe(0)
    await busy.close()
  })
})

function elsewhere(): string {
  const links = createConsentLinks({ secret: Buffer.alloc(32, 1), now: () => new Date(), newId: () => 'x' })
  return links.issue({ conversationId: 'conversation-1', versions: { collect: '2026-11-22' } })
}

function encode(claims: object): string {
  return Buffer.from(JSON.stringify(claims)).toString('base64url')
}
