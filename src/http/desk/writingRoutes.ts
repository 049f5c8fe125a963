import type { Server } from 'restify'
import { z } from 'zod'

import type { AuditEntry } from '../../audit/auditEntry.ts'
import type { StaffMember } from '../../hospital/hospital.ts'
import type { Ticket, TicketContent } from '../../tickets/ticket.ts'
import { HttpProblem } from '../httpProblem.ts'
import { readJson } from '../readJson.ts'
import { createDeskHandlers, TICKET_PATH } from './deskHandlers.ts'
import type { DeskRoutesDependencies } from './deskRoutes.ts'
import { WRITING_KINDS, type WritingKind, type WritingOffers, type Written } from './writingHelp.ts'

const request = z.strictObject({ kind: z.enum(WRITING_KINDS) })
/** What the access log calls each. */
const FIELDS = { summary: 'summary', translation: 'translation', draft: 'drafting' } as const satisfies Record<
  WritingKind,
  string
>
const NOTHING: WritingOffers = { summary: false, translation: false, draft: false }

/** Adds what helps staff to read and answer a ticket. What is given out is entered in the access log first. */
export function addWritingRoutes(server: Server, dependencies: DeskRoutesDependencies): void {
  const { tickets, audit, now, writing, clientAddress } = dependencies
  const { handled } = createDeskHandlers(dependencies)

  const findContent = async (ticket: Ticket): Promise<TicketContent | undefined> =>
    ticket.destroyedAt === undefined ? tickets.readContent(ticket.id) : undefined

  function sight(ticket: Ticket, person: StaffMember, address: string, kind: WritingKind): AuditEntry {
    const whose = { ticketId: ticket.id, ticketNumber: ticket.number }
    const who = person.slackUserId
    return {
      at: now(),
      who,
      surface: 'desk',
      address,
      ...whose,
      action: 'seen',
      field: FIELDS[kind],
      reason: undefined,
    }
  }

  server.get(
    `${TICKET_PATH}/writing`,
    handled(async (_request, { ticket }): Promise<WritingOffers> => {
      const content = await findContent(ticket)
      return content ? writing.offers(ticket, content) : NOTHING
    }),
  )
  server.post(
    `${TICKET_PATH}/writing`,
    handled(async (call, { ticket, person }): Promise<Written> => {
      const { kind } = await readJson(call, request)
      const content = await findContent(ticket)
      if (!content) throw new HttpProblem(409, 'destroyed', 'Nothing of the ticket is left to write about.')
      await audit.append(sight(ticket, person, clientAddress(call), kind))
      const written = await writing.write(kind, ticket, content)
      if (!written) throw new HttpProblem(503, 'not_written', 'There is no such text for this ticket now.')
      return written
    }),
  )
}
