import { z } from 'zod'

import { CONSENT_PURPOSES } from '../consent/consent.ts'
import type { RightsRequest } from '../consent/rightsRequest.ts'
import type { Scrubbed } from '../consent/scrubbed.ts'
import { TOKEN_TYPES, type VaultEntry } from '../consent/vault.ts'
import { RELATIONS, type TicketContent } from '../tickets/ticket.ts'
import type { StoredShape } from './sealedJson.ts'

/** Text that was scrubbed before it was stored, and is taken back as such. */
export const scrubbedText = z.custom<Scrubbed>((value) => typeof value === 'string')

/** `When`, as stored. */
export const storedWhen = z.strictObject({ date: z.string(), text: z.string(), time: z.string().optional() })

/** `Vault`, as stored; rows written before there were tokens have none. */
export const storedVault = z
  .array(
    z.strictObject({ token: z.string(), type: z.enum(TOKEN_TYPES), value: z.string() } satisfies Record<
      keyof VaultEntry,
      z.ZodType
    >),
  )
  .default([])

const numbers = z.array(z.string())
const storedRequest: z.ZodType<RightsRequest> = z.discriminatedUnion('right', [
  z.strictObject({ right: z.enum(['correct', 'other']), tickets: numbers }),
  z.strictObject({ right: z.literal('erase'), tickets: numbers, everything: z.boolean() }),
  z.strictObject({ right: z.literal('withdraw'), tickets: numbers, purpose: z.enum(CONSENT_PURPOSES) }),
])

const shape = {
  v: z.literal(1),
  kind: z.enum(['story', 'callback', 'rights']),
  story: scrubbedText,
  gist: z.string(),
  health: z.boolean().default(false),
  when: storedWhen.optional(),
  where: z.string().optional(),
  wish: z.string().optional(),
  vault: storedVault,
  name: z.string().optional(),
  phone: z.string().optional(),
  goodTime: z.string().optional(),
  relation: z.enum(RELATIONS).optional(),
  request: storedRequest.optional(),
} satisfies Record<keyof TicketContent, z.ZodType>

/** The personal part of a ticket. Strict, so that a field this version does not know is never dropped in silence. */
export const storedContent: StoredShape<TicketContent> = {
  schema: z.strictObject(shape),
  code: 'stored_content_invalid',
}
