import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import type { Browser, BrowserContext, Page } from 'playwright-core'

import { replies } from '../../../locales/ko/replies.ts'
import type { ConsentReceipt } from '../../../src/consent/consent.ts'
import type { Scrubbed } from '../../../src/consent/scrubbed.ts'
import { type DeskServer, type FiledTicket, startDeskServer } from '../../http/desk/deskServer.ts'
import { findBarriers } from '../../support/barriers.ts'
import { launchChromium } from '../../support/chromium.ts'
import { openTestModel } from '../../support/languageModel.ts'
import { type ModelServer, startModelServer } from '../../support/modelServer.ts'
import { describeWithProgram } from '../../support/needs.ts'
import { createTestDatabase, type TestDatabase } from '../../support/testDatabase.ts'

const DOYUN = 'U0DOYUN00'
const PICTURES = 'test/artifacts'
const CHINESE = '昨天下午三点[직원1]在二楼让我等了四十分钟，没有人告诉我为什么。请给我打电话。' as Scrubbed
const TRANSLATION =
  '어제 오후 3시에 [직원1] 님이 2층에서 저를 40분 기다리게 했습니다. 아무도 이유를 알려 주지 않았습니다. 저에게 전화해 주세요.'
const FOREIGN: FiledTicket = {
  content: {
    story: CHINESE,
    vault: [{ token: '[직원1]', type: 'staff_name', value: '김나비' }],
    when: { date: '2026-11-22', text: '昨天' },
  },
}

describeWithProgram('chromium', 'help with reading and writing on the desk page', () => {
  let database: TestDatabase
  let model: ModelServer
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
    model = await startModelServer()
    server = await startDeskServer({
      connectionString: database.connectionString,
      startAt: new Date('2026-11-23T02:00:00Z'),
      model: openTestModel(model).model,
    })
    context = await browser.newContext({ viewport: { width: 1200, height: 1000 } })
    context.setDefaultTimeout(10_000)
    page = await context.newPage()
    failures = []
    page.on('pageerror', (error) => failures.push(error.message))
  })
  afterEach(async () => {
    await context.close()
    await server.close()
    await model.close()
    await database.drop()
    expect(failures).toEqual([])
  })

  const button = (name: string) => page.getByRole('button', { name, exact: true })

  async function open(filed: FiledTicket = {}): Promise<string> {
    const number = await server.file({ ...filed, receipts: [receipt('collect'), receipt('health')] })
    await page.goto(await server.signIn.createLink(DOYUN, number))
    await page.getByRole('heading', { name: number }).waitFor()
    return number
  }

  it('shows a translation beside the original, labelled, with its names still masked', async () => {
    model.behave({ kind: 'says', answer: { korean: TRANSLATION } })
    await open(FOREIGN)
    await button('자동 번역 보기').click()
    await page.getByRole('heading', { name: '자동 번역' }).waitFor()
    await page.getByText('2층에서 저를 40분 기다리게 했습니다').waitFor()
    expect(await page.getByText('昨天下午三点').isVisible()).toBe(true)
    expect(await page.getByText('AI가 만든 글입니다').isVisible()).toBe(true)
    expect(await page.content()).not.toContain('김나비')
    expect(await findBarriers(page)).toEqual([])
    await page.screenshot({ path: `${PICTURES}/desk-translation.png`, fullPage: true })

    await button('직원1 보기').first().click()
    await page.getByRole('dialog').getByRole('button', { name: '사실 확인' }).click()
    await page.getByText('김나비').first().waitFor()
    expect(await page.getByText('김나비').count()).toBe(2)
  })

  it('puts a draft into the editor by one press, which is saved and cannot be sent with its blank', async () => {
    model.behave({
      kind: 'says',
      answer: { empathy: 'waiting', apologises: true, offersVisit: false, offersReview: true },
    })
    const number = await open()
    await button('내가 맡기').click()
    await button('초안 넣기').click()
    await page.getByText('AI가 고른 문장으로 만든 초안입니다').waitFor()
    const editor = page.getByRole('textbox', { name: '민원인에게 보낼 답변' })
    const draft = await editor.inputValue()
    expect(draft).toContain(replies.blank)
    expect(await button('미리보기').isDisabled()).toBe(true)
    expect(await findBarriers(page)).toEqual([])
    await page.screenshot({ path: `${PICTURES}/desk-draft.png`, fullPage: true })

    await editor.fill(draft.replace(replies.blank, '창구를 하나 더 열었습니다.'))
    await button('미리보기').click()
    await button('이대로 보내기').click()
    await page.getByText('답변을 보냈습니다.').waitFor()
    expect(
      await server.stores.tickets.findAnswer((await server.stores.tickets.findTicket(number))?.id ?? ''),
    ).toContain('창구를 하나 더 열었습니다.')
  })

  it('says so kindly when nothing came of it, and the page goes on', async () => {
    model.behave({ kind: 'fails', status: 500 })
    await open()
    await button('요약 보기').click()
    await page.getByText('지금은 만들지 못했습니다').waitFor()
    await button('내가 맡기').click()
    await button('초안 넣기').click()
    await page.getByText('정해진 문장으로 만든 초안입니다').waitFor()
  })
})

function receipt(purpose: 'collect' | 'health') {
  return {
    id: randomUUID(),
    purpose,
    granted: true,
    noticeVersion: '1',
    noticeHash: 'x',
    language: 'ko',
    actor: 'self',
    channel: 'web',
    shownAs: 'chat',
    answeredAt: new Date('2026-11-23T01:00:00Z'),
  } as const satisfies ConsentReceipt
}
