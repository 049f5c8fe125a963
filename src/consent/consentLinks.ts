import { z } from 'zod'

import { createSignedLinks, type LinkParts, type SignedLinks } from '../signedLinks.ts'
import { CONSENT_PURPOSES, type ConsentPurpose } from './consent.ts'

/** What a link to the consent page is for: one conversation, and the versions of the notices that will be shown. */
export type ConsentGrant = {
  readonly conversationId: string
  readonly versions: Readonly<Partial<Record<ConsentPurpose, string>>>
}

/** Links to the consent page. */
export type ConsentLinks = SignedLinks<ConsentGrant>

const grantSchema = z.strictObject({
  conversationId: z.string(),
  versions: z.partialRecord(z.enum(CONSENT_PURPOSES), z.string()),
})

/** Builds them. */
export function createConsentLinks(parts: LinkParts): ConsentLinks {
  return createSignedLinks<ConsentGrant>('consent', grantSchema, parts)
}
