import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'

import { type GuardianServer, startGuardianServer } from '../../http/guardian/guardianServer.ts'
import { openTestStores, type TestStores } from '../../store/testStores.ts'
import { findBarriers } from '../../support/barriers.ts'
import { launchChromium } from '../../support/chromium.ts'
import { describeWithProgram } from '../../support/needs.ts'

const PICTURES = 'test/artifacts'

describeWithProgram('chromium', 'the guardian’s page in a browser', () => {
  let stores: TestStores
  let server: GuardianServer
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(async () => browser.close())
  beforeEach(async () => {
    stores = await openTestStores()
    server = await startGuardianServer(stores)
    // axe is no part of the page, whose policy lets no script in.
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, bypassCSP: true })
    context.setDefaultTimeout(10_000)
    page = await context.newPage()
  })
  afterEach(async () => {
    await page.context().close()
    await server.close()
    await stores.close()
  })

  const picture = (name: string) => page.screenshot({ path: `${PICTURES}/guardian-${name}.png`, fullPage: true })

  async function enterCode(): Promise<void> {
    await page.getByRole('button', { name: '인증번호 받기' }).click()
    await page.getByLabel('인증번호 여섯 자리').fill(server.lastCode())
    await page.getByRole('button', { name: '확인', exact: true }).click()
  }

  it('leads from the code to the consents without a barrier, at 360 px', async () => {
    await page.goto(server.url + (await server.ask()))
    expect(await findBarriers(page)).toEqual([])
    await picture('1-start')
    await page.getByRole('button', { name: '인증번호 받기' }).click()
    expect(await findBarriers(page)).toEqual([])
    await picture('2-code')
    await page.getByLabel('인증번호 여섯 자리').fill('000000')
    await page.getByRole('button', { name: '확인', exact: true }).click()
    await page.getByRole('alert').waitFor()
    expect(await findBarriers(page)).toEqual([])
    await picture('3-wrong')
    await page.getByLabel('인증번호 여섯 자리').fill(server.lastCode())
    await page.getByRole('button', { name: '확인', exact: true }).click()

    await page.getByRole('button', { name: '보내기' }).waitFor()
    expect(await page.locator('input:checked').count()).toBe(0)
    expect(await page.getByRole('radio').count()).toBe(8)
    expect(await findBarriers(page)).toEqual([])
    await picture('4-form')

    await page.getByLabel('동의합니다').first().check()
    await page.getByRole('button', { name: '보내기' }).click()
    await page.getByRole('alert').waitFor()
    expect(await page.locator('input:checked').count()).toBe(1)
    expect(await findBarriers(page)).toEqual([])
    await picture('5-missing')

    for (const purpose of ['health', 'contact']) await page.locator(`#${purpose}-yes`).check()
    await page.locator('#overseas-no').check()
    await page.getByLabel('저는 이 어린이의 법정대리인입니다.').check()
    await page.getByRole('button', { name: '보내기' }).click()
    await page.getByText('자녀가 대화창에서').waitFor()
    expect(await findBarriers(page)).toEqual([])
    await picture('6-done')
    expect(await server.rows()).toMatchObject([{ state: 'agreed' }])
  })

  it('speaks English, and takes a refusal with one answer', async () => {
    await page.goto(server.url + (await server.ask({ kind: 'email', value: 'mom@example.com' })))
    await page.getByRole('link', { name: 'English' }).click()
    await page.getByRole('heading', { name: 'Guardian check' }).waitFor()
    await page.getByRole('button', { name: 'Get a code' }).click()
    await page.getByLabel('Six-digit code').fill(server.lastCode())
    await page.getByRole('button', { name: 'Confirm', exact: true }).click()
    await page.getByRole('button', { name: 'Send' }).waitFor()
    expect(await findBarriers(page)).toEqual([])
    await picture('en-form')
    await page.locator('#collect-no').check()
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByText('We deleted your contact').waitFor()
    await picture('en-refused')
    expect(await server.rows()).toMatchObject([{ state: 'refused', details: null }])
  })

  it('makes what the law names stand out: 9 pt at least and a fifth larger', async () => {
    await page.goto(server.url + (await server.ask()))
    await enterCode()
    await page.getByRole('button', { name: '보내기' }).waitFor()
    const sizes = await page.evaluate(() => {
      const size = (element: Element): number => Number.parseFloat(getComputedStyle(element).fontSize)
      return [...document.querySelectorAll('fieldset')].map((notice) => ({
        strong: [...notice.querySelectorAll('dd strong')].map(size),
        rest: [...notice.querySelectorAll('legend, dt, dd, .choice')].map(size),
      }))
    })
    expect(sizes).toHaveLength(5)
    for (const { strong, rest } of sizes) {
      expect(strong.length).toBeGreaterThan(0)
      expect(Math.min(...strong)).toBeGreaterThanOrEqual(12)
      expect(Math.min(...strong)).toBeGreaterThanOrEqual(1.2 * Math.max(...rest))
    }
  })
})
