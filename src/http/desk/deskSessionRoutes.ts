import type { Server } from 'restify'
import { z } from 'zod'

import type { Hospital } from '../../hospital/hospital.ts'
import { mayOpenIncident } from '../../incidents/mayOpenIncident.ts'
import type { Limit } from '../../live/live.ts'
import { HttpProblem } from '../httpProblem.ts'
import { readJson } from '../readJson.ts'
import { deskAnswer } from './deskAnswer.ts'
import { endedSessionCookie, findSessionToken, sessionCookie } from './deskCookie.ts'
import { demandSameOrigin, demandSession } from './deskGuard.ts'
import type { DeskRoutesDependencies } from './deskRoutes.ts'
import { type OpenedSession, SESSION_IDLE_MS } from './deskSignIn.ts'

const email = z.email().max(254)
const codeRequest = z.strictObject({ email })
const signInRequest = z.union([
  z.strictObject({ token: z.string().min(1).max(200) }),
  z.strictObject({ email, code: z.string().regex(/^\d{6}$/) }),
])

/** A whole hospital may sit behind one address; one mailbox has one owner. */
const LIMITS = {
  codePerAddress: { points: 30, perSeconds: 600 },
  codePerEmail: { points: 3, perSeconds: 600 },
  signInPerAddress: { points: 120, perSeconds: 600 },
  signInPerEmail: { points: 10, perSeconds: 600 },
} as const satisfies Record<string, Limit>

/** What the page is told about who is signed in. */
export type Me = {
  /** Tells people apart in one browser; not shown. */
  readonly id: string
  readonly name: string
  readonly ticketNumber: string | undefined
  /** May review the access log. */
  readonly isPrivacyOfficer: boolean
  /** May open dangers. */
  readonly isOnDuty: boolean
  readonly idleSeconds: number
}

type Dependencies = Pick<
  DeskRoutesDependencies,
  'hospital' | 'signIn' | 'rateLimit' | 'publicUrl' | 'clientAddress' | 'log'
>

/** Adds the routes that open, show and close a desk session. */
export function addDeskSessionRoutes(server: Server, dependencies: Dependencies): void {
  const { hospital, signIn, rateLimit, publicUrl, clientAddress, log } = dependencies

  async function limit(key: string, by: Limit): Promise<void> {
    const { allowed, retryAfterSeconds } = await rateLimit.take(`desk:${key}`, by)
    if (allowed) return
    const headers = { 'retry-after': String(retryAfterSeconds) }
    throw new HttpProblem(429, 'too_many', 'Too many attempts. Try again later.', headers)
  }

  server.post(
    '/desk/code',
    deskAnswer(async (request) => {
      demandSameOrigin(request, publicUrl)
      const { email } = await readJson(request, codeRequest)
      if (!signIn.hasMail) throw new HttpProblem(409, 'no_mail', 'Sign-in by e-mail is not set up.')
      await limit(`code:${clientAddress(request)}`, LIMITS.codePerAddress)
      await limit(`code:${email.toLowerCase()}`, LIMITS.codePerEmail)
      // Not waited for: how long it takes, or that it failed, would tell whether the address is known.
      signIn.requestCode(email).catch((error: unknown) => {
        const name = error instanceof Error ? error.name : typeof error
        log.error({ code: 'desk_code_not_sent', name }, 'A sign-in code could not be sent.')
      })
      return { status: 202, body: { sent: 'if_known' } }
    }),
  )

  server.post(
    '/desk/session',
    deskAnswer(async (request, response) => {
      demandSameOrigin(request, publicUrl)
      const body = await readJson(request, signInRequest)
      await limit(`session:${clientAddress(request)}`, LIMITS.signInPerAddress)
      const session = 'token' in body ? await signIn.redeem(body.token) : await enterByCode(body)
      if (!session) throw 'token' in body ? deadLink() : wrongCode()
      response.header('Set-Cookie', sessionCookie(session.sessionToken, publicUrl))
      return { status: 200, body: describe(hospital, session) }
    }),
  )

  async function enterByCode(body: { email: string; code: string }): Promise<OpenedSession | undefined> {
    await limit(`session:${body.email.toLowerCase()}`, LIMITS.signInPerEmail)
    return signIn.signInWithCode(body.email, body.code)
  }

  server.del(
    '/desk/session',
    deskAnswer(async (request, response) => {
      demandSameOrigin(request, publicUrl)
      const token = findSessionToken(request.headers.cookie)
      if (token !== undefined) await signIn.signOut(token)
      response.header('Set-Cookie', endedSessionCookie(publicUrl))
      return { status: 204, body: undefined }
    }),
  )

  server.get(
    '/desk/api/me',
    deskAnswer(async (request) => {
      demandSameOrigin(request, publicUrl)
      return { status: 200, body: describe(hospital, await demandSession(request, signIn)) }
    }),
  )
}

function describe(hospital: Hospital, { person, ticketNumber }: Omit<OpenedSession, 'sessionToken'>): Me {
  return {
    id: person.slackUserId,
    name: person.name,
    ticketNumber,
    isPrivacyOfficer: person.roles.includes('privacy_officer'),
    isOnDuty: mayOpenIncident(hospital, person),
    idleSeconds: SESSION_IDLE_MS / 1000,
  }
}

function deadLink(): HttpProblem {
  return new HttpProblem(
    401,
    'link_dead',
    'The link was used or is older than five minutes. Press "View" on the card in Slack again.',
  )
}

function wrongCode(): HttpProblem {
  return new HttpProblem(401, 'code_wrong', 'The code is wrong, too old or was tried too often. Ask for a new one.')
}
