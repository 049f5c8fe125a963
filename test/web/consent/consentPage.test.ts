import { mkdir } from 'node:fs/promises'

import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals'
import type { Browser, BrowserContext, Page } from 'playwright-core'

import { askForConsent, type ConsentServer, startConsentServer } from '../../http/consent/consentServer.ts'
import { findBarriers } from '../../support/barriers.ts'
import { launchChromium } from '../../support/chromium.ts'
import { describeWithProgram } from '../../support/needs.ts'

const PICTURES = 'test/artifacts'
/** 9 pt in CSS pixels (개인정보 처리 방법에 관한 고시 §4). */
const NINE_POINTS_PX = 12
const PURPOSES = ['collect', 'health', 'overseas', 'contact'] as const

describeWithProgram('chromium', 'the consent page in a browser', () => {
  let server: ConsentServer
  let browser: Browser
  let context: BrowserContext
  let page: Page
  let token: string

  beforeAll(async () => {
    await mkdir(PICTURES, { recursive: true })
    browser = await launchChromium()
  })
  afterAll(() => browser.close())
  beforeEach(async () => {
    server = await startConsentServer()
    token = await askForConsent(server.talk)
  })
  afterEach(async () => {
    await context.close()
    await server.close()
  })

  /** Opens the page on a telephone. */
  async function open(language: 'ko' | 'en', { hasScripts = true } = {}): Promise<void> {
    context = await browser.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled: hasScripts })
    page = await context.newPage()
    page.setDefaultTimeout(10_000)
    await page.goto(`${server.url}/consent/${token}?lang=${language}`)
  }

  it.each(['ko', 'en'] as const)('makes what the law names stand out, measured: %s', async (language) => {
    await open(language)
    const notices = await page.locator('fieldset').evaluateAll((fieldsets) =>
      fieldsets.map((fieldset) => {
        const style = (element: Element) => {
          const { fontSize, fontWeight, textDecorationLine, color } = getComputedStyle(element)
          return { sizePx: parseFloat(fontSize), weight: Number(fontWeight), underline: textDecorationLine, color }
        }
        const others = [...fieldset.querySelectorAll('legend, dt, dd, label, p')]
        return {
          emphasised: [...fieldset.querySelectorAll('dd strong')].map(style),
          others: others.map(style),
          body: style(fieldset.querySelector('dd')!),
        }
      }),
    )
    expect(notices).toHaveLength(4)
    for (const { emphasised, others, body } of notices) {
      expect(emphasised.length).toBeGreaterThan(0)
      for (const { sizePx, weight, underline, color } of emphasised) {
        expect(sizePx).toBeGreaterThanOrEqual(NINE_POINTS_PX)
        expect(sizePx).toBeGreaterThanOrEqual(1.2 * Math.max(...others.map((other) => other.sizePx)))
        expect(weight).toBeGreaterThanOrEqual(700)
        expect(underline).toBe('underline')
        expect(color).not.toBe(body.color)
      }
      for (const { sizePx } of others) expect(sizePx).toBeGreaterThanOrEqual(16)
    }
    const stands = await page.locator('dd strong').allTextContents()
    const wanted =
      language === 'ko' ? /3년[^]*증상[^]*Slack[^]*90일[^]*90일/ : /3 years[^]*symptoms[^]*Slack[^]*90 days[^]*90 days/
    expect(stands.join('\n')).toMatch(wanted)
  })

  it.each(['ko', 'en'] as const)(
    'gives yes and no the same room and weight, and chooses neither: %s',
    async (language) => {
      await open(language)
      for (const purpose of PURPOSES) {
        const [yes, no] = await page.locator(`label[for^=${purpose}-]`).evaluateAll((labels) =>
          labels.map((label) => {
            const { width, height } = label.getBoundingClientRect()
            const { fontSize, fontWeight, color, backgroundColor, borderColor } = getComputedStyle(label)
            const input = label.querySelector('input')!
            return {
              width,
              height,
              fontSize,
              fontWeight,
              color,
              backgroundColor,
              borderColor,
              checked: input.checked,
              input: input.getBoundingClientRect().width,
            }
          }),
        )
        expect(yes).toEqual(no)
        expect(yes).toMatchObject({ checked: false })
        expect(yes?.height).toBeGreaterThanOrEqual(44)
      }
    },
  )

  it.each(['ko', 'en'] as const)('has no barrier that axe knows at 360 px: %s', async (language) => {
    await open(language)
    await page.screenshot({ path: `${PICTURES}/consent-page-${language}.png`, fullPage: true })
    expect(await findBarriers(page)).toEqual([])
  })

  it('works without scripts: names what is missing, keeps the rest, thanks, and takes no second answer', async () => {
    await open('ko', { hasScripts: false })
    for (const id of ['collect-yes', 'overseas-no', 'contact-no']) await page.locator(`label[for=${id}]`).click()
    await page.getByRole('button', { name: '보내기' }).click()
    await page
      .getByRole('alert')
      .getByRole('link', { name: /민감정보/ })
      .click()
    expect(new URL(page.url()).hash).toBe('#health-yes')
    for (const id of ['collect-yes', 'overseas-no', 'contact-no'])
      expect(await page.locator(`#${id}`).isChecked()).toBe(true)
    await page.screenshot({ path: `${PICTURES}/consent-page-missing.png`, fullPage: true })
    await page.locator('label[for=health-yes]').click()
    await page.getByRole('button', { name: '보내기' }).click()
    await page.getByRole('heading', { name: '고맙습니다' }).waitFor()
    await page.screenshot({ path: `${PICTURES}/consent-page-thanks.png` })
    expect(server.talk.record().receipts.size).toBe(4)
    await page.reload()
    await page.getByRole('heading', { name: '이미 답하셨습니다' }).waitFor()
    expect(server.talk.record().receipts.size).toBe(4)
  })

  it('can be filled in by keyboard alone', async () => {
    await open('ko')
    await page.keyboard.press('Tab')
    for (const key of ['Space', 'Space', 'Space', 'Space']) {
      await page.keyboard.press('Tab')
      await page.keyboard.press(key)
    }
    expect(await page.locator(':checked').evaluateAll((inputs) => inputs.map(({ id }) => id))).toEqual(
      PURPOSES.map((purpose) => `${purpose}-yes`),
    )
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '고맙습니다' }).waitFor()
  })

  it('has no barrier where something is missing, nor where the link is old', async () => {
    await open('ko')
    await page.getByRole('button', { name: '보내기' }).click()
    await page.getByRole('alert').waitFor()
    expect(await findBarriers(page)).toEqual([])
    server.talk.wait(31)
    await page.goto(`${server.url}/consent/${token}`)
    await page.getByRole('heading', { name: '시간이 지난 링크입니다' }).waitFor()
    await page.screenshot({ path: `${PICTURES}/consent-page-expired.png` })
    expect(await findBarriers(page)).toEqual([])
  })

  it('loads nothing from anywhere else', async () => {
    context = await browser.newContext({ viewport: { width: 360, height: 740 } })
    page = await context.newPage()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    page.on('console', (message) => asked.push(message.text()))
    await page.goto(`${server.url}/consent/${token}`)
    expect(asked.filter((url) => !url.startsWith(`${server.url}/consent/`) && url !== 'data:,')).toEqual([])
  })
})
