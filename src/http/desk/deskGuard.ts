import type { Request } from 'restify'

import { HttpProblem } from '../httpProblem.ts'
import { findSessionToken } from './deskCookie.ts'
import type { DeskSession, DeskSignIn } from './deskSignIn.ts'

/**
 * Refuses what another site's page could have sent: the header alone cannot be set across sites without our leave,
 * and the browser itself names where the request came from.
 *
 * @throws {HttpProblem} 403 `cross_site`
 */
export function demandSameOrigin(request: Request, publicUrl: string): void {
  if (request.headers['x-sori-desk'] === '1' && isFromOurPage(request, publicUrl)) return
  throw new HttpProblem(403, 'cross_site', 'The desk answers only its own page.')
}

// Behind a proxy the address called and PUBLIC_URL may differ; both are ours.
function isFromOurPage({ headers }: Request, publicUrl: string): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin') return false
  const { origin } = headers
  if (origin === undefined) return true
  return origin === new URL(publicUrl).origin || (URL.canParse(origin) && new URL(origin).host === headers.host)
}

/** @throws {HttpProblem} 401 `signed_out` when there is no session, or it was idle too long */
export async function demandSession(request: Request, signIn: DeskSignIn): Promise<DeskSession> {
  const token = findSessionToken(request.headers.cookie)
  const session = token === undefined ? undefined : await signIn.findSession(token)
  if (session) return session
  throw new HttpProblem(401, 'signed_out', 'Nobody is signed in, or the session was idle for 15 minutes.')
}
