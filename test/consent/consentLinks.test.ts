import { describe, expect, it } from '@jest/globals'

import { createConsentLinks } from '../../src/consent/consentLinks.ts'
import { createMyDataLinks } from '../../src/http/myData/myDataLinks.ts'

const GRANT = { conversationId: 'web-abc', versions: { collect: '2026-11-22', health: '2026-11-22' } }
const START = new Date('2026-11-22T02:00:00+09:00')
let id = 0

function linksAt(now: () => Date, secret = Buffer.alloc(32, 1)) {
  return createConsentLinks({ secret, now, newId: () => String((id += 1)) })
}

describe('a link to the consent page', () => {
  it('names its conversation and the versions it shows, for half an hour', () => {
    let now = START
    const links = linksAt(() => now)
    const token = links.issue(GRANT)
    const expiresAt = new Date(START.getTime() + 30 * 60_000)
    expect(links.read(token)).toEqual({ ok: true, content: GRANT, expiresAt })
    now = new Date(expiresAt.getTime() - 1)
    expect(links.read(token).ok).toBe(true)
    now = expiresAt
    expect(links.read(token)).toEqual({ ok: false, problem: 'expired' })
  })

  it('is another one each time', () => {
    const links = linksAt(() => START)
    expect(links.issue(GRANT)).not.toBe(links.issue(GRANT))
  })

  it.each([
    ['nothing', () => ''],
    ['words', () => 'hello'],
    ['two dots', (token: string) => `${token}.x`],
    ['another signature', (token: string) => `${token.split('.')[0]}.${'A'.repeat(43)}`],
    ['no signature', (token: string) => `${token.split('.')[0]}.`],
    [
      'another conversation',
      (token: string) => `${encode({ ...GRANT, conversationId: 'web-xyz' })}.${token.split('.')[1]}`,
    ],
    ['something huge', (token: string) => `${'A'.repeat(100_000)}.${token.split('.')[1]}`],
    ['script', () => '<script>alert(1)</script>'],
    ['a null byte', (token: string) => `\0${token}`],
  ])('is refused with %s', (_what, forge) => {
    const links = linksAt(() => START)
    expect(links.read(forge(links.issue(GRANT)))).toEqual({ ok: false, problem: 'forged' })
  })

  it('opens nothing else that is signed with the same secret', () => {
    const parts = { secret: Buffer.alloc(32, 1), now: () => START, newId: () => 'x' }
    const { conversationId } = GRANT
    expect(linksAt(() => START).read(createMyDataLinks(parts).issue({ conversationId }))).toMatchObject({ ok: false })
    expect(createMyDataLinks(parts).read(linksAt(() => START).issue(GRANT))).toEqual({ ok: false, problem: 'forged' })
  })

  it('of another hospital is refused', () => {
    const token = linksAt(() => START, Buffer.alloc(32, 2)).issue(GRANT)
    expect(linksAt(() => START).read(token)).toEqual({ ok: false, problem: 'forged' })
  })
})

function encode(claims: object): string {
  return Buffer.from(JSON.stringify(claims)).toString('base64url')
}
