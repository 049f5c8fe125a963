import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals'
import type { Browser, BrowserContext, Page } from 'playwright-core'

import type { Scrubbed } from '../../../src/consent/scrubbed.ts'
import { tokenOf } from '../../http/desk/deskBrowser.ts'
import { type DeskServer, type FiledTicket, startDeskServer } from '../../http/desk/deskServer.ts'
import { findBarriers } from '../../support/barriers.ts'
import { launchChromium } from '../../support/chromium.ts'
import { describeWithProgram } from '../../support/needs.ts'
import { createTestDatabase, type TestDatabase } from '../../support/testDatabase.ts'

const DOYUN = 'U0DOYUN00'
/** Privacy officer. */
const TAEO = 'U0TAEO000'
const PICTURES = 'test/artifacts'
const WIDTHS = [1200, 390] as const

const filed: FiledTicket = {
  content: {
    story:
      '월요일 아침에 [이름1] 간호사가 [전화번호1]로 전화한다고 했는데 오지 않았습니다. [이름1] 간호사를 찾습니다.' as Scrubbed,
    vault: [
      { token: '[이름1]', type: 'staff_name', value: '김나비' },
      { token: '[전화번호1]', type: 'phone', value: '010-0000-9876' },
    ],
  },
}

describeWithProgram('chromium', 'personal data on the desk page', () => {
  let database: TestDatabase
  let server: DeskServer
  let browser: Browser
  let context: BrowserContext
  let page: Page
  let failures: string[]

  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(async () => browser.close())
  beforeEach(async () => {
    database = await createTestDatabase()
    server = await startDeskServer({
      connectionString: database.connectionString,
      startAt: new Date('2026-11-23T02:00:00Z'),
    })
    context = await browser.newContext({ viewport: { width: 1200, height: 900 } })
    context.setDefaultTimeout(10_000)
    page = await context.newPage()
    failures = []
    page.on('pageerror', (error) => failures.push(error.message))
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) failures.push(message.text())
    })
  })
  afterEach(async () => {
    await context.close()
    await server.close()
    await database.drop()
    expect(failures).toEqual([])
  })

  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const dialog = () => page.getByRole('dialog')

  async function open(slackUserId = DOYUN): Promise<string> {
    const number = await server.file(filed)
    await page.goto(await server.signIn.createLink(slackUserId, number))
    await page.getByRole('heading', { name: number }).waitFor()
    return number
  }

  it('is shown one value at a time, each after its reason, and only until the page is left', async () => {
    const number = await open()
    expect(await page.content()).not.toMatch(/홍길동|김나비|9876/)
    await button('이름 보기').click()
    await dialog().getByRole('button', { name: '본인 확인' }).click()
    await page.getByText('홍길동', { exact: true }).waitFor()
    expect(await page.content()).not.toMatch(/김나비|9876/)
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('홍길동')
    await page.goto(`${server.url}/desk#`)
    await page.getByRole('heading', { name: '처리할 민원' }).waitFor()
    await page.goto(`${server.url}/desk#${number}`)
    await button('이름 보기').waitFor()
    expect(await page.content()).not.toMatch(/홍길동/)
  })

  it('offers the reason given last first, so that the next value takes the keyboard two presses', async () => {
    await open()
    await button('이름1 보기').first().click()
    await dialog().getByRole('button', { name: '사실 확인' }).click()
    await page.getByText('김나비').first().waitFor()
    expect(await page.getByText('김나비').count()).toBe(2)
    await button('전화번호1 보기').focus()
    await page.keyboard.press('Enter')
    await dialog().waitFor()
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('사실 확인')
    await page.keyboard.press('Enter')
    await page.getByText('010-0000-9876').waitFor()
    const reveals = (await server.audited()).filter(({ action }) => action === 'revealed')
    expect(reveals.map(({ field, reason }) => [field, reason])).toEqual([
      ['[이름1]', 'facts'],
      ['[전화번호1]', 'facts'],
    ])
  })

  it('takes a reason in words', async () => {
    await open()
    await button('전화번호 보기').click()
    await dialog().getByRole('button', { name: '기타' }).click()
    await page.getByLabel('이유를 짧게 적어 주세요').fill('보건소 문의 회신')
    await dialog().getByRole('button', { name: '보기', exact: true }).click()
    await page.getByText('010-1234-5678').waitFor()
    expect((await server.audited()).at(-1)?.reason).toBe('other: 보건소 문의 회신')
  })

  it('stays masked when the dialog is left, and the button has the focus again', async () => {
    await open()
    await button('이름 보기').click()
    await dialog().waitFor()
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'hidden' })
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('이름 보기')
    expect((await server.audited()).some(({ action }) => action === 'revealed')).toBe(false)
  })

  it('says so when a sight cannot be logged, and shows nothing', async () => {
    await open()
    await server.failAudit()
    await button('이름 보기').click()
    await dialog().getByRole('button', { name: '답변에 필요' }).click()
    await page.getByText('본 기록을 남길 수 없으면 보여 드리지 않습니다.').waitFor()
    expect(await page.content()).not.toContain('홍길동')
  })

  it.each([
    ['was used before', async (link: string) => void (await server.signIn.redeem(tokenOf(link)))],
    ['is older than five minutes', async () => server.later(5)],
    ['never was', async () => undefined],
  ])('is behind no link that %s, and the page says both ways in', async (what, spoil) => {
    const link = await server.signIn.createLink(DOYUN, await server.file(filed))
    await spoil(link)
    await page.goto(what === 'never was' ? `${server.url}/desk/never-was` : link)
    await page.getByRole('heading', { name: '이 링크는 더 쓸 수 없습니다' }).waitFor()
    await page.getByText('‘내용 보기’를 다시 누르면').waitFor()
    await page.getByText('또는 병원 전자우편으로 들어오세요.').waitFor()
    await page.getByLabel('병원 전자우편 주소').waitFor()
    expect(page.url()).toBe(`${server.url}/desk`)
    expect(await findBarriers(page)).toEqual([])
    await page.screenshot({ path: `${PICTURES}/desk-dead-link.png` })
  })

  it('says that a ticket was destroyed', async () => {
    const number = await server.file(filed)
    const { id = '' } = (await server.stores.tickets.findTicket(number)) ?? {}
    const order = { rule: 'deletion_request', at: server.clock.at, by: 'person' } as const
    await server.stores.audit.append({
      at: server.clock.at,
      who: 'person',
      surface: 'chat',
      address: undefined,
      ticketId: id,
      ticketNumber: number,
      action: 'withdrawn',
      field: 'contact',
      reason: undefined,
    })
    await server.stores.transact((tx) => tx.destroyTicket(id, order))
    await page.goto(await server.signIn.createLink(DOYUN, number))
    await page.getByRole('heading', { name: '파기됨' }).waitFor()
    await page.getByText('동의를 철회했습니다: 연락받기').waitFor()
    expect(await page.getByRole('heading', { name: '처리', exact: true }).count()).toBe(0)
    expect(await findBarriers(page)).toEqual([])
    await page.screenshot({ path: `${PICTURES}/desk-destroyed.png`, fullPage: true })
  })

  it.each(WIDTHS)('has no barrier that axe knows while it is asked for, at %i px', async (width) => {
    await page.setViewportSize({ width, height: 800 })
    await open()
    expect(await findBarriers(page)).toEqual([])
    await page.screenshot({ path: `${PICTURES}/desk-masked-${width}.png`, fullPage: true })
    await button('이름 보기').click()
    await dialog().waitFor()
    expect(await findBarriers(page)).toEqual([])
    await page.screenshot({ path: `${PICTURES}/desk-reveal-${width}.png` })
    await dialog().getByRole('button', { name: '기타' }).click()
    expect(await findBarriers(page)).toEqual([])
    await page.getByLabel('이유를 짧게 적어 주세요').fill('회신')
    await dialog().getByRole('button', { name: '보기', exact: true }).click()
    await page.getByText('홍길동', { exact: true }).waitFor()
    await button('이름1 보기').first().click()
    await dialog().getByRole('button', { name: '답변에 필요' }).click()
    await page.getByText('김나비').first().waitFor()
    expect(await findBarriers(page)).toEqual([])
    await page.screenshot({ path: `${PICTURES}/desk-revealed-${width}.png`, fullPage: true })
  })

  async function fillNovember(): Promise<void> {
    const number = await server.file(filed)
    const { id } = (await server.stores.tickets.findTicket(number)) ?? {}
    const line = { surface: 'desk', address: '10.0.0.7', ticketId: id, ticketNumber: number } as const
    const reveal = { ...line, action: 'revealed', field: 'name', reason: 'answer' } as const
    const day = Array.from({ length: 21 }, (_, minute) => new Date(Date.UTC(2026, 10, 24, 1, minute)))
    await server.stores.audit.append(
      {
        ...line,
        at: new Date('2026-11-24T01:00:00Z'),
        who: DOYUN,
        action: 'seen',
        field: 'content',
        reason: undefined,
      },
      ...day.map((at) => ({ ...reveal, at, who: DOYUN })),
      {
        ...reveal,
        at: new Date('2026-11-24T14:30:00Z'),
        who: 'U0MINSEO0',
        field: '[이름1]',
        reason: 'other: 확인 요청',
      },
      { ...reveal, at: new Date('2026-11-24T02:00:00Z'), who: 'U0SEOYEON' },
    )
  }

  it.each(WIDTHS)('is looked after by the privacy officer month by month, at %i px', async (width) => {
    await page.setViewportSize({ width, height: 800 })
    await fillNovember()
    server.clock.at = new Date('2026-12-02T02:00:00Z')
    await page.goto(await server.signIn.createLink(TAEO))
    await page.getByRole('link', { name: '접속기록 점검' }).click()
    await page.getByText('점검 전').waitFor()
    expect(await findBarriers(page)).toEqual([])
    await page.getByRole('link', { name: /2026-11/ }).click()
    await page.getByText('하루 20건 넘게 가림 해제 21').waitFor()
    expect(await page.getByRole('heading', { level: 3 }).allTextContents()).toEqual(['이도윤', '정민서', '박서연'])
    expect(await findBarriers(page)).toEqual([])
    await page.screenshot({ path: `${PICTURES}/access-log-month-${width}.png`, fullPage: true })
    await page.getByRole('link', { name: '정민서: 기록 보기' }).click()
    await page.getByText('기타: 확인 요청').waitFor()
    await page.getByText('근무 시간 밖 · 다른 부서 민원').waitFor()
    expect(await findBarriers(page)).toEqual([])
    await page.screenshot({ path: `${PICTURES}/access-log-lines-${width}.png`, fullPage: true })
    await page.getByRole('link', { name: /← 접속기록 점검/ }).click()
    await button('점검 완료').click()
    await page.getByText('이 달의 점검을 마칠까요?').waitFor()
    await button('점검 완료').click()
    await page.getByText(/님이 .*에 점검을 마쳤습니다/).waitFor()
    const theirs = (await server.audited()).filter(({ who }) => who === TAEO)
    expect(theirs.map(({ action, field }) => [action, field])).toEqual([
      ['seen', 'access_log:2026-11'],
      ['seen', 'access_log:2026-11:lines'],
      ['seen', 'access_log:2026-11'],
      ['reviewed', 'access_log:2026-11'],
      ['seen', 'access_log:2026-11'],
    ])
  })
})
