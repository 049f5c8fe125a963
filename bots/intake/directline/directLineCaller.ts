import { createHash, timingSafeEqual } from 'node:crypto'

import { DirectLineError } from './directLineError.ts'
import type { DirectLineGrant, DirectLineTokens } from './directLineTokens.ts'

/** Who calls: a server that knows the secret, or a client that was given a token for one conversation. */
export type DirectLineCaller = { readonly kind: 'secret' } | { readonly kind: 'token'; readonly grant: DirectLineGrant }

/**
 * Makes the function that tells who calls, by the `Authorization` header.
 *
 * @param secret `DIRECTLINE_SECRET`; without one, nobody calls as a server
 * @throws {DirectLineError} `unauthorized` for no or a nonsense credential, `token_expired` (by the function)
 */
export function createIdentifyCaller(
  tokens: DirectLineTokens,
  secret: string | undefined,
): (authorization: string | undefined) => Promise<DirectLineCaller> {
  return async (authorization = '') => {
    const credential = /^Bearer +(\S+)$/iu.exec(authorization)?.[1]
    if (!credential) throw new DirectLineError('unauthorized', 'Send Authorization: Bearer with a token or the secret.')
    if (secret && isSame(credential, secret)) return { kind: 'secret' }
    const reading = await tokens.read('token', credential)
    if (reading.ok) return { kind: 'token', grant: reading.value }
    if (reading.problem === 'expired') throw new DirectLineError('token_expired', 'The token has expired.')
    throw new DirectLineError('unauthorized', 'This is neither a token nor the secret.')
  }
}

/** Compares digests, so that the time it takes tells nothing about either text. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(one), digest(other))
}
