import { z } from 'zod'

import type { PendingRun } from '../../skills/privacy/listen.ts'
import { PERSONAL_DATA_TYPES } from '../../skills/privacy/personalData.ts'
import type { HeldConversations } from '../../src/conversations/ports.ts'

const runsSchema = z.array(
  z.strictObject({ token: z.string(), value: z.string(), hint: z.enum(PERSONAL_DATA_TYPES).exactOptional() }),
)

/**
 * Runs of digits that may be half of a number still being said: in the hold, never in the record. What is lost, or was
 * held by another version, is as good as never said.
 */
export function createDigitMemory(held: Pick<HeldConversations, 'findDigits' | 'putDigits'>) {
  return {
    async find(conversationId: string): Promise<readonly PendingRun[]> {
      const known = await held.findDigits(conversationId).catch(() => undefined)
      return runsSchema.safeParse(known).data ?? []
    },
    async keep(conversationId: string, runs: readonly PendingRun[]): Promise<void> {
      await held.putDigits(conversationId, runs).catch(() => undefined)
    },
  }
}
