import { readFile } from 'node:fs/promises'

import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'

import { type MyDataServer, startMyDataServer } from '../../http/myData/myDataServer.ts'
import { findBarriers } from '../../support/barriers.ts'
import { launchChromium } from '../../support/chromium.ts'
import { describeWithProgram } from '../../support/needs.ts'

describeWithProgram('chromium', 'the page with a person’s own data', () => {
  let server: MyDataServer
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    server = await startMyDataServer()
    browser = await launchChromium()
    // axe is no part of the page, whose policy lets no script in.
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, bypassCSP: true })
    context.setDefaultTimeout(10_000)
    page = await context.newPage()
  })
  afterAll(async () => {
    await browser.close()
    await server.close()
  })

  const picture = (name: string) => page.screenshot({ path: `test/artifacts/my-data-${name}.png`, fullPage: true })

  it.each([
    ['ko', '보기', '적으신 말씀', '파일로 받기 (JSON)'],
    ['en', 'Show', 'What you wrote', 'Download (JSON)'],
  ])('shows the copy when its button is pressed, and hands over a file (%s)', async (language, show, wrote, file) => {
    const { conversationId, number } = await server.file()
    await page.goto(`${server.url}${await server.issue(conversationId)}?lang=${language}`)
    expect(await page.content()).not.toContain(number)
    expect(await findBarriers(page)).toEqual([])
    await picture(`${language}-gate`)
    await page.getByRole('button', { name: show, exact: true }).click()
    await page.getByText(wrote).first().waitFor()
    expect(await page.content()).toContain(number)
    expect(await findBarriers(page)).toEqual([])
    await picture(language)
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: file }).click()
    const path = await (await download).path()
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ format: 'sori-my-data/1' })
  })

  it('says what to do with an address that has closed', async () => {
    await page.goto(`${server.url}/my-data/no-such-token`)
    await page.getByRole('alert').waitFor()
    expect(await findBarriers(page)).toEqual([])
    await picture('closed')
  })
})
