import { readFile } from 'node:fs/promises'

import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'

import type { Scrubbed } from '../../../src/consent/scrubbed.ts'
import { type DeskServer, startDeskServer } from '../../http/desk/deskServer.ts'
import { launchChromium } from '../../support/chromium.ts'
import { describeWithProgram } from '../../support/needs.ts'
import { createTestDatabase, type TestDatabase } from '../../support/testDatabase.ts'

const PRIVACY_OFFICER = 'U0TAEO000'

describeWithProgram('chromium', 'the privacy officer’s queue', () => {
  let database: TestDatabase
  let server: DeskServer
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    database = await createTestDatabase()
    server = await startDeskServer({ connectionString: database.connectionString, startAt: new Date() })
    browser = await launchChromium()
    // axe is no part of the page, whose policy lets no script in.
    const context = await browser.newContext({ viewport: { width: 1200, height: 800 }, bypassCSP: true })
    context.setDefaultTimeout(10_000)
    page = await context.newPage()
  })
  afterAll(async () => {
    await browser.close()
    await server.close()
    await database.drop()
  })

  async function barriers(): Promise<readonly string[]> {
    await page.evaluate(await readFile(new URL('../../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8'))
    return page.evaluate<string[]>('axe.run().then(({ violations }) => violations.map(({ id }) => id))')
  }

  it('stands apart from other complaints, and each request says what it needs', async () => {
    const desk = { department: '개인정보보호담당', deskDepartment: '개인정보보호담당', category: 'privacy' } as const
    const number = await server.file({
      ...desk,
      type: 'inquiry',
      content: { kind: 'rights', story: '개인정보 삭제 요청. 대상 V26-0000000.' as Scrubbed },
    })
    const complaint = await server.file(desk)
    await page.goto(await server.signIn.createLink(PRIVACY_OFFICER, number))
    await page.getByText('이의를 제기할 곳').waitFor()
    await page.getByRole('heading', { name: /^개인정보 요청/ }).waitFor()
    expect(await barriers()).toEqual([])
    await page.screenshot({ path: 'test/artifacts/desk-rights-request.png', fullPage: true })

    await page.getByRole('link', { name: /목록/ }).click()
    const heading = page.getByRole('heading', { name: '개인정보 요청 (열흘 안에 답변)' })
    await heading.waitFor()
    expect(await page.locator('h2:has-text("개인정보 요청") + ul').innerText()).toContain(number)
    expect(await page.locator('h2:has-text("그 밖의 민원") + ul').innerText()).toContain(complaint)
    expect(await barriers()).toEqual([])
    await page.screenshot({ path: 'test/artifacts/desk-rights-queue.png', fullPage: true })
  })
})
