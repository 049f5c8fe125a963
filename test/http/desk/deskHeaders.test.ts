import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { createTestDatabase, type TestDatabase } from '../../support/testDatabase.ts'
import { openDeskBrowser, signInByLink } from './deskBrowser.ts'
import { type DeskServer, startDeskServer } from './deskServer.ts'

let database: TestDatabase
let server: DeskServer

beforeAll(async () => {
  database = await createTestDatabase()
  server = await startDeskServer({ connectionString: database.connectionString })
})
afterAll(async () => {
  await server.close()
  await database.drop()
})

describe('every route of the desk', () => {
  it('forbids keeping what it answers, to whoever calls it', async () => {
    const number = await server.file()
    const callers = [openDeskBrowser(server), await signInByLink(server, 'U0TAEO000', number)]
    const kept: string[] = []
    for (const browser of callers) {
      for (const { method, path } of server.routes().toReversed()) {
        const filled = path.replace(':number', number).replace(':month', '2026-10').replace(':token', 'some-token')
        const { headers } = await browser.call(method, filled, method === 'GET' ? undefined : {})
        if (headers.get('cache-control') !== 'no-store') kept.push(`${method} ${path}`)
      }
    }
    expect(server.routes().length).toBeGreaterThan(15)
    expect(kept).toEqual([])
  })

  it('lets pages run our own scripts alone, inside no frame, and send nothing elsewhere', async () => {
    const pages = server.routes().filter(({ method, path }) => method === 'GET' && !path.includes('/api/'))
    expect(pages).toHaveLength(4)
    for (const { path } of pages) {
      const { headers } = await openDeskBrowser(server).get(path.replace(':token', 'some-token'))
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'; /)
      expect(policy).toMatch(/connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/)
      expect(policy).not.toMatch(/unsafe|\*|https?:/)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
    }
  })
})
