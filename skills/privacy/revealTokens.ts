import type { Vault } from '../../src/consent/vault.ts'
import { TOKEN } from './tokens.ts'

/** The text with each token of `vault` turned back into its value; tokens nobody knows stay as they are. */
export function revealTokens(text: string, vault: Vault): string {
  const values = new Map(vault.map(({ token, value }) => [token, value]))
  return text.replace(TOKEN, (token) => values.get(token) ?? token)
}
