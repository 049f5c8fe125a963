import { z } from 'zod'

import type { AuditLog } from '../../audit/ports.ts'
import type { TicketReader } from '../../tickets/ports.ts'
import type { Ticket } from '../../tickets/ticket.ts'
import { HttpProblem } from '../httpProblem.ts'
import { loggedReason, reasonNote } from './loggedReason.ts'
import { findMasked } from './shownContent.ts'
import { findPhoto, isPhotoField } from './shownPhoto.ts'
import type { Viewer } from './ticketPage.ts'

const field = z.string().min(1).max(40)

/** Why somebody needs a value; `note` says it in words where no choice fits. */
export const revealRequest = z.discriminatedUnion('reason', [
  z.strictObject({ field, reason: z.enum(['answer', 'identity', 'facts']) }),
  z.strictObject({ field, reason: z.literal('other'), note: reasonNote }),
])

export type RevealRequest = z.infer<typeof revealRequest>

/** One masked value in full. */
export type Revealed = { readonly value: string }

type Dependencies = {
  readonly tickets: Pick<TicketReader, 'readContent' | 'listPhotos' | 'readPhoto'>
  readonly audit: AuditLog
  readonly now: () => Date
}

/**
 * Gives out one masked value, after who wants it and why stands in the access log.
 *
 * @throws {HttpProblem} 404 `no_such_field`; whatever the log throws, and then nothing is given out
 */
export async function revealField(
  { tickets, audit, now }: Dependencies,
  ticket: Ticket,
  { person, address }: Viewer,
  request: RevealRequest,
): Promise<Revealed> {
  const value = ticket.destroyedAt === undefined ? await findValue(tickets, ticket.id, request.field) : undefined
  if (value === undefined) throw new HttpProblem(404, 'no_such_field', 'The ticket has nothing masked by that name.')
  await audit.append({
    at: now(),
    who: person.slackUserId,
    surface: 'desk',
    address,
    ticketId: ticket.id,
    ticketNumber: ticket.number,
    action: 'revealed',
    field: request.field,
    reason: loggedReason(request),
  })
  return { value }
}

async function findValue(
  tickets: Dependencies['tickets'],
  ticketId: string,
  name: string,
): Promise<string | undefined> {
  if (isPhotoField(name)) return findPhoto(tickets, ticketId, name)
  return findMasked(await tickets.readContent(ticketId), name)
}
