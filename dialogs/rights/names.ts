import type { DialogTurnResult, WaterfallStepContext } from 'botbuilder-dialogs'

import { tell } from '../question.ts'
import { say, turnOf } from '../turn.ts'

/** Waterfalls of the rights dialog. */
export const CORRECT = 'rights.steps.correct'
export const ERASE = 'rights.steps.erase'
export const WITHDRAW = 'rights.steps.withdraw'
export const OTHER = 'rights.steps.other'
export const CONFIRM = 'rights.steps.confirm'

/** Ends with everything left as it was. */
export async function stopHere(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const turn = turnOf(step)
  turn.learn({ order: undefined })
  await tell(step, say(turn)('rights.stopped'))
  return step.endDialog()
}
