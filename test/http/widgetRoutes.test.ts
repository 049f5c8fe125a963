import { gzipSync } from 'node:zlib'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { addWidgetRoutes } from '../../src/http/widgetRoutes.ts'
import { startDirectLineServer, type DirectLineServer } from '../support/directLineServer.ts'

/** What a patient on a phone downloads before the launcher shows. */
const maxWidgetBytes = 20_000

let server: DirectLineServer

beforeAll(async () => {
  server = await startDirectLineServer()
  addWidgetRoutes(server.server)
})
afterAll(() => server.close())

describe('the widget script', () => {
  it('is small, may be loaded by other sites, and is asked for again only when it has changed', async () => {
    const first = await fetch(`${server.url}/widget.js`)
    expect(gzipSync(await first.text()).length).toBeLessThan(maxWidgetBytes)
    expect(first.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(first.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    expect(first.headers.get('cache-control')).toBe('public, max-age=300')
    const etag = first.headers.get('etag') ?? ''
    const again = await fetch(`${server.url}/widget.js`, { headers: { 'if-none-match': etag } })
    expect([again.status, await again.text()]).toEqual([304, ''])
  })
})

describe('the page that shows it', () => {
  it.each([
    { path: '/', lang: 'ko' },
    { path: '/?lang=en', lang: 'en' },
    { path: '/?lang=<script>', lang: 'ko' },
  ])('is in $lang at $path, and lets in nothing from elsewhere', async ({ path, lang }) => {
    const page = await fetch(server.url + path)
    expect(await page.text()).toContain(`<html lang="${lang}">`)
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self';/)
  })
})
