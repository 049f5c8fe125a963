import type { Holdings } from '../../src/consent/rights.ts'
import type { Turn } from '../turn.ts'

const LOADED = new WeakMap<Turn, Holdings>()

/** Looks up what is held about the person, once a turn, before any question about it is put or read. */
export async function loadHoldings(turn: Turn): Promise<void> {
  if (!LOADED.has(turn)) LOADED.set(turn, await turn.ports.findHoldings(turn.session.conversationId))
}

/** What is held about the person, as it stood when this turn began. */
export function holdingsOf(turn: Turn): Holdings {
  const holdings = LOADED.get(turn)
  if (!holdings) throw new Error('What is held was not looked up.')
  return holdings
}
