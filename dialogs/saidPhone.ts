import { readPhone } from './reading.ts'
import type { Turn } from './turn.ts'

/**
 * Takes the number a person already told in their story for the one they want to be called at, where they told just one: it
 * stands in the summary, where it can be changed.
 */
export function takeSaidPhone(turn: Turn): void {
  const { draft, session } = turn
  const isWanted = session.consents.contact === true && draft.anonymous !== true && draft.age !== 'child'
  if (!isWanted || draft.phone !== undefined || draft.askFor === 'phone') return
  const said = session.vault.filter(({ type, token }) => type === 'phone' && draft.story?.includes(token))
  const [only, ...others] = said.map(({ value }) => readPhone(value))
  if (only !== undefined && others.length === 0) turn.learn({ phone: only })
}
