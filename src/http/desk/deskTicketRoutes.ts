import type { Request, RequestHandler, Server } from 'restify'
import { z } from 'zod'

import { translate } from '../../../locales/locales.ts'
import { scrub } from '../../../skills/privacy/scrub.ts'
import type { Scrubbed } from '../../consent/scrubbed.ts'
import { departmentOrCoordinator, type Hospital, type StaffMember } from '../../hospital/hospital.ts'
import { type DeskRequest, type DeskResult, mayTouch } from '../../tickets/desk.ts'
import type { Ticket, TicketState } from '../../tickets/ticket.ts'
import type { JsonAnswer } from '../answerJson.ts'
import { isTicketNumber } from '../../tickets/ticketNumber.ts'
import { HttpProblem } from '../httpProblem.ts'
import { readJson } from '../readJson.ts'
import { deskAnswer } from './deskAnswer.ts'
import { demandSameOrigin, demandSession } from './deskGuard.ts'
import type { DeskRoutesDependencies } from './deskRoutes.ts'
import type { DeskSession } from './deskSignIn.ts'
import { revealField, revealRequest } from './revealField.ts'
import { deliveryLine, readTicketPage, ticketLine, type TicketLine } from './ticketPage.ts'

const MAX_TEXT_LENGTH = 3_000
const MAX_LISTED = 200
const OVER: readonly TicketState[] = ['closed', 'withdrawn', 'merged']

const written = z.string().max(MAX_TEXT_LENGTH)
const sayable = written.refine((text) => text.trim() !== '', 'must not be empty')
const draftRequest = z.strictObject({ text: written })
/** `key` names one press of the button, so that a repeated request leaves one note. */
const noteRequest = z.strictObject({ text: sayable, key: z.uuid() })
const answerRequest = z.strictObject({ text: sayable, revision: z.int().nonnegative() })

/** What saving a draft answers: the text as kept, from which numbers that may not be kept are gone. */
export type SavedDraft = {
  readonly text: string
  /** The whole message as the person will read it. */
  readonly asRead: string
  readonly hasRemoved: boolean
  readonly savedAt: string
  readonly state: TicketState
  readonly revision: number
}

/** A request by someone who may handle the ticket it names. */
type Handled = { readonly ticket: Ticket; readonly person: StaffMember; readonly deskRequest: DeskRequest }

/** Adds the routes that show tickets to staff and take their steps. */
export function addDeskTicketRoutes(server: Server, dependencies: DeskRoutesDependencies): void {
  const { hospital, signIn, desk, tickets, audit, publicUrl, now, clientAddress } = dependencies

  /** Checks who asks before anything is done. */
  function guarded(work: (request: Request, session: DeskSession) => Promise<object>): RequestHandler {
    return deskAnswer(async (request): Promise<JsonAnswer> => {
      demandSameOrigin(request, publicUrl)
      return { status: 200, body: await work(request, await demandSession(request, signIn)) }
    })
  }

  /** @throws {HttpProblem} 404 for an unknown number, 403 for another department's ticket */
  async function demandTicket(request: Request, { person, ticketNumber }: DeskSession): Promise<Handled> {
    const number = String(request.params.number)
    const ticket = isTicketNumber(number) ? await tickets.findTicket(number) : undefined
    if (!ticket) throw refusal({ ok: false, problem: 'not_found' })
    // The link was pressed on the ticket's card, in its department's own channel.
    const cameByLink = ticketNumber === number
    const fromChannel = cameByLink ? departmentOrCoordinator(hospital, ticket.deskDepartment).slackChannel : undefined
    const deskRequest = { number, by: person, fromChannel, desk: { address: clientAddress(request) } }
    if (!mayTouch(hospital, deskRequest, ticket)) throw refusal({ ok: false, problem: 'not_allowed' })
    return { ticket, person, deskRequest }
  }

  function handled(work: (request: Request, handled: Handled) => Promise<object>): RequestHandler {
    return guarded(async (request, session) => work(request, await demandTicket(request, session)))
  }

  function step(take: (request: Request, handled: Handled) => Promise<DeskResult>): RequestHandler {
    return handled(async (request, handled) => {
      const ticket = demandTaken(await take(request, handled))
      return { ticket: ticketLine(hospital, ticket, handled.person) }
    })
  }

  const path = '/desk/api/tickets/:number'
  server.get(
    '/desk/api/tickets',
    guarded(async (_request, session) => ({ tickets: await listTickets(dependencies, session) })),
  )
  server.get(
    path,
    handled(async (request, { ticket, person }) =>
      readTicketPage({ tickets, audit, hospital, now }, ticket, { person, address: clientAddress(request) }),
    ),
  )
  server.post(
    `${path}/reveal`,
    handled(async (request, { ticket, person }) => {
      const viewer = { person, address: clientAddress(request) }
      return revealField({ tickets, audit, now }, ticket, viewer, await readJson(request, revealRequest))
    }),
  )
  server.get(
    `${path}/deliveries`,
    handled(async (_request, { ticket }) => ({
      deliveries: (await tickets.listDeliveries(ticket.id)).map(deliveryLine),
    })),
  )
  server.put(
    `${path}/draft`,
    handled(async (request, { deskRequest }): Promise<SavedDraft> => {
      const { text, removed } = scrub((await readJson(request, draftRequest)).text)
      const ticket = demandTaken(await desk.saveDraft(deskRequest, text))
      const { state, revision } = ticket
      const asRead = asThePersonReads(hospital, ticket, text)
      return { text, asRead, hasRemoved: removed.length > 0, savedAt: now().toISOString(), state, revision }
    }),
  )
  server.post(
    `${path}/claim`,
    step(async (_request, { deskRequest }) => desk.claim(deskRequest)),
  )
  server.post(
    `${path}/release`,
    step(async (_request, { deskRequest }) => desk.release(deskRequest)),
  )
  server.post(
    `${path}/resolve`,
    step(async (_request, { deskRequest }) => desk.resolve(deskRequest)),
  )
  server.post(
    `${path}/note`,
    step(async (request, { deskRequest, person }) => {
      const { text, key } = await readJson(request, noteRequest)
      return desk.note({ ...deskRequest, eventKey: `desk:${person.slackUserId}:${key}` }, scrub(text).text)
    }),
  )
  server.post(
    `${path}/answer`,
    step(async (request, { deskRequest }) => {
      const { text, revision } = await readJson(request, answerRequest)
      return desk.answer({ ...deskRequest, revision }, demandScrubbed(text))
    }),
  )
}

async function listTickets(
  { tickets, hospital }: Pick<DeskRoutesDependencies, 'tickets' | 'hospital'>,
  { person, ticketNumber }: DeskSession,
): Promise<readonly TicketLine[]> {
  const seesAll = person.roles.includes('coordinator') || person.roles.includes('director')
  const listed = await tickets.listOpen(seesAll ? 'all' : person.departments, MAX_LISTED)
  const isListed = ticketNumber === undefined || listed.some(({ number }) => number === ticketNumber)
  const linked = isListed ? undefined : await tickets.findTicket(ticketNumber)
  const isOpen = linked && !OVER.includes(linked.state)
  return [...(isOpen ? [linked] : []), ...listed].map((ticket) => ticketLine(hospital, ticket, person))
}

// Whoever can be reached gets the message that carries the answer; an anonymous filer looks up the answer alone.
function asThePersonReads(hospital: Hospital, { conversationId, language, number }: Ticket, text: Scrubbed): string {
  if (conversationId === undefined) return text
  return translate(language, 'reply.arrived', { hospital: hospital.name[language], number, text })
}

// What was previewed is what is sent: a text that would still change is not sent at all.
function demandScrubbed(text: string): Scrubbed {
  const scrubbed = scrub(text)
  if (scrubbed.text === text) return scrubbed.text
  throw new HttpProblem(
    422,
    'has_identifiers',
    'The text holds numbers that may not be kept. Save it as a draft and preview it again.',
  )
}

function demandTaken(result: DeskResult): Ticket {
  if (result.ok) return result.ticket
  throw refusal(result)
}

function refusal({ problem }: Extract<DeskResult, { ok: false }>): HttpProblem {
  if (problem === 'not_found') return new HttpProblem(404, problem, 'No ticket has this number.')
  if (problem === 'not_allowed') return new HttpProblem(403, problem, 'This ticket belongs to another department.')
  return new HttpProblem(409, problem, 'The ticket is no longer as the page showed it. Load it again.')
}
