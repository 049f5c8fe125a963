import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'

import { z } from 'zod'

import { CONSENT_PURPOSES, type ConsentPurpose } from './consent.ts'

/** What a link to the consent page is for: one conversation, and the versions of the notices that will be shown. */
export type ConsentGrant = {
  readonly conversationId: string
  readonly versions: Readonly<Partial<Record<ConsentPurpose, string>>>
}

type ConsentLinkReading =
  | { readonly ok: true; readonly grant: ConsentGrant; readonly expiresAt: Date }
  | { readonly ok: false; readonly problem: 'forged' | 'expired' }

/** Makes and reads the tokens in links to the consent page. Nothing is stored: any instance reads them. */
export type ConsentLinks = {
  issue(grant: ConsentGrant): string
  read(token: string): ConsentLinkReading
}

const LIFETIME_MS = 30 * 60_000
const TOKEN = /^([\w-]{1,1000})\.([\w-]{43})$/

const claimsSchema = z.strictObject({
  conversation: z.string(),
  versions: z.partialRecord(z.enum(CONSENT_PURPOSES), z.string()),
  /** Milliseconds since 1970. */
  ends: z.number(),
  /** Tells links made in the same moment apart. */
  id: z.string(),
})

/** @param options.secret at least 32 bytes that outlive a restart; the signing key is derived from it */
export function createConsentLinks(options: {
  readonly secret: Uint8Array
  readonly now: () => Date
  readonly newId: () => string
}): ConsentLinks {
  const { secret, now, newId } = options
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'sori consent links', 32))
  const sign = (claims: string): string => createHmac('sha256', key).update(claims).digest('base64url')

  return {
    issue({ conversationId, versions }) {
      const claims = { conversation: conversationId, versions, ends: now().getTime() + LIFETIME_MS, id: newId() }
      const encoded = Buffer.from(JSON.stringify(claims)).toString('base64url')
      return `${encoded}.${sign(encoded)}`
    },

    read(token) {
      const [, encoded = '', signature = ''] = TOKEN.exec(token) ?? []
      if (!isSame(signature, sign(encoded))) return { ok: false, problem: 'forged' }
      const claims = claimsSchema.parse(JSON.parse(Buffer.from(encoded, 'base64url').toString('utf8')))
      if (claims.ends <= now().getTime()) return { ok: false, problem: 'expired' }
      const grant = { conversationId: claims.conversation, versions: claims.versions }
      return { ok: true, grant, expiresAt: new Date(claims.ends) }
    },
  }
}

function isSame(given: string, wanted: string): boolean {
  return given.length === wanted.length && timingSafeEqual(Buffer.from(given), Buffer.from(wanted))
}
