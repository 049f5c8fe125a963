import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals'
import type { Browser, BrowserContext, Page } from 'playwright-core'

import { coverIncidentContact } from '../../../src/incidents/coverIncident.ts'
import { type DeskServer, startDeskServer } from '../../http/desk/deskServer.ts'
import { findBarriers } from '../../support/barriers.ts'
import { launchChromium } from '../../support/chromium.ts'
import { describeWithProgram } from '../../support/needs.ts'
import { createTestDatabase, type TestDatabase } from '../../support/testDatabase.ts'

const COORDINATOR = 'U0HANEUL0'
const DOYUN = 'U0DOYUN00'
const NUMBER = 'E26-7KQ4MZ'
const PICTURES = 'test/artifacts'
const WIDTHS = [1200, 390] as const

describeWithProgram('chromium', 'a danger on the desk page', () => {
  let database: TestDatabase
  let server: DeskServer
  let browser: Browser
  let context: BrowserContext
  let page: Page

  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(async () => browser.close())
  beforeEach(async () => {
    database = await createTestDatabase()
    server = await startDeskServer({
      connectionString: database.connectionString,
      startAt: new Date('2026-11-22T17:07:00Z'),
    })
    const at = server.clock.at
    await server.stores.conversations.transact(async (tx) => {
      await tx.insertIncident({
        number: NUMBER,
        crisis: 'self_harm',
        channel: 'kakao',
        language: 'ko',
        at,
        follows: undefined,
      })
      const contact = coverIncidentContact({ v: 1, place: '7층 712호', phone: '01000001234' })
      await tx.keepIncidentContact(NUMBER, contact, at)
    })
    context = await browser.newContext({ viewport: { width: 1200, height: 900 } })
    context.setDefaultTimeout(10_000)
    page = await context.newPage()
  })
  afterEach(async () => {
    await context.close()
    await server.close()
    await database.drop()
  })

  it('opens from its link with place and number at a glance, for everybody to read', async () => {
    await page.goto(await server.signIn.createLink(COORDINATOR, NUMBER))
    await page.getByRole('heading', { name: NUMBER }).waitFor()
    await page.getByText('7층 712호').waitFor()
    expect(await page.getByRole('link', { name: '01000001234' }).getAttribute('href')).toBe('tel:01000001234')
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 })
      expect(await findBarriers(page)).toEqual([])
      await page.screenshot({ path: `${PICTURES}/desk-incident-${width}.png`, fullPage: true })
    }
  })

  it('stands above the tickets for those on duty, without its kind, and is opened from there', async () => {
    await page.goto(await server.signIn.createLink(COORDINATOR))
    await page.getByText('아직 아무도 열지 않음').waitFor()
    expect(await page.content()).not.toMatch(/해칠|712|1234/)
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 })
      expect(await findBarriers(page)).toEqual([])
      await page.screenshot({ path: `${PICTURES}/desk-incidents-${width}.png`, fullPage: true })
    }
    await page.getByText(NUMBER).click()
    await page.getByText('스스로 해칠 위험').waitFor()
    await page.getByRole('link', { name: '목록' }).click()
    await page.getByText('김하늘 님이', { exact: false }).waitFor()
  })

  it('is not there for others', async () => {
    await page.goto(await server.signIn.createLink(DOYUN))
    await page.getByRole('heading', { name: '처리할 민원' }).waitFor()
    expect(await page.content()).not.toContain(NUMBER)
    await page.goto(`${server.url}/desk#${NUMBER}`)
    await page.getByRole('alert').waitFor()
    expect(await page.content()).not.toContain('712호')
  })
})
