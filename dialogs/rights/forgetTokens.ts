import { findEntry } from '../../skills/privacy/tokens.ts'
import { type Vault, vaultOf } from '../../src/consent/vault.ts'
import type { Turn } from '../turn.ts'

/** What a complaint under way or this very message names. */
export function inUse({ session, draft, reply }: Turn): Vault {
  const { story, where, wish } = draft
  return vaultOf(session.vault, [story, where, wish, reply.text])
}

/** Lets go of the numbers somebody could be reached at: they stand in the transcript as tokens, which lose their values. */
export function forgetNumbers(turn: Turn): void {
  const told = inUse(turn)
  keep(turn, (entry) => entry.type !== 'phone' || told.includes(entry))
}

/** Lets go of a name that was wrong. */
export function forgetName(turn: Turn, name: string): void {
  const wrong = findEntry(turn.session.vault, 'name', name)
  keep(turn, (entry) => entry !== wrong)
}

function keep(turn: Turn, stays: (entry: Vault[number]) => boolean): void {
  turn.session = { ...turn.session, vault: turn.session.vault.filter(stays) }
}
