import type { Request, Response, Server } from 'restify'

import type { ConsentPage, ConsentPageProblem } from '../../../bots/intake/consentPage.ts'
import type { Hospital } from '../../hospital/hospital.ts'
import type { RateLimit } from '../../live/live.ts'
import type { Language } from '../../tickets/ticket.ts'
import { HttpProblem } from '../httpProblem.ts'
import { sendPatientPage } from '../patientPage.ts'
import { createPatientRoute, tokenOf } from '../patientRoute.ts'
import { readBody } from '../readBody.ts'
import { consentBody, problemBody, thanksBody } from './consentBody.ts'
import { findMissing, readConsentChoices } from './consentForm.ts'
import { consentPageTexts } from './consentPageTexts.ts'

export type ConsentRoutesDependencies = {
  readonly hospital: Hospital
  readonly page: ConsentPage
  readonly rateLimit: RateLimit
  /** The caller's address, seen past the proxies that are trusted. */
  readonly clientAddress: (request: Request) => string
}

type Answer = { readonly status: number; readonly body: string; readonly isLast?: boolean }

/** What a person may wonder about is said kindly; programs are told by the status. */
const STATUS: Readonly<Record<ConsentPageProblem, number>> = {
  forged: 403,
  expired: 410,
  outdated: 410,
  gone: 404,
  used: 409,
  settled: 409,
  failed: 503,
}

/** A whole waiting room may share one address. */
const PER_ADDRESS = { points: 120, perSeconds: 60 }
const MAX_BYTES = 4 * 1024

/**
 * Adds the consent page. It works without scripts. Looking at it, as scanners that follow links do, changes nothing;
 * sending it records the answers once.
 */
export function addConsentRoutes(server: Server, dependencies: ConsentRoutesDependencies): void {
  const { hospital, page } = dependencies

  async function show(request: Request, language: Language): Promise<Answer> {
    const view = await page.view(tokenOf(request), language)
    if (view.kind === 'problem') return refused(view.problem, language)
    return {
      status: 200,
      body: consentBody({ ...view, language, action: actionOf(language), choices: {}, missing: [] }),
    }
  }

  async function take(request: Request, language: Language): Promise<Answer> {
    const body = await readForm(request)
    const token = tokenOf(request)
    const view = await page.view(token, language)
    if (view.kind === 'problem') return refused(view.problem, language)
    const purposes = view.notices.map(({ purpose }) => purpose)
    const choices = readConsentChoices(body, purposes)
    const missing = findMissing(choices, purposes)
    if (missing.length > 0) {
      return { status: 422, body: consentBody({ ...view, language, action: actionOf(language), choices, missing }) }
    }
    const outcome = await page.answer(token, language, choices)
    if (outcome.kind === 'problem') return refused(outcome.problem, language)
    return { status: 200, body: thanksBody(language, outcome), isLast: true }
  }

  function refused(problem: ConsentPageProblem, language: Language): Answer {
    return { status: STATUS[problem], body: problemBody(language, problem, hospital.phone) }
  }

  function send(response: Response, language: Language, { status, body, isLast }: Answer, headers = {}): void {
    const { title, otherLanguage } = consentPageTexts[language]
    const other = language === 'ko' ? 'en' : 'ko'
    const hospitalName = hospital.name[language]
    sendPatientPage(
      response,
      status,
      {
        language,
        hospitalName,
        title,
        body,
        otherLanguage: isLast ? undefined : { language: other, name: otherLanguage, href: actionOf(other) },
      },
      headers,
    )
  }

  const answer = createPatientRoute<Answer>({
    rateLimit: dependencies.rateLimit,
    name: 'consent',
    perAddress: PER_ADDRESS,
    clientAddress: dependencies.clientAddress,
    refuse: (problem, language, status) => ({ status, body: problemBody(language, problem, hospital.phone) }),
    send,
  })
  server.get('/consent/*', answer(show))
  server.head('/consent/*', answer(show))
  server.post('/consent/*', answer(take))
}

// Relative: the token itself stands nowhere in the page.
function actionOf(language: Language): string {
  return `?lang=${language}`
}

/** @throws {HttpProblem} 415 for what is no form, 413 for what is too large */
async function readForm(request: Request): Promise<URLSearchParams> {
  const type = request.headers['content-type'] ?? ''
  if (!/^application\/x-www-form-urlencoded(?:;|$)/i.test(type)) {
    throw new HttpProblem(415, 'not_a_form', 'The body is not a form.')
  }
  return new URLSearchParams((await readBody(request, MAX_BYTES)).toString('utf8'))
}
