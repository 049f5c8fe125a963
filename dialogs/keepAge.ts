import type { DialogTurnResult, WaterfallStepContext } from 'botbuilder-dialogs'

import { tell } from './question.ts'
import { say, type Turn } from './turn.ts'

/**
 * Keeps who is writing. A child under 14 cannot consent alone (개인정보 보호법 §22의2): nothing is kept, and the
 * way on is told in plain words.
 */
export async function keepAge(
  turn: Turn,
  age: 'adult' | 'child' | 'guardian',
  step: WaterfallStepContext,
): Promise<DialogTurnResult | undefined> {
  if (age === 'child') {
    turn.forgetDraft()
    await tell(step, say(turn)('age.childAnswer'))
    return step.endDialog()
  }
  turn.learn({ age })
  return undefined
}
