import { z } from 'zod'

import { createSignedLinks, type LinkParts, type SignedLinks } from '../../signedLinks.ts'

const contentSchema = z.strictObject({ conversationId: z.string().min(1) })

/** Links to a person's own data: that of one conversation. */
export type MyDataLinks = SignedLinks<{ readonly conversationId: string }>

/** Builds them. */
export function createMyDataLinks(parts: LinkParts): MyDataLinks {
  return createSignedLinks('my data', contentSchema, parts)
}
