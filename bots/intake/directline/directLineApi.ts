import { z } from 'zod'

import type { InboundEvent, RunTurn, Transcript, TurnOutcome } from '../inbound.ts'
import { activityId, toWireActivitySet, type WireActivitySet } from './activityWire.ts'
import { noSuchConversation, type DirectLineAccess, type DirectLineCall } from './directLineAccess.ts'
import { DirectLineError } from './directLineError.ts'
import type { DirectLineGrant, DirectLineTokens } from './directLineTokens.ts'
import { incomingActivitySchema } from './incomingActivity.ts'
import { startEvent, toInboundEvent, visitEvent } from './toInboundEvent.ts'
import { parseWatermark } from './watermark.ts'
import { wireId, wireLocale } from './wireText.ts'

/** Reads and checks the body when it is wanted: nobody's is read who may not call. No body is `undefined` to the schema. */
export type ReadBody = <T>(schema: z.ZodType<T>) => Promise<T>

export type TokenAnswer = { readonly conversationId: string; readonly token: string; readonly expires_in: number }
export type ConversationAnswer = TokenAnswer & { readonly streamUrl: string }

export type DirectLineApiParts = {
  readonly runTurn: RunTurn
  readonly transcript: Transcript
  readonly tokens: DirectLineTokens
  readonly access: DirectLineAccess
  /** At least 128 random bits in base64url, 22 characters. */
  readonly randomId: () => string
}

const openingSchema = z
  .object({ user: z.object({ id: wireId.nullish() }).nullish(), locale: wireLocale.nullish() })
  .default({})

/**
 * The operations of Direct Line 3.0, whatever server carries them.
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-direct-line-3-0-api-reference
 *
 * Each throws {@link DirectLineError} for a call that is refused.
 */
export type DirectLineApi = ReturnType<typeof createDirectLineApi>

export function createDirectLineApi(parts: DirectLineApiParts) {
  const { runTurn, transcript, tokens, access, randomId } = parts

  const giveToken = async (grant: DirectLineGrant): Promise<TokenAnswer> => ({
    conversationId: grant.conversationId,
    token: await tokens.issue('token', grant),
    expires_in: tokens.lifetimeS,
  })

  const giveConversation = async (call: DirectLineCall, grant: DirectLineGrant, watermark: number) => {
    const path = `/v3/directline/conversations/${grant.conversationId}/stream`
    const credential = await tokens.issue('stream', grant)
    const streamUrl = `${call.baseUrl.replace(/^http/u, 'ws')}${path}?watermark=${watermark}&t=${credential}`
    return { ...(await giveToken(grant)), streamUrl } satisfies ConversationAnswer
  }

  // Nothing of a failed turn was written, so the client never sees its apology: it is told to send the same again.
  const run = async (event: InboundEvent): Promise<TurnOutcome> => {
    const outcome = await runTurn(event)
    if (outcome.failed) throw new DirectLineError('unavailable', 'This could not be taken in. Send it again.')
    return outcome
  }

  const postActivity = async (call: DirectLineCall, conversationId: string, readBody: ReadBody) => {
    const grant = await access.enter(call, conversationId)
    await access.maySay(conversationId)
    const event = toInboundEvent(await readBody(incomingActivitySchema), grant, randomId)
    const sequence = event && (await run(event)).sequence
    return { id: sequence === undefined ? `${conversationId}|${randomId()}` : activityId(conversationId, sequence) }
  }

  return {
    /** `POST tokens/generate` */
    async generateToken(call: DirectLineCall, readBody: ReadBody): Promise<TokenAnswer> {
      await access.mayOpen(call)
      const { user } = await readBody(openingSchema)
      return giveToken({ conversationId: `web-${randomId()}`, userId: user?.id ?? undefined })
    },

    /** `POST tokens/refresh` */
    async refreshToken(call: DirectLineCall): Promise<TokenAnswer> {
      const caller = await access.identify(call.authorization)
      if (caller.kind === 'secret') throw new DirectLineError('not_yours', 'A secret needs no refreshing.')
      return giveToken(caller.grant)
    },

    /** `POST conversations`: the bot greets, once. */
    async startConversation(call: DirectLineCall, readBody: ReadBody): Promise<ConversationAnswer> {
      const caller = await access.identify(call.authorization)
      const { user, locale } = await readBody(openingSchema)
      const grant =
        caller.kind === 'token' ? caller.grant : { conversationId: `web-${randomId()}`, userId: user?.id ?? undefined }
      await access.standingOf(grant.conversationId)
      await run(startEvent(grant, locale))
      return giveConversation(call, grant, 0)
    },

    /** `GET conversations/:id`: a client comes back, and is shown what has been waiting for it. */
    async reconnect(call: DirectLineCall, conversationId: string, watermark?: string): Promise<ConversationAnswer> {
      const grant = await access.enter(call, conversationId)
      const after = parseWatermark(watermark)
      await run(grant.standing === 'unknown' ? startEvent(grant) : visitEvent(grant, randomId))
      return giveConversation(call, grant, after)
    },

    /** `POST conversations/:id/activities` and, with the body taken from its form, `…/upload` */
    postActivity,

    /** `GET conversations/:id/activities`: whoever asks for what comes after an activity has received it. */
    async listActivities(call: DirectLineCall, conversationId: string, watermark?: string): Promise<WireActivitySet> {
      const { caller } = await access.admit(call, conversationId)
      const after = parseWatermark(watermark)
      const found = await transcript.list(conversationId, Math.max(0, after - 1))
      const read = found.find(({ sequence }) => sequence === after)
      const unread = found.filter(({ sequence }) => sequence > after)
      if (read) await transcript.received(conversationId, after)
      if (unread.length === 0 && (read?.body.type === 'endOfConversation' || (caller === 'secret' && !read)))
        throw noSuchConversation()
      return toWireActivitySet(conversationId, unread, after)
    },
  }
}
