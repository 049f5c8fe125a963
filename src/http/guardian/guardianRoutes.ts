import type { Request, Response, Server } from 'restify'

import type { Hospital } from '../../hospital/hospital.ts'
import type { Language } from '../../tickets/ticket.ts'
import { HttpProblem } from '../httpProblem.ts'
import { sendPatientPage } from '../patientPage.ts'
import { askedLanguage } from '../patientRoute.ts'
import { readBody } from '../readBody.ts'
import { createGuardianPages } from './guardianPages.ts'
import { createGuardianSteps, type GuardianCall, type GuardianStepsDependencies, type Shown } from './guardianSteps.ts'

const BODY_MAX_BYTES = 4 * 1024

/** A school or a hospital may sit behind one address. */
const PER_ADDRESS = { points: 120, perSeconds: 60 }

export type GuardianRoutesDependencies = GuardianStepsDependencies & {
  readonly hospital: Hospital
  /** The caller's address, seen past the proxies that are trusted. */
  readonly clientAddress: (request: Request) => string
}

type Step = (call: GuardianCall) => Promise<Shown>

/**
 * Adds the guardian's page. GET and HEAD change nothing and send nothing, so that a scanner that follows links does no
 * harm; each step is a form of its own.
 */
export function addGuardianRoutes(server: Server, deps: GuardianRoutesDependencies): void {
  const { consents, rateLimit } = deps
  const pages = createGuardianPages(deps.hospital)
  const steps = createGuardianSteps(deps, pages)

  async function show(request: Request, response: Response, step: Step): Promise<void> {
    const token = String(request.params?.token ?? '')
    const path = `/guardian/${encodeURIComponent(token)}`
    const asked = askedLanguage(request)
    const answer = (language: Language, { status, body }: Shown, headers = {}): void =>
      sendPatientPage(response, status, pageOf(language, body, path), headers)

    const { allowed, retryAfterSeconds } = await rateLimit.take(`guardian:${deps.clientAddress(request)}`, PER_ADDRESS)
    if (!allowed) {
      const headers = { 'Retry-After': String(retryAfterSeconds) }
      return answer(asked ?? 'ko', { status: 429, body: pages.end(asked ?? 'ko', 'too_many') }, headers)
    }
    const found = await consents.find(token)
    const language = asked ?? found?.language ?? 'ko'
    if (!found) {
      deps.log.info({ code: 'guardian_link_refused' }, 'a link for a guardian was refused')
      return answer(language, { status: 404, body: pages.end(language, 'gone') })
    }
    if (found.state !== 'waiting') return answer(language, { status: 410, body: pages.end(language, 'already') })
    try {
      const body = new URLSearchParams(
        request.method === 'POST' ? (await readBody(request, BODY_MAX_BYTES)).toString('utf8') : '',
      )
      answer(language, await step({ request: found, path, language, body }))
    } catch (error) {
      if (!(error instanceof HttpProblem)) throw error
      answer(language, { status: error.status, body: pages.end(language, 'unreadable') }, error.headers)
    }
  }

  function pageOf(language: Language, body: string, path: string) {
    const other = language === 'ko' ? 'en' : 'ko'
    return {
      language,
      hospitalName: deps.hospital.name[language],
      title: pages.title(language),
      body,
      otherLanguage: { language: other, name: pages.otherLanguage(language), href: `${path}?lang=${other}` },
    } as const
  }

  const by = (step: Step) => async (request: Request, response: Response) => show(request, response, step)
  server.get('/guardian/:token', by(steps.open))
  server.head('/guardian/:token', by(steps.open))
  server.post('/guardian/:token/code', by(steps.sendCode))
  server.post('/guardian/:token/check', by(steps.checkCode))
  server.post('/guardian/:token', by(steps.takeAnswer))
}
