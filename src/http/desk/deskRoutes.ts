import { readFile } from 'node:fs/promises'

import type { Request, Response, Server } from 'restify'

import type { AuditLog, AuditReader } from '../../audit/ports.ts'
import type { Hospital } from '../../hospital/hospital.ts'
import type { IncidentStore } from '../../incidents/ports.ts'
import type { RateLimit } from '../../live/live.ts'
import type { Desk } from '../../tickets/desk.ts'
import type { TicketReader } from '../../tickets/ports.ts'
import { createBundle } from '../bundle.ts'
import { addAccessLogRoutes } from './accessLogRoutes.ts'
import { DESK_PAGE_HEADERS, deskPageHtml } from './deskPageHtml.ts'
import { addDeskRightsRoutes } from './deskRightsRoutes.ts'
import { addDeskSessionRoutes } from './deskSessionRoutes.ts'
import type { DeskSignIn } from './deskSignIn.ts'
import { addDeskTicketRoutes } from './deskTicketRoutes.ts'
import { addIncidentRoutes } from './incidentRoutes.ts'
import type { WritingHelp } from './writingHelp.ts'
import { addWritingRoutes } from './writingRoutes.ts'

const SCRIPT = new URL('../../web/desk/main.tsx', import.meta.url)
const STYLE = new URL('../../web/desk/desk.css', import.meta.url)

export type DeskRoutesDependencies = {
  readonly hospital: Hospital
  readonly signIn: DeskSignIn
  readonly desk: Desk
  readonly tickets: TicketReader
  readonly incidents: IncidentStore
  readonly writing: WritingHelp
  readonly audit: AuditLog & AuditReader
  readonly rateLimit: RateLimit
  readonly publicUrl: string
  readonly now: () => Date
  /** The caller's address, seen past the proxies that are trusted. */
  readonly clientAddress: (request: Request) => string
  readonly log: { error(fields: object, message: string): void }
}

/**
 * Adds the desk page and what its script calls. Opening a sign-in link by GET shows the page and changes nothing,
 * so that a scanner that follows links uses none up.
 */
export function addDeskRoutes(server: Server, dependencies: DeskRoutesDependencies): void {
  const html = deskPageHtml(dependencies.hospital, dependencies.signIn.hasMail)
  const script = createBundle(SCRIPT)
  const page = async (_request: Request, response: Response): Promise<void> => sendPart(response, 'text/html', html)

  server.get('/desk', page)
  server.get('/desk/:token', page)
  server.get('/desk/app.js', async (_request: Request, response: Response) =>
    sendPart(response, 'text/javascript', (await script()).code),
  )
  server.get('/desk/desk.css', async (_request: Request, response: Response) =>
    sendPart(response, 'text/css', await readFile(STYLE, 'utf8')),
  )
  addDeskSessionRoutes(server, dependencies)
  addDeskTicketRoutes(server, dependencies)
  addWritingRoutes(server, dependencies)
  addDeskRightsRoutes(server, dependencies)
  addIncidentRoutes(server, dependencies)
  addAccessLogRoutes(server, dependencies)
}

function sendPart(response: Response, type: string, body: string): void {
  response.sendRaw(200, body, { ...DESK_PAGE_HEADERS, 'Content-Type': `${type}; charset=utf-8` })
}
