import { timingSafeEqual } from 'node:crypto'

import type { Request, Response, Server } from 'restify'

/** One thing that must be so before the product takes work. */
type ReadinessCheck = { readonly name: string; isReady(): boolean | Promise<boolean> }

export type OperatorRoutesParts = {
  readonly checks: readonly ReadinessCheck[]
  readonly renderMetrics: () => Promise<{ readonly contentType: string; readonly text: string }>
  readonly metricsToken: string | undefined
}

/** `GET /healthz` (the process answers), `GET /readyz` (it can take work), `GET /metrics`. */
export function addOperatorRoutes(server: Server, { checks, renderMetrics, metricsToken }: OperatorRoutesParts): void {
  server.get('/healthz', async (_request: Request, response: Response) => {
    response.send(200, { status: 'ok' })
  })
  server.get('/readyz', async (_request: Request, response: Response) => {
    const results = await Promise.all(checks.map(async (check) => [check.name, await isReady(check)] as const))
    const ready = results.every(([, isSo]) => isSo)
    response.send(ready ? 200 : 503, { status: ready ? 'ready' : 'not_ready', checks: Object.fromEntries(results) })
  })
  server.get('/metrics', async (request: Request, response: Response) => {
    if (metricsToken !== undefined && !bears(request.headers.authorization, metricsToken)) {
      response.send(401, { error: { code: 'unauthorized', message: 'Metrics need a bearer token.' } })
      return
    }
    const { contentType, text } = await renderMetrics()
    response.sendRaw(200, text, { 'Content-Type': contentType })
  })
}

async function isReady(check: ReadinessCheck): Promise<boolean> {
  try {
    return await check.isReady()
  } catch {
    return false
  }
}

function bears(header: string | undefined, token: string): boolean {
  const given = Buffer.from(header ?? '')
  const wanted = Buffer.from(`Bearer ${token}`)
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}
