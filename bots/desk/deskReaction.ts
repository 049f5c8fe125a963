import type { DeskResult } from '../../src/tickets/deskStep.ts'
import { mention, problemText } from './problemText.ts'
import { type Reaction, tell } from './reaction.ts'

/** What the one who pressed is told of a step: nothing when it was taken (the card shows it) or is a repeat. */
export function deskReaction(result: DeskResult): Reaction | undefined {
  if (result.ok || result.problem === 'repeated') return undefined
  return tell(problemText(result.problem, result.ticket, mention))
}
