import type { DialogContext } from 'botbuilder-dialogs'

import type { Turn } from '../turn.ts'

/** Options of the complaint dialog for a story that was read before; see its own waterfall. */
export const READ_BEFORE = { isRead: true } as const

/**
 * Where something was said: before anything was asked, at the menu or after an answer to a question of one's own
 * (`open`), on the way to a ticket, in one of the dialogs beside it, or where every word belongs to what is asked.
 */
export type Place = 'open' | 'complaint' | 'side' | 'closed'

/** Questions that take any words for their answer. */
const TAKES_ANY_WORDS: ReadonlySet<string | undefined> = new Set([
  'complaint.story',
  'complaint.where',
  'complaint.wish',
  'consent.guardian',
])

export function placeOf(dc: Pick<DialogContext, 'activeDialog'>, turn: Turn): Place {
  const id = dc.activeDialog?.id
  if (id === undefined || id === 'main.steps' || id === 'menu' || id.startsWith('inquiry')) return 'open'
  if (id === 'callback' || id === 'status') return 'side'
  return id === 'complaint' && turn.session.prompt?.id !== 'consent.guardian' ? 'complaint' : 'closed'
}

/** Tells whether the question the person is looking at would take any words for its answer. */
export function takesAnyWords(turn: Turn): boolean {
  return TAKES_ANY_WORDS.has(turn.session.prompt?.id)
}
