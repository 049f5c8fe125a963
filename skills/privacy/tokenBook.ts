import type { TokenType, Vault, VaultEntry } from '../../src/consent/vault.ts'
import type { TextLanguage } from './textLanguage.ts'
import { findEntry, nextToken } from './tokens.ts'

/** The vault while one message is written into it. */
export type TokenBook = {
  /** The token of a value; the same value has the same token, a new one is entered. */
  tokenFor(type: TokenType, value: string): string
  nextToken(type: TokenType): string
  add(entry: VaultEntry): void
  vault(): Vault
}

/** @param reserved tokens that stand in texts already without an entry of their own */
export function openTokenBook(
  before: Vault,
  reserved: readonly { readonly token: string }[],
  language: TextLanguage,
): TokenBook {
  let vault = before
  const next = (type: TokenType): string =>
    nextToken(
      type,
      language,
      [...vault, ...reserved].map(({ token }) => token),
    )
  const add = (entry: VaultEntry): void => {
    vault = [...vault, entry]
  }
  return {
    tokenFor(type, value) {
      const known = findEntry(vault, type, value)
      if (known) return known.token
      const token = next(type)
      add({ token, type, value })
      return token
    },
    nextToken: next,
    add,
    vault: () => vault,
  }
}
