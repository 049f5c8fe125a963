import { mkdir } from 'node:fs/promises'

import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'

import { findBarriers } from '../../support/barriers.ts'
import { launchChromium } from '../../support/chromium.ts'
import { deskLinkOf } from '../../support/deskOf.ts'
import { type Loop, startLoop } from '../../support/loop.ts'
import { describeWithProgram } from '../../support/needs.ts'

const PICTURES = 'test/artifacts'
const STORY = '어제 오후에 2층 화장실 바닥에 물이 고여 있어서 미끄러질 뻔했어요'
/** What is tapped on the way, and what the picture of the step before it is called. */
const STEPS = [
  ['age', '네, 14세 이상'],
  ['collect', '동의합니다'],
  ['health', '동의합니다'],
  ['overseas', '동의합니다'],
  ['contact', '동의하지 않습니다'],
] as const

describeWithProgram('chromium', 'the conversation on a phone of 360 pixels', () => {
  let loop: Loop
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    await mkdir(PICTURES, { recursive: true })
    loop = await startLoop()
    browser = await launchChromium()
    page = await browser.newPage({ viewport: { width: 360, height: 740 } })
    await page.goto(loop.pageUrl)
  }, 60_000)
  afterAll(async () => {
    await browser.close()
    await loop.stop()
  })

  async function lookAt(name: string): Promise<void> {
    await page.screenshot({ path: `${PICTURES}/phone-360-${name}.png` })
    expect({ name, barriers: await findBarriers(page) }).toEqual({ name, barriers: [] })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
  }

  const tap = (label: string) => page.getByTestId('kakao-quick-reply').filter({ hasText: label }).first().click()
  const offered = (label: string) => page.getByTestId('kakao-quick-reply').filter({ hasText: label }).first().waitFor()

  it('goes from the first word to a number, with photos', async () => {
    await lookAt('empty')
    await page.getByTestId('kakao-input').fill(STORY)
    await page.getByTestId('kakao-send').click()
    for (const [name, label] of STEPS) {
      await offered(label)
      await lookAt(name)
      await tap(label)
    }
    await offered('사진 보내기')
    await lookAt('summary')
    await tap('사진 보내기')
    await page.getByTestId('kakao-photos').last().waitFor()
    await lookAt('photo-picker')
    await page.getByTestId('kakao-photos').last().click()
    await page.getByText('사진 2장을 받았습니다').waitFor()
    await lookAt('photos-taken')
    await tap('접수하기')
    await page.getByText('접수 확인').waitFor()
    await lookAt('receipt')
    await tap('진행 확인')
    await page.getByText('담당자 확인 전').waitFor()
    await lookAt('status')
    await tap('처음으로')
    await offered('민원 접수')
    await lookAt('menu')
  }, 120_000)

  it('shows its photos on the desk page one by one, to whoever says why', async () => {
    const number = String(/V\d{2}-\w{7}/.exec(JSON.stringify(loop.kakao.user('patient-1').messages))?.[0])
    await page.goto(await deskLinkOf(loop, number))
    await page.getByRole('button', { name: '사진 1 보기' }).click()
    await page.getByRole('button', { name: '사실 확인' }).click()
    const photo = page.getByRole('img', { name: '사진 1' })
    await photo.waitFor()
    expect(await photo.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(160)
    await photo.scrollIntoViewIfNeeded()
    await page.screenshot({ path: `${PICTURES}/desk-360-photo.png` })
    expect(await findBarriers(page)).toEqual([])
  }, 60_000)
})
