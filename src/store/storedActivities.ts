import { z } from 'zod'

import type { ActivityBody, Choice, Receipt } from '../conversations/session.ts'
import type { StoredShape } from './sealedJson.ts'

const choice = z.strictObject({
  value: z.string(),
  label: z.string(),
  prompt: z.string().optional(),
  nonce: z.string().optional(),
} satisfies Record<keyof Choice, z.ZodType>)

const receipt = z.strictObject({
  title: z.string(),
  facts: z.array(z.strictObject({ name: z.string(), value: z.string() })),
} satisfies Record<keyof Receipt, z.ZodType>)

/** `ActivityBody`, as stored. */
export const storedActivityBody = z.strictObject({
  type: z.enum(['message', 'typing', 'endOfConversation']),
  text: z.string().optional(),
  locale: z.string().optional(),
  suggestedActions: z.array(choice).optional(),
  link: z.strictObject({ label: z.string(), url: z.string() }).optional(),
  channelData: z.record(z.string(), z.unknown()).optional(),
  from: z.string().optional(),
  deliveryId: z.string().optional(),
  receipt: receipt.optional(),
  part: z.number().int().optional(),
} satisfies Record<keyof ActivityBody, z.ZodType>)

/** Activities sealed together: one of a transcript, or all that answered an event. */
export type StoredActivities = { readonly v: 1; readonly bodies: readonly ActivityBody[] }

export const storedActivities: StoredShape<StoredActivities> = {
  schema: z.strictObject({ v: z.literal(1), bodies: z.array(storedActivityBody) }),
  code: 'stored_activity_invalid',
}
