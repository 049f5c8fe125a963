import { createSecretKey, hkdfSync } from 'node:crypto'

import { errors, jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'

/** What a credential lets its bearer do: take part in one conversation, as one user. */
export type DirectLineGrant = {
  readonly conversationId: string
  /** Id that the client's activities are sent under; absent where each activity names its own. */
  readonly userId?: string | undefined
}

/** `token` works on every route of its conversation, `stream` opens the conversation's stream and nothing else. */
type CredentialKind = 'token' | 'stream'

export type CredentialReading =
  | { readonly ok: true; readonly value: DirectLineGrant; readonly endsAtMs: number }
  | { readonly ok: false; readonly problem: 'invalid' | 'expired' }

export type DirectLineTokens = {
  /** How long a token lives; a stream stays open for as long. */
  readonly lifetimeS: number
  issue(kind: CredentialKind, grant: DirectLineGrant): Promise<string>
  /** `endsAtMs`, since 1970: when a token, or the stream that was opened with it, is over. */
  read(kind: CredentialKind, credential: string): Promise<CredentialReading>
}

export type DirectLineTokensOptions = {
  /** At least 32 bytes that outlive a restart. The signing key is derived from it, so it may serve other purposes too. */
  readonly secret: Uint8Array
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** A laptop that slept through a lunch break keeps its conversation. Direct Line clients renew at 15 minutes. */
  readonly lifetimeS?: number
}

const defaultLifetimeS = 2 * 60 * 60
/** The stream's credential stands in a URL, where it is easily seen: it opens a stream within this time or not at all. */
const streamOpensWithinS = 60

const claimsSchema = z.object({
  kind: z.enum(['token', 'stream']),
  conversation: z.string(),
  user: z.string().optional(),
  ends: z.number(),
})

/** Makes and reads the signed credentials of Direct Line 3.0. Nothing is stored: any instance reads them. */
export function createDirectLineTokens(options: DirectLineTokensOptions): DirectLineTokens {
  const { secret, now, lifetimeS = defaultLifetimeS } = options
  const key = createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', 'sori directline tokens', 32)))

  return {
    lifetimeS,
    issue(kind, { conversationId, userId }) {
      const nowS = Math.floor(now() / 1000)
      const ends = nowS + lifetimeS
      return new SignJWT({ kind, conversation: conversationId, user: userId, ends })
        .setProtectedHeader({ alg: 'HS256' })
        .setExpirationTime(kind === 'token' ? ends : nowS + streamOpensWithinS)
        .sign(key)
    },
    async read(kind, credential) {
      try {
        const verified = await jwtVerify(credential, key, { algorithms: ['HS256'], currentDate: new Date(now()) })
        const claims = claimsSchema.parse(verified.payload)
        if (claims.kind !== kind) return { ok: false, problem: 'invalid' }
        const value = { conversationId: claims.conversation, userId: claims.user }
        return { ok: true, value, endsAtMs: claims.ends * 1000 }
      } catch (error) {
        return { ok: false, problem: error instanceof errors.JWTExpired ? 'expired' : 'invalid' }
      }
    },
  }
}
