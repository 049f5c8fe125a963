import { z } from 'zod'

import type { InboundEvent } from './inbound.ts'

/** What a tapped choice carries back through a channel: which question, which answer, and which copy of it. */
export const tapValueSchema = z.object({ prompt: z.string(), choice: z.string(), nonce: z.string().optional() })

/** Reads a tap out of what a channel hands back; undefined for typed text, and for anything that is no tap of ours. */
export function readTap(value: unknown): InboundEvent['choice'] {
  const parsed = tapValueSchema.safeParse(value)
  return parsed.success
    ? { prompt: parsed.data.prompt, value: parsed.data.choice, nonce: parsed.data.nonce }
    : undefined
}
