import type { Server } from 'restify'
import { z } from 'zod'

import { translate } from '../../../locales/locales.ts'
import { scrub } from '../../../skills/privacy/scrub.ts'
import { holdsBlank } from '../../../skills/writing/holdsBlank.ts'
import type { Scrubbed } from '../../consent/scrubbed.ts'
import type { Hospital } from '../../hospital/hospital.ts'
import { isOver } from '../../tickets/states.ts'
import type { Ticket, TicketState } from '../../tickets/ticket.ts'
import { HttpProblem } from '../httpProblem.ts'
import { readJson } from '../readJson.ts'
import { createDeskHandlers, demandTaken, TICKET_PATH } from './deskHandlers.ts'
import type { DeskRoutesDependencies } from './deskRoutes.ts'
import type { DeskSession } from './deskSignIn.ts'
import { revealField, revealRequest } from './revealField.ts'
import { deliveryLine, readTicketPage, ticketLine, type TicketLine } from './ticketPage.ts'
import { writtenText } from './writtenText.ts'

const MAX_LISTED = 200

const sayable = writtenText.refine((text) => text.trim() !== '', 'must not be empty')
const draftRequest = z.strictObject({ text: writtenText })
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

/** Adds the routes that show tickets to staff and take their steps. */
export function addDeskTicketRoutes(server: Server, dependencies: DeskRoutesDependencies): void {
  const { hospital, desk, tickets, audit, now, clientAddress } = dependencies
  const { guarded, handled, step } = createDeskHandlers(dependencies)

  server.get(
    '/desk/api/tickets',
    guarded(async (_request, session) => ({ tickets: await listTickets(dependencies, session) })),
  )
  server.get(
    TICKET_PATH,
    handled(async (request, { ticket, person }) =>
      readTicketPage({ tickets, audit, hospital, now }, ticket, { person, address: clientAddress(request) }),
    ),
  )
  server.post(
    `${TICKET_PATH}/reveal`,
    handled(async (request, { ticket, person }) => {
      const viewer = { person, address: clientAddress(request) }
      return revealField({ tickets, audit, now }, ticket, viewer, await readJson(request, revealRequest))
    }),
  )
  server.get(
    `${TICKET_PATH}/deliveries`,
    handled(async (_request, { ticket }) => ({
      deliveries: (await tickets.listDeliveries(ticket.id)).map(deliveryLine),
    })),
  )
  server.put(
    `${TICKET_PATH}/draft`,
    handled(async (request, { deskRequest }): Promise<SavedDraft> => {
      const { text, removed } = scrub((await readJson(request, draftRequest)).text)
      const ticket = demandTaken(await desk.saveDraft(deskRequest, text))
      const { state, revision } = ticket
      const asRead = asThePersonReads(hospital, ticket, text)
      return { text, asRead, hasRemoved: removed.length > 0, savedAt: now().toISOString(), state, revision }
    }),
  )
  server.post(
    `${TICKET_PATH}/claim`,
    step(async (_request, { deskRequest }) => desk.claim(deskRequest)),
  )
  server.post(
    `${TICKET_PATH}/release`,
    step(async (_request, { deskRequest }) => desk.release(deskRequest)),
  )
  server.post(
    `${TICKET_PATH}/resolve`,
    step(async (_request, { deskRequest }) => desk.resolve(deskRequest)),
  )
  server.post(
    `${TICKET_PATH}/note`,
    step(async (request, { deskRequest, person }) => {
      const { text, key } = await readJson(request, noteRequest)
      return desk.note({ ...deskRequest, eventKey: `desk:${person.slackUserId}:${key}` }, scrub(text).text)
    }),
  )
  server.post(
    `${TICKET_PATH}/answer`,
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
  const isOpen = linked && !isOver(linked.state)
  return [...(isOpen ? [linked] : []), ...listed].map((ticket) => ticketLine(hospital, ticket, person))
}

// Whoever can be reached gets the message that carries the answer; an anonymous filer looks up the answer alone.
function asThePersonReads(hospital: Hospital, { conversationId, language, number }: Ticket, text: Scrubbed): string {
  if (conversationId === undefined) return text
  return translate(language, 'reply.arrived', { hospital: hospital.name[language], number, text })
}

// What was previewed is what is sent: a text that would still change is not sent at all.
function demandScrubbed(text: string): Scrubbed {
  if (holdsBlank(text)) throw new HttpProblem(422, 'has_blank', 'The draft’s blank was not filled in.')
  const scrubbed = scrub(text)
  if (scrubbed.text === text) return scrubbed.text
  throw new HttpProblem(
    422,
    'has_identifiers',
    'The text holds numbers that may not be kept. Save it as a draft and preview it again.',
  )
}
