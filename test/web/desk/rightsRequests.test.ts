import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'

import type { Scrubbed } from '../../../src/consent/scrubbed.ts'
import { type DeskServer, startDeskServer } from '../../http/desk/deskServer.ts'
import { findBarriers } from '../../support/barriers.ts'
import { launchChromium } from '../../support/chromium.ts'
import { describeWithProgram } from '../../support/needs.ts'
import { createTestDatabase, type TestDatabase } from '../../support/testDatabase.ts'

const PRIVACY_OFFICER = 'U0TAEO000'
const COORDINATOR = 'U0HANEUL0'
const PICTURES = 'test/artifacts'
const DESK = { department: '개인정보보호담당', deskDepartment: '개인정보보호담당', category: 'privacy' } as const

describeWithProgram('chromium', 'a request about somebody’s own data', () => {
  let database: TestDatabase
  let server: DeskServer
  let browser: Browser
  let page: Page

  beforeEach(async () => {
    database = await createTestDatabase()
    server = await startDeskServer({ connectionString: database.connectionString, startAt: new Date() })
    browser = await launchChromium()
    // axe is no part of the page, whose policy lets no script in.
    const context = await browser.newContext({ viewport: { width: 1200, height: 800 }, bypassCSP: true })
    context.setDefaultTimeout(10_000)
    page = await context.newPage()
  })
  afterEach(async () => {
    await browser.close()
    await server.close()
    await database.drop()
  })

  const button = (name: string) => page.getByRole('button', { name, exact: true })

  /** A request to delete a grave ticket, claimed by whoever opens it. */
  async function open(slackUserId = PRIVACY_OFFICER): Promise<{ readonly grave: string; readonly number: string }> {
    const conversationId = `web-${randomUUID()}`
    const grave = await server.file({ conversationId, category: 'medical_accident' })
    const number = await server.file({
      conversationId,
      ...DESK,
      type: 'inquiry',
      content: {
        kind: 'rights',
        story: `개인정보 삭제 요청. 대상 ${grave}.` as Scrubbed,
        request: { right: 'erase', tickets: [grave], everything: false },
      },
    })
    await page.goto(await server.signIn.createLink(slackUserId, number))
    await button('내가 맡기').click()
    await page.getByLabel('민원인에게 보낼 답변').waitFor()
    return { grave, number }
  }

  it('waits apart from other complaints, and says what it needs', async () => {
    const number = await server.file({
      ...DESK,
      type: 'inquiry',
      content: { kind: 'rights', story: '개인정보 삭제 요청. 대상 V26-0000000.' as Scrubbed },
    })
    const complaint = await server.file(DESK)
    await page.goto(await server.signIn.createLink(PRIVACY_OFFICER, number))
    await page.getByText('이의를 제기할 곳').waitFor()
    await page.getByRole('heading', { name: /^개인정보 요청/ }).waitFor()
    expect(await findBarriers(page)).toEqual([])
    await page.screenshot({ path: `${PICTURES}/desk-rights-request.png`, fullPage: true })

    await page.getByRole('link', { name: /목록/ }).click()
    const heading = page.getByRole('heading', { name: '개인정보 요청 (열흘 안에 답변)' })
    await heading.waitFor()
    expect(await page.locator('h2:has-text("개인정보 요청") + ul').innerText()).toContain(number)
    expect(await page.locator('h2:has-text("그 밖의 민원") + ul').innerText()).toContain(complaint)
    expect(await findBarriers(page)).toEqual([])
    await page.screenshot({ path: `${PICTURES}/desk-rights-queue.png`, fullPage: true })
  })

  it.each([1200, 360])('is carried out only after a reason and a second press, at %i px', async (width) => {
    await page.setViewportSize({ width, height: 800 })
    const { grave } = await open()
    await page.getByText('중대한 사안이라 바로 지우지 않았습니다.').waitFor()
    expect(await findBarriers(page)).toEqual([])
    await page.screenshot({ path: `${PICTURES}/desk-decision-${width}.png`, fullPage: true })

    await button('요청대로 삭제').click()
    await page.getByText(`${grave}의 내용, 연락처, 답변과 대화 내용을 파기합니다.`).waitFor()
    expect(await button('파기하기').isDisabled()).toBe(true)
    await page.getByLabel('보관할 의무가 없음').check()
    expect(await findBarriers(page)).toEqual([])
    await page.screenshot({ path: `${PICTURES}/desk-decision-sure-${width}.png`, fullPage: true })
    expect((await server.stores.tickets.findTicket(grave))?.destroyedAt).toBeUndefined()

    await button('파기하기').click()
    await page.getByText('요청대로 처리했습니다.').waitFor()
    expect((await server.stores.tickets.findTicket(grave))?.destroyedAt).toBeDefined()
    expect(await page.getByLabel('민원인에게 보낼 답변').inputValue()).toMatch(/^요청하신 대로/)
    expect(await button('요청대로 삭제').count()).toBe(0)
    expect(await findBarriers(page)).toEqual([])
  })

  it('is refused with words of its own, and the answer goes out as it was edited', async () => {
    const { number } = await open()
    await page.getByLabel('민원인에게 보낼 답변').fill('담당자 윤태오입니다.')
    await button('들어드리지 않음').click()
    await page.getByLabel('기타').check()
    await page.getByLabel('이유를 짧게 적어 주세요').fill('조정 절차가 진행 중입니다.')
    expect(await findBarriers(page)).toEqual([])
    await page.screenshot({ path: `${PICTURES}/desk-decision-refuse.png`, fullPage: true })
    await button('결정하기').click()
    await page.getByText('결정을 기록했습니다.').waitFor()
    const editor = page.getByLabel('민원인에게 보낼 답변')
    const text = await editor.inputValue()
    expect(text).toMatch(/이유: 조정 절차가 진행 중입니다\.[^]*118[^]*윤태오입니다\.$/)
    await editor.fill(`${text}\n전화 주시면 설명해 드립니다.`)
    await button('미리보기').click()
    await button('이대로 보내기').click()
    await page.getByText('답변을 보냈습니다.').waitFor()
    const { id = '' } = (await server.stores.tickets.findTicket(number)) ?? {}
    expect(await server.stores.tickets.findAnswer(id)).toBe(`${text}\n전화 주시면 설명해 드립니다.`)
  })

  it('can be left without deciding', async () => {
    const { grave } = await open()
    await button('요청대로 삭제').click()
    await button('취소').click()
    await button('들어드리지 않음').waitFor()
    expect((await server.stores.tickets.findTicket(grave))?.destroyedAt).toBeUndefined()
  })

  it('is decided by nobody else', async () => {
    await open(COORDINATOR)
    expect(await page.getByRole('heading', { name: '요청에 대한 결정' }).count()).toBe(0)
  })
})
