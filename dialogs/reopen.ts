import type { Part } from './asides/readCorrection.ts'
import type { Turn } from './turn.ts'

/** Forgets one part of what was told, or marks it, so that it is asked again though it may not need to be known. */
export function reopen(turn: Turn, part: Part): void {
  if (part === 'story') turn.learn({ story: undefined })
  if (part === 'when') turn.learn({ when: undefined })
  if (part === 'where') turn.learn({ askFor: 'where' })
  if (part === 'wish') turn.learn({ askFor: 'wish' })
  if (part === 'phone') turn.learn({ phone: undefined, askFor: 'phone' })
}
