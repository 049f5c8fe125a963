import { z } from 'zod'

import type { Scrubbed } from '../consent/scrubbed.ts'
import type { TicketContent } from '../tickets/ticket.ts'
import type { StoredShape } from './sealedJson.ts'

/** Text that was scrubbed before it was stored, and is taken back as such. */
export const scrubbedText = z.custom<Scrubbed>((value) => typeof value === 'string')

/** `When`, as stored. */
export const storedWhen = z.strictObject({ date: z.string(), text: z.string(), time: z.string().optional() })

const shape = {
  v: z.literal(1),
  kind: z.enum(['story', 'callback']),
  story: scrubbedText,
  gist: z.string(),
  when: storedWhen.optional(),
  where: z.string().optional(),
  wish: z.string().optional(),
  name: z.string().optional(),
  phone: z.string().optional(),
  goodTime: z.string().optional(),
  relation: z.enum(['self', 'guardian']).optional(),
} satisfies Record<keyof TicketContent, z.ZodType>

/** The personal part of a ticket. Strict, so that a field this version does not know is never dropped in silence. */
export const storedContent: StoredShape<TicketContent> = {
  schema: z.strictObject(shape),
  code: 'stored_content_invalid',
}
