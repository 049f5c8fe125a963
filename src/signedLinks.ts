import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'

import { z } from 'zod'

/** What every kind of link is made with. */
export type LinkParts = {
  /** At least 32 bytes that outlive a restart; the signing key is derived from it. */
  readonly secret: Uint8Array
  readonly now: () => Date
  readonly newId: () => string
}

type LinkReading<T> =
  | { readonly ok: true; readonly content: T; readonly expiresAt: Date }
  | { readonly ok: false; readonly problem: 'forged' | 'expired' }

/** Makes and reads the tokens in links, good for half an hour. Nothing is stored: any instance reads them. */
export type SignedLinks<T> = {
  issue(content: T): string
  read(token: string): LinkReading<T>
}

const LIFETIME_MS = 30 * 60_000
const TOKEN = /^([\w-]{1,1000})\.([\w-]{43})$/

/**
 * Builds one kind of link.
 *
 * @param kind tells kinds apart: a token of one is forged for every other
 */
export function createSignedLinks<T>(
  kind: string,
  content: z.ZodType<T>,
  { secret, now, newId }: LinkParts,
): SignedLinks<T> {
  const key = Buffer.from(hkdfSync('sha256', secret, '', `sori ${kind} links`, 32))
  const sign = (claims: string): string => createHmac('sha256', key).update(claims).digest('base64url')
  // `ends` in milliseconds since 1970; `id` tells links made in the same moment apart.
  const claimsSchema = z.strictObject({ content, ends: z.number(), id: z.string() })

  return {
    issue(content) {
      const claims = { content, ends: now().getTime() + LIFETIME_MS, id: newId() }
      const encoded = Buffer.from(JSON.stringify(claims)).toString('base64url')
      return `${encoded}.${sign(encoded)}`
    },

    read(token) {
      const [, encoded = '', signature = ''] = TOKEN.exec(token) ?? []
      if (!isSame(signature, sign(encoded))) return { ok: false, problem: 'forged' }
      const claims = claimsSchema.parse(JSON.parse(Buffer.from(encoded, 'base64url').toString('utf8')))
      if (claims.ends <= now().getTime()) return { ok: false, problem: 'expired' }
      return { ok: true, content: claims.content, expiresAt: new Date(claims.ends) }
    },
  }
}

function isSame(given: string, wanted: string): boolean {
  return given.length === wanted.length && timingSafeEqual(Buffer.from(given), Buffer.from(wanted))
}
