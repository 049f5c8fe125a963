import type { Limit, RateLimit } from '../../../src/live/live.ts'
import type { Transcript } from '../inbound.ts'
import { createIdentifyCaller, type DirectLineCaller } from './directLineCaller.ts'
import { DirectLineError } from './directLineError.ts'
import type { DirectLineGrant, DirectLineTokens } from './directLineTokens.ts'

/** What an HTTP request tells besides its body. */
export type DirectLineCall = {
  readonly authorization: string | undefined
  /** The request comes from a page that may open conversations without a secret. */
  readonly originAllowed: boolean
  readonly ip: string
  /** Where the caller reaches us, such as `https://sori.example`. */
  readonly baseUrl: string
}

/** A caller let into a conversation. */
export type Admission = DirectLineGrant & { readonly caller: DirectLineCaller['kind'] }

export type DirectLineAccessParts = {
  readonly transcript: Transcript
  readonly tokens: DirectLineTokens
  readonly rateLimit: RateLimit
  /** `DIRECTLINE_SECRET`; without one, only the allowed origins open conversations. */
  readonly secret?: string | undefined
}

/** A whole waiting room may share one address. */
const openingsPerAddress = { points: 30, perSeconds: 60 }
/** Twice a second, without a pause, is no person. */
const sayingsPerConversation = { points: 120, perSeconds: 60 }

/** Conversations of other channels live in the same transcript and are none of Direct Line's business. */
const conversationIdPattern = /^web-[\w-]{22,64}$/u

/** Decides who may do what. Each function throws a {@link DirectLineError} where the answer is no. */
export type DirectLineAccess = ReturnType<typeof createDirectLineAccess>

export function createDirectLineAccess({ transcript, tokens, rateLimit, secret }: DirectLineAccessParts) {
  const identify = createIdentifyCaller(tokens, secret)

  const admit = async (call: DirectLineCall, conversationId: string): Promise<Admission> => {
    const caller = await identify(call.authorization)
    return { caller: caller.kind, ...grantFor(caller, conversationId) }
  }

  const limit = async (key: string, by: Limit): Promise<void> => {
    const { allowed, retryAfterSeconds } = await rateLimit.take(`directline:${key}`, by)
    if (!allowed) throw new DirectLineError('too_many_requests', 'Try again later.', retryAfterSeconds)
  }

  const standingOf = async (conversationId: string): Promise<'unknown' | 'open'> => {
    const last = (await transcript.list(conversationId, 0)).at(-1)
    if (last?.body.type === 'endOfConversation') throw noSuchConversation()
    return last ? 'open' : 'unknown'
  }

  return {
    identify,
    admit,

    /** Whether a caller may be given a token for a new conversation. */
    async mayOpen(call: DirectLineCall): Promise<void> {
      if (!call.authorization && call.originAllowed) {
        await limit(call.ip, openingsPerAddress)
      } else if ((await identify(call.authorization)).kind === 'token') {
        throw new DirectLineError('not_yours', 'A token is given out for the secret or to an allowed origin.')
      }
    },

    /** Whether one more activity may be posted now. */
    maySay: async (conversationId: string): Promise<void> => limit(conversationId, sayingsPerConversation),

    /** Whether a conversation can go on, or begin. */
    standingOf,

    /** Lets a caller into a conversation that can go on. A token's own conversation may be one that has yet to begin. */
    async enter(call: DirectLineCall, conversationId: string): Promise<Admission & { standing: 'unknown' | 'open' }> {
      const admission = await admit(call, conversationId)
      const standing = await standingOf(conversationId)
      if (standing === 'unknown' && admission.caller === 'secret') throw noSuchConversation()
      return { ...admission, standing }
    },
  }
}

/** The error of a conversation that nobody knows, or that has ended. */
export function noSuchConversation(): DirectLineError {
  return new DirectLineError('unknown_conversation', 'There is no such conversation, or it has ended.')
}

function grantFor(caller: DirectLineCaller, conversationId: string): DirectLineGrant {
  if (caller.kind === 'token' && caller.grant.conversationId === conversationId) return caller.grant
  if (caller.kind === 'token') throw new DirectLineError('not_yours', 'The token is for another conversation.')
  if (!conversationIdPattern.test(conversationId)) throw noSuchConversation()
  return { conversationId }
}
