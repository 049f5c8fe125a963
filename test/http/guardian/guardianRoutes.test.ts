import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'

import { publishedNotices } from '../../../locales/notices.ts'
import { MONDAY, openTestStores, type TestStores } from '../../store/testStores.ts'
import { type GuardianServer, proofIn, prove, startGuardianServer } from './guardianServer.ts'

const YES = { collect: 'yes', health: 'yes', overseas: 'no', contact: 'yes', guardian: 'yes' }
const DAY_MINUTES = 24 * 60

let stores: TestStores
let server: GuardianServer

beforeAll(async () => {
  stores = await openTestStores()
})
afterAll(() => stores.close())
beforeEach(async () => {
  const { db } = stores.database
  for (const table of ['guardian_requests', 'receipts', 'keyring.data_keys'] as const)
    await db.deleteFrom(table).execute()
  stores.setNow(MONDAY)
  server = await startGuardianServer(stores)
})
afterEach(() => server.close())

describe('the guardian’s page', () => {
  it('asks for a code, then for each consent, and keeps the answer with its receipts', async () => {
    const path = await server.ask()
    const first = await server.call('GET', path)
    expect(first.status).toBe(200)
    expect(first.text).toContain('인증번호 받기')
    expect(first.text).not.toContain('김보호')

    await server.call('POST', `${path}/code`)
    expect(server.sent).toMatchObject([{ to: '01000001234' }])
    const form = await server.call('POST', `${path}/check`, { code: server.lastCode() })
    expect(form.status).toBe(200)
    expect(form.text).not.toMatch(/ checked/)

    const done = await server.call('POST', path, { ...YES, proof: proofIn(form.text) })
    expect(done.status).toBe(200)
    expect(done.text).toContain('자녀가 대화창에서')
    const [row] = await server.rows()
    expect(row).toMatchObject({ state: 'agreed', proved_by: 'phone' })
    expect(server.answered).toHaveLength(1)
    const receipts = await server.receipts()
    expect(receipts.map(({ purpose, granted }) => `${purpose} ${String(granted)}`).sort()).toEqual([
      'collect true',
      'contact true',
      'guardian true',
      'health true',
      'overseas false',
    ])
    for (const receipt of receipts) {
      expect(receipt).toMatchObject({ actor: 'guardian', shown_as: 'page', conversation_id: row?.conversation_id })
    }
  })

  it('destroys the contact with its key when the guardian refuses, and names nobody in the receipt', async () => {
    const path = await server.ask()
    const before = (await server.keys()).length
    const { status, text } = await server.call('POST', path, { collect: 'no', proof: await prove(server, path) })
    expect(status).toBe(200)
    expect(text).toContain('연락처를 지웠습니다')
    expect(await server.rows()).toMatchObject([{ state: 'refused', details: null, key_id: null }])
    expect(await server.keys()).toHaveLength(before - 1)
    expect(await server.receipts()).toMatchObject([{ purpose: 'collect', granted: false, conversation_id: null }])
  })

  it('sends the code by mail to a guardian whose address was given', async () => {
    const path = await server.ask({ kind: 'email', value: 'mom@example.com' })
    await server.call('POST', `${path}/code?lang=en`)
    expect(server.sent).toMatchObject([{ to: 'mom@example.com', text: expect.stringMatching(/code is \d{6}/) }])
  })

  it('is sent with headers that keep it to itself', async () => {
    const { headers } = await server.call('GET', await server.ask())
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('x-robots-tag')).toContain('noindex')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  })
})

describe('bad input', () => {
  it('does nothing for scanners that open every link', async () => {
    const path = await server.ask()
    for (const method of ['GET', 'HEAD']) {
      for (const end of ['', '?lang=en', '?lang=xx']) expect((await server.call(method, path + end)).status).toBe(200)
      for (const end of ['/code', '/check']) expect((await server.call(method, path + end)).status).toBeGreaterThan(403)
    }
    expect(server.sent).toEqual([])
    expect(await server.rows()).toMatchObject([{ state: 'waiting' }])
  })

  it.each(['nonsense', 'a'.repeat(32), `${'a'.repeat(32)}%00`, '..%2f..'])(
    'refuses a forged link: %s',
    async (token) => {
      await server.ask()
      for (const [method, end] of [
        ['GET', ''],
        ['POST', '/code'],
        ['POST', '/check'],
        ['POST', ''],
      ] as const) {
        expect((await server.call(method, `/guardian/${token}${end}`)).status).toBe(404)
      }
      expect(server.sent).toEqual([])
      expect(server.logged.join()).not.toContain('a'.repeat(32))
    },
  )

  it('refuses a link past its five days', async () => {
    const path = await server.ask()
    const proof = await prove(server, path)
    server.later(5 * DAY_MINUTES)
    expect((await server.call('GET', path)).status).toBe(404)
    expect((await server.call('POST', path, { ...YES, proof })).status).toBe(404)
    expect(await server.receipts()).toEqual([])
  })

  it('takes no second answer', async () => {
    const path = await server.ask()
    const proof = await prove(server, path)
    await server.call('POST', path, { ...YES, proof })
    const again = await server.call('POST', path, { collect: 'no', proof })
    expect(again.status).toBe(410)
    expect(again.text).toContain('이미 답하셨습니다')
    expect((await server.call('GET', path)).status).toBe(410)
    expect(await server.rows()).toMatchObject([{ state: 'agreed' }])
    expect(await server.receipts()).toHaveLength(5)
  })

  it('takes one of two answers sent at once', async () => {
    const path = await server.ask()
    const proof = await prove(server, path)
    const both = await Promise.all(
      [
        { ...YES, proof },
        { collect: 'no', proof },
      ].map((form) => server.call('POST', path, form)),
    )
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 410]))
    expect(server.answered).toHaveLength(1)
  })

  it('refuses an answer without the code, with a proof made up, another link’s, or an old one', async () => {
    const [path, other] = [await server.ask(), await server.ask()]
    const foreign = await prove(server, other)
    const own = await prove(server, path)
    const [expiresAt = '', seal = ''] = own.split('.')
    for (const proof of ['', 'x', `${Number(expiresAt) + 1}.${seal}`, `${expiresAt}.`, foreign]) {
      const { status } = await server.call('POST', path, { ...YES, proof })
      expect({ proof, status }).toEqual({ proof, status: 403 })
    }
    server.later(31)
    expect((await server.call('POST', path, { ...YES, proof: own })).status).toBe(403)
    expect(await server.receipts()).toEqual([])
  })

  it('takes no yes to a notice that took the place of the one that was shown', async () => {
    const [first] = publishedNotices.ko.collect
    const second = { ...first!, version: '2026-11-24', effectiveFrom: '2026-11-24', changes: '달라졌습니다.' }
    const ko = { ...publishedNotices.ko, collect: [first!, second] }
    const renewed = await startGuardianServer(server.stores, { ...publishedNotices, ko })
    renewed.later(14 * 60 + 50)
    const path = await renewed.ask()
    const proof = await prove(renewed, path)
    renewed.later(20)
    expect((await renewed.call('POST', path, { ...YES, proof })).status).toBe(403)
    expect(await renewed.receipts()).toEqual([])
    expect((await renewed.call('POST', path, { ...YES, proof: await prove(renewed, path) })).status).toBe(200)
    await renewed.close()
  })

  it('takes five tries at a code and no more, and none after ten minutes', async () => {
    const path = await server.ask()
    await server.call('POST', `${path}/code`)
    const code = server.lastCode()
    const wrong = code === '000000' ? '111111' : '000000'
    for (let count = 0; count < 5; count += 1) {
      expect((await server.call('POST', `${path}/check`, { code: wrong })).status).toBe(403)
    }
    expect((await server.call('POST', `${path}/check`, { code })).status).toBe(403)
    await server.call('POST', `${path}/code`)
    server.later(11)
    expect((await server.call('POST', `${path}/check`, { code: server.lastCode() })).status).toBe(403)
  })

  it('uses a code up', async () => {
    const path = await server.ask()
    await prove(server, path)
    expect((await server.call('POST', `${path}/check`, { code: server.lastCode() })).status).toBe(403)
  })

  it('sends three codes in ten minutes and no more', async () => {
    const path = await server.ask()
    for (let count = 0; count < 3; count += 1) expect((await server.call('POST', `${path}/code`)).status).toBe(200)
    const { status, text } = await server.call('POST', `${path}/code`)
    expect(status).toBe(429)
    expect(text).toMatch(/\d+분 뒤에/)
    expect(server.sent).toHaveLength(3)
  })

  it('says which item is unanswered and keeps the other answers', async () => {
    const path = await server.ask()
    const proof = await prove(server, path)
    const { health: _health, guardian: _guardian, ...some } = YES
    const { status, text } = await server.call('POST', path, { ...some, proof })
    expect(status).toBe(400)
    expect(text).toContain('health-error')
    expect(text).toContain('guardian-error')
    expect(text).toMatch(/id="collect-yes"[^>]* checked/)
    expect(await server.rows()).toMatchObject([{ state: 'waiting' }])
  })

  it('does not take an answer sent twice over', async () => {
    const path = await server.ask()
    const body = new URLSearchParams({ ...YES, proof: await prove(server, path) })
    body.append('collect', 'no')
    const response = await fetch(server.url + path, { method: 'POST', body })
    expect(response.status).toBe(400)
  })

  it('refuses a body that is too large', async () => {
    const path = await server.ask()
    expect((await server.call('POST', `${path}/check`, { code: '1'.repeat(9_000) })).status).toBe(413)
  })

  it('says so when the code could not be sent', async () => {
    const path = await server.ask()
    server.trouble.isSmsAway = true
    const { status, text } = await server.call('POST', `${path}/code`)
    expect(status).toBe(502)
    expect(text).toContain('보내지 못했습니다')
    expect(server.logged.join()).not.toContain('01000001234')
  })
})

describe('requests that nobody answers', () => {
  it('go after five days, with the contact and its key', async () => {
    await server.ask()
    const before = (await server.keys()).length
    server.later(5 * DAY_MINUTES - 1)
    expect(await server.stores.guardians.dropExpired(server.stores.now())).toBe(0)
    server.later(1)
    expect(await server.stores.guardians.dropExpired(server.stores.now())).toBe(1)
    expect(await server.rows()).toEqual([])
    expect(await server.keys()).toHaveLength(before - 1)
  })

  it('go too where the guardian agreed and the child never came back', async () => {
    const path = await server.ask()
    await server.call('POST', path, { ...YES, proof: await prove(server, path) })
    server.later(5 * DAY_MINUTES)
    expect(await server.stores.guardians.dropExpired(server.stores.now())).toBe(1)
  })

  it('are replaced by the next of the same conversation, whose old link is dead', async () => {
    const first = await server.ask(undefined, 'conversation-1')
    const keys = (await server.keys()).length
    const second = await server.ask({ kind: 'phone', value: '01000005678' }, 'conversation-1')
    expect((await server.call('GET', first)).status).toBe(404)
    expect((await server.call('GET', second)).status).toBe(200)
    expect(await server.keys()).toHaveLength(keys)
  })

  it('hold no contact that can be read without its key', async () => {
    await server.ask()
    const [row] = await server.rows()
    expect(JSON.stringify(row)).not.toContain('01000001234')
    expect(row?.details?.toString('utf8')).not.toContain('1234')
  })
})
