import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

import type { Scrubbed } from '../../../src/consent/scrubbed.ts'
import { findBarriers } from '../../support/barriers.ts'
import { createTestDatabase, type TestDatabase } from '../../support/testDatabase.ts'
import { describeWithProgram } from '../../support/needs.ts'
import { tokenOf } from '../../http/desk/deskBrowser.ts'
import { type DeskServer, startDeskServer } from '../../http/desk/deskServer.ts'

const DOYUN = 'U0DOYUN00'
const EDITOR = '민원인에게 보낼 답변'
const CHROMIUM_FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

describeWithProgram('chromium', 'the desk page in a browser', () => {
  let database: TestDatabase
  let server: DeskServer
  let browser: Browser
  let context: BrowserContext
  let page: Page
  let failures: string[]

  beforeAll(async () => {
    database = await createTestDatabase()
    browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: CHROMIUM_FLAGS })
  })
  afterAll(async () => {
    await browser.close()
    await database.drop()
  })
  beforeEach(async () => {
    server = await startDeskServer({ connectionString: database.connectionString, startAt: new Date() })
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
    expect(failures).toEqual([])
  })

  async function openByLink(number: string): Promise<void> {
    await page.goto(await server.signIn.createLink(DOYUN, number))
    await page.getByRole('heading', { name: number }).waitFor()
  }

  async function press(name: string): Promise<void> {
    await page.getByRole('button', { name, exact: true }).click()
  }

  async function openClaimed(): Promise<string> {
    const number = await server.file()
    await openByLink(number)
    await press('내가 맡기')
    await page.getByLabel(EDITOR).waitFor()
    return number
  }

  it('takes a person from the link to the answer and its delivery', async () => {
    const number = await openClaimed()
    expect(page.url()).toBe(`${server.url}/desk#${number}`)
    await page.getByLabel(EDITOR).fill('오래 기다리셨습니다.\n확인해 말씀드립니다.')
    await page.getByText(/저장됨 \d\d:\d\d/).waitFor()
    await press('미리보기')
    await page.getByText(`한빛병원에서 답변드립니다. (접수번호 ${number})`).waitFor()
    await press('이대로 보내기')
    await page.getByText('답변을 보냈습니다.').waitFor()
    await page.getByText('곧 보냅니다.').waitFor()
    await server.setReplyState('delivered')
    await press('상태 확인')
    await page.getByText('전달됨').waitFor()
    const ticket = await server.stores.tickets.findTicket(number)
    expect(await server.stores.tickets.findAnswer(ticket?.id ?? '')).toBe('오래 기다리셨습니다.\n확인해 말씀드립니다.')
  })

  it('says what to do when the link was used before', async () => {
    const link = await server.signIn.createLink(DOYUN, await server.file())
    await server.signIn.redeem(tokenOf(link))
    await page.goto(link)
    await page.getByRole('heading', { name: '이 링크는 더 쓸 수 없습니다' }).waitFor()
    await page.getByText('‘내용 보기’를 다시 누르면').waitFor()
    expect(page.url()).toBe(`${server.url}/desk`)
  })

  it('says who took a ticket first', async () => {
    const number = await server.file()
    await openByLink(number)
    const seoyeon = server.hospital.staff.find(({ name }) => name === '박서연')
    if (seoyeon) await server.desk.claim({ number, by: seoyeon })
    await press('내가 맡기')
    await page.getByText('박서연 님이 먼저 맡았습니다.').waitFor()
    await page.getByText('답변은 박서연 님이 씁니다.').waitFor()
  })

  it('offers text again that was not saved when the session ran out', async () => {
    await openClaimed()
    server.later(15)
    await page.getByLabel(EDITOR).fill('저장되지 않은 글')
    await page.getByRole('heading', { name: '15분 동안 쓰지 않아' }).waitFor()
    await page.getByText('쓰시던 글은 이 창에 남아 있습니다.').waitFor()
    expect(await page.getByText('기다렸습니다').count()).toBe(0)
    await page.getByLabel('병원 전자우편 주소').fill('doyun@hanbit.example')
    await press('번호 받기')
    await page.getByLabel('여섯 자리 번호').fill(await server.codeFromMail())
    await press('들어가기')
    await press('이어서 쓰기')
    await page.getByText('저장됨').waitFor()
    expect(await page.getByLabel(EDITOR).inputValue()).toBe('저장되지 않은 글')
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0)
  })

  it('goes on where it was once its person has signed in again in another window', async () => {
    const number = await openClaimed()
    server.later(15)
    await page.getByLabel(EDITOR).fill('저장되지 않은 글')
    await page.getByRole('heading', { name: '15분 동안 쓰지 않아' }).waitFor()
    const other = await context.newPage()
    await other.goto(await server.signIn.createLink(DOYUN, number))
    await other.getByRole('heading', { name: number }).waitFor()
    await page.evaluate(() => dispatchEvent(new Event('focus')))
    await page.getByText('저장되지 않은 글이 있습니다.').waitFor()
  })

  it('leaves nothing of one person’s for the next in the same window', async () => {
    await openClaimed()
    server.later(15)
    await page.getByLabel(EDITOR).fill('저장되지 않은 글')
    await page.getByRole('heading', { name: '15분 동안 쓰지 않아' }).waitFor()
    await page.goto(await server.signIn.createLink('U0SEOYEON'))
    await page.getByRole('heading', { name: '처리할 민원' }).waitFor()
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0)
  })

  it('sends nothing that somebody else’s step overtook, and keeps the text', async () => {
    const number = await openClaimed()
    await page.getByLabel(EDITOR).fill('답변입니다.')
    await page.getByText('저장됨').waitFor()
    const seoyeon = server.hospital.staff.find(({ name }) => name === '박서연')
    if (seoyeon) await server.desk.note({ number, by: seoyeon }, '그 사이의 메모' as Scrubbed)
    await press('미리보기')
    await page.getByRole('heading', { name: '민원인이 읽을 글' }).waitFor()
    await press('이대로 보내기')
    await page.getByText('그사이 이 민원에 변화가 있었습니다.').waitFor()
    await page.getByText('그 사이의 메모').waitFor()
    expect(await page.getByLabel(EDITOR).inputValue()).toBe('답변입니다.')
  })

  it('can be used with the keyboard alone', async () => {
    const number = await server.file()
    await openByLink(number)
    for (let presses = 0; presses < 10; presses += 1) {
      if ((await page.evaluate(() => document.activeElement?.textContent)) === '내가 맡기') break
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Enter')
    await page.getByText('이 민원을 맡았습니다.').waitFor()
    expect((await server.stores.tickets.findTicket(number))?.assignee).toBe(DOYUN)
  })

  it.each([1200, 360])('has no barrier that axe knows, and no sideways scrolling, at %i px', async (width) => {
    await page.setViewportSize({ width, height: 800 })
    const barriers: string[] = []
    const look = async (): Promise<void> => void barriers.push(...(await findBarriers(page)))
    await page.goto(`${server.url}/desk`)
    await page.getByRole('heading', { name: '로그인' }).waitFor()
    await look()
    await openClaimed()
    await look()
    await press('메모')
    await look()
    await page.goto(`${server.url}/desk#`)
    await page.getByRole('heading', { name: '처리할 민원' }).waitFor()
    await page.getByText('내 담당').first().waitFor()
    await look()
    expect(barriers).toEqual([])
  })
})
