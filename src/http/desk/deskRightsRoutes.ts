import type { Server } from 'restify'

import type { Ticket } from '../../tickets/ticket.ts'
import { readJson } from '../readJson.ts'
import { createDeskHandlers, TICKET_PATH } from './deskHandlers.ts'
import type { DeskRoutesDependencies } from './deskRoutes.ts'
import { carryOutRequest, type DecidedOn, refuseRequest, toCarryOut, toRefuse } from './rightsDecision.ts'

/** Adds what a privacy officer decides about requests on somebody's own data. The answer is sent as any other. */
export function addDeskRightsRoutes(server: Server, dependencies: DeskRoutesDependencies): void {
  const { hospital, desk, tickets } = dependencies
  const { step } = createDeskHandlers(dependencies)

  async function readAbout(ticket: Ticket): Promise<DecidedOn> {
    const { id, conversationId } = ticket
    return {
      ticket,
      asked: ticket.destroyedAt === undefined ? (await tickets.readContent(id)).request : undefined,
      ofConversation: conversationId === undefined ? [] : await tickets.listByConversation(conversationId),
      draft: (await tickets.findDraft(id))?.text,
    }
  }

  server.post(
    `${TICKET_PATH}/carry-out`,
    step(async (request, { ticket, deskRequest }) => {
      const asked = await readJson(request, carryOutRequest)
      return desk.carryOut({ ...deskRequest, revision: asked.revision }, toCarryOut(await readAbout(ticket), asked))
    }),
  )
  server.post(
    `${TICKET_PATH}/refuse`,
    step(async (request, { ticket, deskRequest }) => {
      const asked = await readJson(request, refuseRequest)
      return desk.refuseRight(
        { ...deskRequest, revision: asked.revision },
        toRefuse(hospital, await readAbout(ticket), asked),
      )
    }),
  )
}
