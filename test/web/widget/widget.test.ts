import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'

import { addWidgetRoutes } from '../../../src/http/widgetRoutes.ts'
import { launchChromium } from '../../support/chromium.ts'
import { startDirectLineServer, type DirectLineServer } from '../../support/directLineServer.ts'
import { describeWithProgram } from '../../support/needs.ts'

describeWithProgram('chromium', 'the widget in a browser', () => {
  let server: DirectLineServer
  let browser: Browser
  const contexts: BrowserContext[] = []

  beforeAll(async () => {
    server = await startDirectLineServer()
    addWidgetRoutes(server.server)
    browser = await launchChromium()
  })
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close()
  })
  afterAll(async () => {
    await browser.close()
    await server.close()
  })

  async function visit(options: BrowserContextOptions = {}, path = '/'): Promise<Page> {
    const context = await browser.newContext(options)
    contexts.push(context)
    const page = await context.newPage()
    page.setDefaultTimeout(5000)
    await page.goto(server.url + path)
    return page
  }

  /** Rules of WCAG 2.2 A and AA, and of good practice, that the page breaks. */
  async function accessibilityProblems(page: Page): Promise<string[]> {
    const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
    await page.evaluate(source)
    return page.evaluate(async () => {
      const axe = Reflect.get(window, 'axe')
      const { violations } = await axe.run(document)
      return violations.map(({ id, nodes }: { id: string; nodes: { html: string }[] }) => `${id} ${nodes[0]?.html}`)
    })
  }

  const saying = (page: Page, text: string) => page.getByText(text, { exact: true })
  const activeName = (page: Page) =>
    page.evaluate(() => document.querySelector('sori-widget')?.shadowRoot?.activeElement?.getAttribute('aria-label'))

  /** The focus moves with the next paint. */
  async function focusOn(page: Page, name: string): Promise<void> {
    for (let tries = 0; tries < 100 && (await activeName(page)) !== name; tries += 1) await page.waitForTimeout(20)
    expect(await activeName(page)).toBe(name)
  }

  it('shows the greeting, takes a tap, and takes the choices away', async () => {
    const page = await visit()
    await saying(page, 'hello').waitFor()
    expect(await page.getByRole('link', { name: '동의서 보기' }).getAttribute('href')).toBe(
      'https://example.test/consent/1',
    )
    await page.getByRole('button', { name: '불편 접수' }).click()
    await saying(page, 'tapped menu/complaint/n1').waitFor()
    expect(await page.getByRole('button', { name: '불편 접수' }).count()).toBe(0)
  })

  it('sends with Enter, but not the Enter that ends a syllable', async () => {
    const page = await visit()
    await saying(page, 'hello').waitFor()
    const input = page.getByRole('textbox', { name: '메시지 입력' })
    await input.fill('안녕하세요')
    await input.dispatchEvent('keydown', { key: 'Enter', isComposing: true })
    expect(await input.inputValue()).toBe('안녕하세요')
    await input.press('Enter')
    await saying(page, 'you said 안녕하세요').waitFor()
    expect(await input.inputValue()).toBe('')
  })

  it('goes on after a reload, by a stream', async () => {
    const page = await visit()
    await saying(page, 'hello').waitFor()
    const frames: string[] = []
    page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => frames.push(payload.toString())))
    await page.getByRole('textbox').fill('before')
    await page.getByRole('button', { name: '보내기' }).click()
    await saying(page, 'you said before').waitFor()
    await page.reload()
    await saying(page, 'you said before').waitFor()
    expect(await saying(page, 'hello').count()).toBe(1)
    expect(frames[0]).toContain('hello')
  })

  it('closes with Escape, gives the focus back, tells of what comes, and takes the focus when it opens', async () => {
    const page = await visit()
    await saying(page, 'hello').waitFor()
    const { conversationId } = JSON.parse(await page.evaluate(() => sessionStorage['sori.conversation']))
    await page.getByRole('textbox').press('Escape')
    await focusOn(page, '고객의 소리 열기')
    await server.bot.say(conversationId, { type: 'message', text: 'news' })
    await page.getByRole('button', { name: '고객의 소리 열기. 새 메시지가 있습니다.' }).click()
    await saying(page, 'news').waitFor()
    await focusOn(page, '메시지 입력')
  })

  it('says that the connection is lost, and sends again on demand', async () => {
    const page = await visit()
    await saying(page, 'hello').waitFor()
    await page.context().setOffline(true)
    await page.getByRole('textbox').fill('x')
    await page.getByRole('textbox').press('Enter')
    await page.getByText('보내지 못했습니다.').waitFor()
    await page.context().setOffline(false)
    await page.getByRole('button', { name: '다시 보내기' }).click()
    await saying(page, 'you said x').waitFor()
    expect(await page.getByText('보내지 못했습니다.').count()).toBe(0)
  })

  it('speaks English on an English page', async () => {
    const page = await visit({}, '/?lang=en')
    await page.getByRole('dialog', { name: 'Patient voice' }).waitFor()
    await page.getByRole('textbox', { name: 'Your message' }).waitFor()
  })

  it.each([
    { named: 'a desktop', viewport: { width: 1280, height: 800 } },
    { named: 'a phone of 360 px', viewport: { width: 360, height: 640 } },
    { named: 'a page magnified twice', viewport: { width: 640, height: 400 } },
  ])('can be used by everyone, on $named', async ({ viewport }) => {
    const page = await visit({ viewport, bypassCSP: true, reducedMotion: 'reduce' })
    await saying(page, 'hello').waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    const sizes = await page.evaluate(() => {
      const { shadowRoot } = document.querySelector('sori-widget') ?? {}
      return [...(shadowRoot?.querySelectorAll('button, a, textarea') ?? [])].map((element) => {
        const { width, height, left, right } = element.getBoundingClientRect()
        const fontSize = Number.parseFloat(getComputedStyle(element).fontSize)
        return { isLarge: Math.min(width, height) >= 44 && fontSize >= 16, isInside: left >= 0 && right <= innerWidth }
      })
    })
    expect(sizes.length).toBeGreaterThanOrEqual(6)
    expect(sizes.every(({ isLarge, isInside }) => isLarge && isInside)).toBe(true)
    await page.keyboard.press('Escape')
    await page.getByRole('textbox').press('Escape')
    expect(await accessibilityProblems(page)).toEqual([])
  })
})
