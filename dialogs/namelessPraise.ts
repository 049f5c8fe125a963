import type { Turn } from './turn.ts'
import { isPraise } from './isPraise.ts'

/**
 * Thanks and ideas are taken without a name, and so without age and consents, unless the person wants an answer or has
 * agreed to be known before. Nothing of who they are is kept of them, and what has no owner needs nobody's consent.
 */
export function beginNameless(turn: Turn): void {
  const { draft, session } = turn
  if (!isPraise(turn) || draft.wantsAnswer === true || draft.anonymous === true) return
  const isKnown = session.isDurable || session.consents.collect !== undefined || draft.age !== undefined
  if (!isKnown) turn.learn({ anonymous: true })
}

/** Tells whether somebody is without a name because they praise, not because they refused to be known. */
export function isNamelessByPraise({ draft, session }: Turn): boolean {
  return draft.anonymous === true && draft.age === undefined && session.consents.collect === undefined
}
