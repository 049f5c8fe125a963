import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'

import { createTestDatabase, type TestDatabase } from '../../support/testDatabase.ts'
import { openDeskBrowser, signInByLink, tokenOf } from './deskBrowser.ts'
import { type DeskServer, startDeskServer } from './deskServer.ts'

const DOYUN = 'U0DOYUN00'
const EMAIL = 'doyun@hanbit.example'

let database: TestDatabase
let server: DeskServer

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(async () => database.drop())

// A server each: attempts are counted per address.
beforeEach(async () => {
  server = await startDeskServer({ connectionString: database.connectionString })
})
afterEach(async () => server.close())

describe('a sign-in link', () => {
  it('opens a session for its person and ticket', async () => {
    const browser = await signInByLink(server, DOYUN, 'V26-0000000')
    const { body } = await browser.get('/desk/api/me')
    expect(body).toEqual({
      id: DOYUN,
      name: '이도윤',
      ticketNumber: 'V26-0000000',
      isPrivacyOfficer: false,
      isOnDuty: false,
      idleSeconds: 900,
    })
  })

  it('is refused the second time, with what to do', async () => {
    const token = tokenOf(await server.signIn.createLink(DOYUN))
    const first = await openDeskBrowser(server).post('/desk/session', { token })
    const second = await openDeskBrowser(server).post('/desk/session', { token })
    expect([first.status, second.status]).toEqual([200, 401])
    expect(second.body.error).toMatchObject({ code: 'link_dead', message: expect.stringContaining('Slack again') })
    expect(second.headers.get('set-cookie')).toBeNull()
  })

  it('signs one in of many who open it at once', async () => {
    const token = tokenOf(await server.signIn.createLink(DOYUN))
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => openDeskBrowser(server).post('/desk/session', { token })),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  it('is not used up by a scanner that opens it', async () => {
    const link = await server.signIn.createLink(DOYUN)
    const scanned = await fetch(link)
    expect([scanned.status, scanned.headers.get('set-cookie')]).toEqual([200, null])
    expect((await openDeskBrowser(server).post('/desk/session', { token: tokenOf(link) })).status).toBe(200)
  })

  it('is dead after five minutes', async () => {
    const token = tokenOf(await server.signIn.createLink(DOYUN))
    server.later(5)
    expect((await openDeskBrowser(server).post('/desk/session', { token })).status).toBe(401)
  })

  it('lets nobody in whom the hospital file does not know', async () => {
    const token = tokenOf(await server.signIn.createLink('U0STRANGER'))
    expect((await openDeskBrowser(server).post('/desk/session', { token })).status).toBe(401)
  })

  it('gives a cookie out of reach of scripts and other sites', async () => {
    const { headers } = await openDeskBrowser(server).post('/desk/session', {
      token: tokenOf(await server.signIn.createLink(DOYUN)),
    })
    expect(headers.get('set-cookie')).toMatch(/^sori_desk=[\w-]{43}; Path=\/desk; HttpOnly; SameSite=Strict$/)
    expect(headers.get('cache-control')).toBe('no-store')
  })
})

describe('a code by e-mail', () => {
  async function askForCode(email: string): Promise<string> {
    const { status } = await openDeskBrowser(server).post('/desk/code', { email })
    expect(status).toBe(202)
    return server.codeFromMail()
  }

  it('signs its person in, once', async () => {
    const code = await askForCode(EMAIL)
    const answers = [
      await openDeskBrowser(server).post('/desk/session', { email: 'Doyun@Hanbit.example', code }),
      await openDeskBrowser(server).post('/desk/session', { email: EMAIL, code }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([200, 401])
    expect(server.mails[0]).toMatchObject({ to: EMAIL, subject: expect.stringContaining('한빛병원') })
  })

  it('answers the same for an address nobody knows, and sends nothing', async () => {
    const known = await openDeskBrowser(server).post('/desk/code', { email: EMAIL })
    const unknown = await openDeskBrowser(server).post('/desk/code', { email: 'nobody@hanbit.example' })
    expect([unknown.status, unknown.text]).toEqual([known.status, known.text])
    const tried = await openDeskBrowser(server).post('/desk/session', {
      email: 'nobody@hanbit.example',
      code: '000000',
    })
    expect(tried.body.error.code).toBe('code_wrong')
    expect(server.mails.every(({ to }) => to === EMAIL)).toBe(true)
    expect(server.logged).toEqual([])
  })

  it('is dead after ten minutes', async () => {
    const code = await askForCode(EMAIL)
    server.later(10)
    expect((await openDeskBrowser(server).post('/desk/session', { email: EMAIL, code })).status).toBe(401)
  })

  it('is dead after five wrong tries', async () => {
    const code = await askForCode(EMAIL)
    const wrong = code === '000000' ? '111111' : '000000'
    for (let tries = 0; tries < 5; tries += 1)
      await openDeskBrowser(server).post('/desk/session', { email: EMAIL, code: wrong })
    expect((await openDeskBrowser(server).post('/desk/session', { email: EMAIL, code })).status).toBe(401)
  })

  it.each([EMAIL, 'nobody@hanbit.example'])('may be asked for three times in ten minutes for %s', async (email) => {
    const statuses: number[] = []
    for (let tries = 0; tries < 4; tries += 1)
      statuses.push((await openDeskBrowser(server).post('/desk/code', { email })).status)
    expect(statuses).toEqual([202, 202, 202, 429])
  })

  it('may be tried ten times in ten minutes, and then says when to come back', async () => {
    const answers = []
    for (let tries = 0; tries < 11; tries += 1) {
      answers.push(await openDeskBrowser(server).post('/desk/session', { email: EMAIL, code: '000000' }))
    }
    expect(answers.map(({ status }) => status)).toEqual([...Array<number>(10).fill(401), 429])
    expect(Number(answers.at(-1)?.headers.get('retry-after'))).toBeGreaterThan(0)
  })
})

describe('a session', () => {
  it('is over after fifteen minutes of silence, and not before', async () => {
    const browser = await signInByLink(server, DOYUN)
    const statuses: number[] = []
    for (const minutes of [14, 14, 15]) {
      server.later(minutes)
      statuses.push((await browser.get('/desk/api/me')).status)
    }
    expect(statuses).toEqual([200, 200, 401])
  })

  it('is over once its person signs out', async () => {
    const browser = await signInByLink(server, DOYUN)
    const headers = { cookie: browser.cookie() }
    expect((await browser.get('/desk/api/me', { headers })).status).toBe(200)
    expect((await browser.call('DELETE', '/desk/session')).status).toBe(204)
    expect((await browser.get('/desk/api/me', { headers })).status).toBe(401)
  })

  it.each([
    ['without the header', { 'x-sori-desk': undefined }],
    ['from another site', { 'sec-fetch-site': 'cross-site' }],
    ['from a sister site', { 'sec-fetch-site': 'same-site' }],
    ['from another origin', { 'sec-fetch-site': undefined, origin: 'https://evil.example' }],
    ['from a sandboxed frame', { 'sec-fetch-site': undefined, origin: 'null' }],
  ])('is not acted in by a request %s', async (_from, headers) => {
    const browser = await signInByLink(server, DOYUN)
    const number = await server.file()
    const answers = [
      await browser.post(`/desk/api/tickets/${number}/claim`, undefined, { headers }),
      await browser.get(`/desk/api/tickets/${number}`, { headers }),
      await browser.post('/desk/session', { token: 'x' }, { headers }),
      await browser.post('/desk/code', { email: EMAIL }, { headers }),
      await browser.call('DELETE', '/desk/session', undefined, { headers }),
    ]
    expect(answers.map(({ status, body }) => `${String(status)} ${String(body.error.code)}`)).toEqual(
      Array(5).fill('403 cross_site'),
    )
    expect((await server.stores.tickets.findTicket(number))?.state).toBe('received')
  })
})

describe('the sign-in routes', () => {
  it.each([
    ['/desk/session', '{'],
    ['/desk/session', ''],
    ['/desk/session', 'null'],
    ['/desk/session', '[]'],
    ['/desk/session', '{"token":7}'],
    ['/desk/session', '{"token":""}'],
    ['/desk/session', `{"token":"${'x'.repeat(300)}"}`],
    ['/desk/session', '{"email":"doyun@hanbit.example","code":"12345"}'],
    ['/desk/session', '{"email":"doyun@hanbit.example","code":"１２３４５６"}'],
    ['/desk/code', '{"email":"not an address"}'],
    ['/desk/code', '{"email":["doyun@hanbit.example"]}'],
  ])('answer 400 at %s to %s', async (path, raw) => {
    const { status, body } = await openDeskBrowser(server).post(path, undefined, { raw })
    expect([status, typeof body.error.code]).toEqual([400, 'string'])
    expect(server.logged).toEqual([])
  })
})

describe('a desk without mail', () => {
  it('says so to everybody alike', async () => {
    const mailless = await startDeskServer({ connectionString: database.connectionString, hasMail: false })
    const answers = [
      await openDeskBrowser(mailless).post('/desk/code', { email: EMAIL }),
      await openDeskBrowser(mailless).post('/desk/code', { email: 'nobody@hanbit.example' }),
    ]
    const page = await openDeskBrowser(mailless).get('/desk')
    await mailless.close()
    expect(answers.map(({ body }) => body.error.code)).toEqual(['no_mail', 'no_mail'])
    expect(page.text).toContain('data-mail="false"')
  })
})

describe('the page', () => {
  it.each(['/desk', '/desk/some-token', '/desk/%3Cscript%3E', '/desk/app.js', '/desk/desk.css'])(
    'sends %s with its own scripts allowed and nothing kept',
    async (path) => {
      const { status, headers } = await openDeskBrowser(server).get(path)
      expect(status).toBe(200)
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'")
    },
  )

  it('is the same for every link, and holds no token', async () => {
    const [plain, linked] = [
      await openDeskBrowser(server).get('/desk'),
      await openDeskBrowser(server).get('/desk/a-token'),
    ]
    expect(linked.text).toBe(plain.text)
  })
})
