import { createSecretKey, hkdfSync } from 'node:crypto'

import { errors, jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'

const LIFETIME_S = 30 * 60

const claimsSchema = z.object({ conversation: z.string().min(1) })

type MyDataLinkReading =
  | { readonly ok: true; readonly conversationId: string }
  | { readonly ok: false; readonly problem: 'forged' | 'expired' }

/** Makes and reads the tokens in links to a person's own data: one conversation's, for half an hour. Nothing is stored. */
export type MyDataLinks = {
  issue(conversationId: string): Promise<string>
  read(token: string): Promise<MyDataLinkReading>
}

/** @param options.secret at least 32 bytes that outlive a restart; the signing key is derived from it */
export function createMyDataLinks(options: { readonly secret: Uint8Array; readonly now: () => Date }): MyDataLinks {
  const { secret, now } = options
  const key = createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', 'sori my data links', 32)))

  return {
    issue: async (conversationId) =>
      new SignJWT({ conversation: conversationId })
        .setProtectedHeader({ alg: 'HS256' })
        .setExpirationTime(Math.floor(now().getTime() / 1000) + LIFETIME_S)
        .sign(key),

    async read(token) {
      try {
        const { payload } = await jwtVerify(token, key, { algorithms: ['HS256'], currentDate: now() })
        return { ok: true, conversationId: claimsSchema.parse(payload).conversation }
      } catch (error) {
        return { ok: false, problem: error instanceof errors.JWTExpired ? 'expired' : 'forged' }
      }
    },
  }
}
