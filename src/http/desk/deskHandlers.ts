import type { Request, RequestHandler } from 'restify'

import { departmentOrCoordinator, type StaffMember } from '../../hospital/hospital.ts'
import { type DeskRequest, type DeskResult, mayTouch } from '../../tickets/deskStep.ts'
import type { Ticket } from '../../tickets/ticket.ts'
import { isTicketNumber } from '../../tickets/ticketNumber.ts'
import type { JsonAnswer } from '../answerJson.ts'
import { HttpProblem } from '../httpProblem.ts'
import { deskAnswer } from './deskAnswer.ts'
import { demandSameOrigin, demandSession } from './deskGuard.ts'
import type { DeskRoutesDependencies } from './deskRoutes.ts'
import type { DeskSession } from './deskSignIn.ts'
import { ticketLine } from './ticketPage.ts'

/** The path of one ticket. */
export const TICKET_PATH = '/desk/api/tickets/:number'

/** A request by someone who may handle the ticket it names. */
type Handled = { readonly ticket: Ticket; readonly person: StaffMember; readonly deskRequest: DeskRequest }

type Dependencies = Pick<DeskRoutesDependencies, 'hospital' | 'signIn' | 'tickets' | 'publicUrl' | 'clientAddress'>

/** Builds what routes of the desk answer through: each checks who asks before anything is done. */
export function createDeskHandlers({ hospital, signIn, tickets, publicUrl, clientAddress }: Dependencies) {
  /** For whoever is signed in. */
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

  /** For whoever may handle the ticket named in the path. */
  function handled(work: (request: Request, handled: Handled) => Promise<object>): RequestHandler {
    return guarded(async (request, session) => work(request, await demandTicket(request, session)))
  }

  /** The same, for a step at the desk. */
  function step(take: (request: Request, handled: Handled) => Promise<DeskResult>): RequestHandler {
    return handled(async (request, handled) => {
      const ticket = demandTaken(await take(request, handled))
      return { ticket: ticketLine(hospital, ticket, handled.person) }
    })
  }

  return { guarded, handled, step }
}

/** The ticket after a step. @throws {HttpProblem} when the step was not taken */
export function demandTaken(result: DeskResult): Ticket {
  if (result.ok) return result.ticket
  throw refusal(result)
}

function refusal({ problem }: Extract<DeskResult, { ok: false }>): HttpProblem {
  if (problem === 'not_found') return new HttpProblem(404, problem, 'No ticket has this number.')
  if (problem === 'not_allowed') return new HttpProblem(403, problem, 'This ticket is not yours to handle.')
  return new HttpProblem(409, problem, 'The ticket is no longer as the page showed it. Load it again.')
}
