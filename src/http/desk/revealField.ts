import { z } from 'zod'

import { maskPersonalData } from '../../../skills/privacy/mask.ts'
import { scrub } from '../../../skills/privacy/scrub.ts'
import type { AuditLog } from '../../audit/ports.ts'
import type { TicketReader } from '../../tickets/ports.ts'
import type { Ticket } from '../../tickets/ticket.ts'
import { HttpProblem } from '../httpProblem.ts'
import { findMasked } from './shownContent.ts'
import type { Viewer } from './ticketPage.ts'

const MAX_NOTE_LENGTH = 100
const note = z
  .string()
  .max(MAX_NOTE_LENGTH)
  .refine((text) => text.trim() !== '', 'must not be empty')
const field = z.string().min(1).max(40)

/** Why somebody needs a value; `note` says it in words where no choice fits. */
export const revealRequest = z.discriminatedUnion('reason', [
  z.strictObject({ field, reason: z.enum(['answer', 'identity', 'facts']) }),
  z.strictObject({ field, reason: z.literal('other'), note }),
])

export type RevealRequest = z.infer<typeof revealRequest>

/** One masked value in full. */
export type Revealed = { readonly value: string }

type Dependencies = {
  readonly tickets: Pick<TicketReader, 'readContent'>
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
  const value =
    ticket.destroyedAt === undefined ? findMasked(await tickets.readContent(ticket.id), request.field) : undefined
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
    reason: reasonOf(request),
  })
  return { value }
}

// The log outlives the ticket and is read by others, so nobody may be named in it.
function reasonOf(request: RevealRequest): string {
  return request.reason === 'other' ? `other: ${maskPersonalData(scrub(request.note.trim()).text)}` : request.reason
}
