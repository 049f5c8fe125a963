import { mkdir } from 'node:fs/promises'

import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { Browser, FrameLocator, Page } from 'playwright-core'

import { launchChromium } from '../support/chromium.ts'
import { type Loop, startLoop } from '../support/loop.ts'
import { describeWithProgram } from '../support/needs.ts'

const PICTURES = 'test/artifacts'
const KAKAO_STORY = '어제 오후 2층 안과에서 예약 시간보다 두 시간을 기다렸는데 아무 안내가 없었습니다.'
const WEB_STORY = '오늘 아침 본관 주차장 안내가 없어서 30분을 돌았습니다.'
const ANSWER = '말씀해 주셔서 고맙습니다. 안내판을 세우겠습니다.'
const TAPS = ['네, 14세 이상', '동의합니다', '동의합니다', '동의합니다', '동의하지 않습니다', '접수하기']
const STAYS_HOME = TAPS.with(3, '동의하지 않습니다')

describeWithProgram('chromium', 'the rehearsal page in a browser', () => {
  let loop: Loop
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    await mkdir(PICTURES, { recursive: true })
    loop = await startLoop()
    browser = await launchChromium()
    page = await browser.newPage({ viewport: { width: 1600, height: 900 } })
    await page.goto(loop.pageUrl)
  }, 60_000)
  afterAll(async () => {
    await browser.close()
    await loop.stop()
  })

  const picture = (name: string) => page.screenshot({ path: `${PICTURES}/${name}.png` })
  const phone = () => page.getByTestId('kakao-messages')
  const website = (): FrameLocator => page.frameLocator('[data-testid=website]')
  const cards = () => page.locator('.slack-messages > [data-testid=slack-message]')

  async function actAs(slackUserId: string, channel: string): Promise<void> {
    await page.getByTestId('slack-as').selectOption(slackUserId)
    await page.getByTestId(`slack-channel-${channel}`).click()
  }

  it('takes a complaint on KakaoTalk, which is claimed and answered in Slack and read on the phone', async () => {
    await page.getByTestId('kakao-friend').click()
    await page.getByTestId('kakao-input').fill(KAKAO_STORY)
    await page.getByTestId('kakao-send').click()
    for (const label of TAPS) await page.getByTestId('kakao-quick-reply').filter({ hasText: label }).first().click()
    await phone().getByText('접수됐습니다').first().waitFor()

    await actAs('U0DOYUN00', '원무과')
    const card = cards().filter({ hasText: '안과에서 예약 시간' })
    await card.getByTestId('slack-button-ticket_claim').click()
    await card.getByTestId('slack-button-ticket_reply').click()
    await page.getByTestId('slack-modal').locator('textarea').fill(ANSWER)
    await page.getByTestId('slack-modal-submit').click()
    await page.getByTestId('slack-modal').getByText('아래 그대로 환자에게 갑니다').waitFor()
    await picture('kakao-preview')
    await page.getByTestId('slack-modal-submit').click()
    await phone().getByText(ANSWER).waitFor()
    await card.getByText('답변 전달됨').waitFor()
    await picture('kakao-answered')
  }, 120_000)

  it('takes a complaint on the website that may not go abroad, which is read and answered on the desk page', async () => {
    const widget = website()
    await widget.getByRole('textbox').fill(WEB_STORY)
    await widget.getByRole('textbox').press('Enter')
    for (const label of STAYS_HOME) await widget.getByRole('button', { name: label, exact: true }).last().click()
    await widget.getByText('접수됐습니다').waitFor()

    await actAs('U0HANEUL0', '고객상담실')
    const card = cards().last()
    expect(await card.innerText()).not.toMatch(/주차|안내|원무과/)
    await card.getByTestId('slack-button-ticket_claim').click()
    await card.getByTestId('slack-button-ticket_reply').click()
    const opening = page.waitForEvent('popup')
    await page.getByTestId('slack-ephemeral').getByRole('link').last().click()
    const desk = await opening
    await desk.getByText(WEB_STORY).waitFor()
    await desk.screenshot({ path: `${PICTURES}/desk-page.png`, fullPage: true })
    await desk.getByRole('textbox', { name: /답변/ }).fill(ANSWER)
    await desk.getByRole('button', { name: '미리보기' }).click()
    await desk.getByRole('button', { name: /보내기/ }).click()
    await widget.getByText(ANSWER).waitFor()
    await card.getByText('답변 전달됨').waitFor()
    await picture('website-answered')
    expect(JSON.stringify(loop.slack.calls)).not.toContain(WEB_STORY.slice(0, 12))
  }, 120_000)

  it('shows the text message a guardian gets, whose link opens their page', async () => {
    const child = loop.kakao.user('a-child')
    await child.say('어제 병원 밥이 너무 매웠어요')
    await child.tapQuickReply('아니요, 14세 미만')
    await child.say('김보호 010-0000-1234')
    await page.getByTestId('texts').locator('summary').click()
    await picture('text-messages')
    const [opened] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByTestId('texts').getByRole('link').click(),
    ])
    await opened.getByRole('button', { name: '인증번호 받기' }).click()
    await page.getByTestId('sms-code').waitFor()
    await opened.close()
  })
})
