import type { Request, Response } from 'restify'

import type { Limit, RateLimit } from '../live/live.ts'
import type { Language } from '../tickets/ticket.ts'
import { HttpProblem } from './httpProblem.ts'

/** What a link that a patient opens is answered with. */
type PatientRouteOptions<Answer> = {
  readonly rateLimit: RateLimit
  /** Name of the page and what one address may ask of it. */
  readonly name: string
  readonly perAddress: Limit
  /** The caller's address, seen past the proxies that are trusted. */
  readonly clientAddress: (request: Request) => string
  readonly refuse: (problem: 'busy' | 'unreadable', language: Language, status: number) => Answer
  readonly send: (
    response: Response,
    language: Language,
    answer: Answer,
    headers?: Readonly<Record<string, string>>,
  ) => void
}

type Handle<Answer> = (request: Request, language: Language) => Promise<Answer>

/** Builds the handlers of one page: within its limit, in the language asked for, and kindly where a call cannot be read. */
export function createPatientRoute<Answer>(options: PatientRouteOptions<Answer>) {
  const { rateLimit, name, perAddress, clientAddress, refuse, send } = options

  return (handle: Handle<Answer>) =>
    async (request: Request, response: Response): Promise<void> => {
      const language = askedLanguage(request) ?? 'ko'
      const { allowed, retryAfterSeconds } = await rateLimit.take(`${name}:${clientAddress(request)}`, perAddress)
      if (!allowed) {
        return send(response, language, refuse('busy', language, 429), { 'retry-after': String(retryAfterSeconds) })
      }
      const answer = await handle(request, language).catch((error: unknown) => {
        if (!(error instanceof HttpProblem)) throw error
        return refuse('unreadable', language, error.status)
      })
      send(response, language, answer)
    }
}

/** The language a page was asked for in; undefined where the address names none that we speak. */
export function askedLanguage(request: Request): Language | undefined {
  const asked = new URLSearchParams(request.getQuery()).get('lang')
  return asked === 'ko' || asked === 'en' ? asked : undefined
}

/** The token in an address such as `/consent/*`. The router refuses parameters over 100 characters, but not the rest. */
export function tokenOf(request: Request): string {
  return String(request.params['*'])
}
