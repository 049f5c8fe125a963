import type { Request, Response, Server } from 'restify'

import type { RateLimit } from '../../live/live.ts'
import type { Language } from '../../tickets/ticket.ts'
import { sendPatientPage } from '../patientPage.ts'
import { createPatientRoute, tokenOf } from '../patientRoute.ts'
import { readBody } from '../readBody.ts'
import type { MyDataLinks } from './myDataLinks.ts'
import { copyBody, gateBody, problemBody } from './myDataPage.ts'
import { myDataTexts } from './myDataTexts.ts'
import { type MyDataParts, readMyData } from './readMyData.ts'

export type MyDataRoutesDependencies = MyDataParts & {
  readonly links: MyDataLinks
  readonly rateLimit: RateLimit
  /** The caller's address, seen past the proxies that are trusted. */
  readonly clientAddress: (request: Request) => string
  readonly log: { info(fields: object, message: string): void }
}

type Problem = Parameters<typeof problemBody>[1]
type Answer = { readonly status: number; readonly body: string } | { readonly json: string }

/** A whole waiting room may share one address. */
const PER_ADDRESS = { points: 60, perSeconds: 60 }
const MAX_BYTES = 1024
const STATUS: Readonly<Record<Problem, number>> = {
  forged: 403,
  expired: 410,
  nothing: 404,
  busy: 429,
  unreadable: 400,
}

/**
 * Adds the page with a person's own data. Opening it, as scanners that follow links do, reads and shows nothing of it;
 * pressing the button does, and goes into the access log.
 */
export function addMyDataRoutes(server: Server, dependencies: MyDataRoutesDependencies): void {
  const { hospital, links, rateLimit, clientAddress, log } = dependencies

  async function gate(request: Request, language: Language): Promise<Answer> {
    const link = links.read(tokenOf(request))
    return link.ok
      ? { status: 200, body: gateBody(language, hospital.name[language]) }
      : refused(link.problem, language)
  }

  async function show(request: Request, language: Language): Promise<Answer> {
    const body = new URLSearchParams((await readBody(request, MAX_BYTES)).toString('utf8'))
    const link = links.read(tokenOf(request))
    if (!link.ok) return refused(link.problem, language)
    const data = await readMyData(dependencies, link.content.conversationId)
    if (!data) return refused('nothing', language)
    return body.get('as') === 'json'
      ? { json: JSON.stringify(data, undefined, 2) }
      : { status: 200, body: copyBody(language, hospital, data) }
  }

  function refused(problem: Problem, language: Language, status = STATUS[problem]): Answer {
    log.info({ code: `my_data_${problem}` }, 'a link to somebody’s own data showed nothing')
    return { status, body: problemBody(language, problem) }
  }

  function send(response: Response, language: Language, shown: Answer, headers = {}): void {
    if ('json' in shown) return response.sendRaw(200, shown.json, FILE_HEADERS)
    const other = language === 'ko' ? 'en' : 'ko'
    const page = {
      language,
      hospitalName: hospital.name[language],
      title: myDataTexts[language].title,
      body: shown.body,
      otherLanguage: { language: other, name: myDataTexts[language].otherLanguage, href: `?lang=${other}` } as const,
    }
    sendPatientPage(response, shown.status, page, headers)
  }

  const answer = createPatientRoute({
    rateLimit,
    name: 'my_data',
    perAddress: PER_ADDRESS,
    clientAddress,
    refuse: refused,
    send,
  })
  server.get('/my-data/*', answer(gate))
  server.head('/my-data/*', answer(gate))
  server.post('/my-data/*', answer(show))
}

const FILE_HEADERS: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'Content-Disposition': 'attachment; filename="my-data.json"',
  'Content-Type': 'application/json; charset=utf-8',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex, nofollow',
}
