import type { Request, Response, Server } from 'restify'

import { createBundle } from './bundle.ts'
import { welcomePage } from './welcomePage.ts'

const script = new URL('../web/widget/main.tsx', import.meta.url)
const cacheControl = 'public, max-age=300'

/** Serves the website widget, and at `/` a page that shows it. */
export function addWidgetRoutes(server: Server): void {
  const bundle = createBundle(script)

  server.get('/widget.js', async (request: Request, response: Response) => {
    const { code, etag } = await bundle()
    const headers = { etag, 'cache-control': cacheControl, 'cross-origin-resource-policy': 'cross-origin' }
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304, headers)
      response.end()
      return
    }
    response.writeHead(200, { ...headers, 'content-type': 'text/javascript; charset=utf-8' })
    response.end(code)
  })

  server.get('/', async (request: Request, response: Response) => {
    const language = new URLSearchParams(request.getQuery()).get('lang') === 'en' ? 'en' : 'ko'
    const { html, contentSecurityPolicy } = welcomePage(language)
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': cacheControl,
      'content-security-policy': contentSecurityPolicy,
    })
    response.end(html)
  })
}
