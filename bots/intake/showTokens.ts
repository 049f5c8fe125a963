import { revealTokens } from '../../skills/privacy/revealTokens.ts'
import type { Vault } from '../../src/consent/vault.ts'
import type { ActivityBody, Session } from '../../src/conversations/session.ts'

/** What is kept, as the person reads it: their own words, with the names and numbers they wrote. */
export function showTokens(body: ActivityBody, vault: Vault): ActivityBody {
  return body.text === undefined || vault.length === 0 ? body : { ...body, text: revealTokens(body.text, vault) }
}

/** The values a person is shown: none while they file without a name, so that they see what is filed. */
export function shownVault({ vault, draft }: Pick<Session, 'vault' | 'draft'>): Vault {
  return draft.anonymous === true ? [] : vault
}
