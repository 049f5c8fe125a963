import { z } from 'zod'

import type { HeldConversation, HeldConversations } from '../conversations/ports.ts'
import type { Hold } from '../live/live.ts'
import { RETENTION } from '../retention/retention.ts'
import { storedActivityBody } from './storedActivities.ts'
import { storedSession } from './storedSession.ts'

const HELD_SECONDS = RETENTION.hold.period.minutes * 60

const heldSchema: z.ZodType<HeldConversation> = z.strictObject({
  v: z.literal(1),
  session: storedSession.schema,
  transcript: z.array(
    z.strictObject({
      health: z.boolean(),
      dropped: z.boolean(),
      activity: z.strictObject({
        sequence: z.number().int(),
        fromBot: z.boolean(),
        at: z.coerce.date(),
        body: storedActivityBody,
      }),
    }),
  ),
  events: z.array(
    z.strictObject({ key: z.string(), sequence: z.number().int().nullable(), replies: z.array(storedActivityBody) }),
  ),
})

const unseenSchema = z.array(z.string())

/**
 * Conversations before consent, in the hold. What was written by another version and no longer fits is as good as
 * lost: the bot begins anew, as it does after a restart.
 */
export function createHeldConversations(hold: Hold): HeldConversations {
  return {
    async find(conversationId) {
      const json = await hold.get(keyOf(conversationId))
      return json === undefined ? undefined : heldSchema.safeParse(JSON.parse(json)).data
    },
    async put(held) {
      await hold.put(keyOf(held.session.conversationId), JSON.stringify(held), HELD_SECONDS)
    },
    async drop(conversationId) {
      await hold.delete(keyOf(conversationId))
    },
    async findDigits(conversationId) {
      const json = await hold.get(digitsKeyOf(conversationId))
      return json === undefined ? undefined : JSON.parse(json)
    },
    async putDigits(conversationId, digits) {
      if (digits.length === 0) return hold.delete(digitsKeyOf(conversationId))
      await hold.put(digitsKeyOf(conversationId), JSON.stringify(digits), HELD_SECONDS)
    },
    async findUnseen(conversationId) {
      const json = await hold.get(unseenKeyOf(conversationId))
      return json === undefined ? [] : unseenSchema.parse(JSON.parse(json))
    },
    async putUnseen(conversationId, eventKeys) {
      if (eventKeys.length === 0) return hold.delete(unseenKeyOf(conversationId))
      await hold.put(unseenKeyOf(conversationId), JSON.stringify(eventKeys), HELD_SECONDS)
    },
  }
}

function digitsKeyOf(conversationId: string): string {
  return `digits:${conversationId}`
}

function unseenKeyOf(conversationId: string): string {
  return `unseen:${conversationId}`
}

function keyOf(conversationId: string): string {
  return `conversation:${conversationId}`
}
