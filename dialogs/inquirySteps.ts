import type { WaterfallStep } from 'botbuilder-dialogs'

import { tell } from './question.ts'
import { inquiryNext, type InquiryChoice } from './questions/inquiryNext.ts'
import { say, turnOf } from './turn.ts'

/**
 * Steps after an answer that makes no ticket by itself. What was asked goes along into a complaint or a question for
 * staff; whatever else is said is heard as if nothing were being asked.
 *
 * @param start the waterfall that hears what is said when nothing is being asked
 */
export function inquirySteps(start: string): WaterfallStep[] {
  return [
    async (step) => step.beginDialog(inquiryNext.id),
    async (step) => {
      const choice: InquiryChoice = step.result
      const turn = turnOf(step)
      if (choice === 'other') return step.replaceDialog(start)
      if (choice === 'done') {
        turn.forgetDraft()
        await tell(step, say(turn)('inquiry.closed'))
        return step.endDialog()
      }
      turn.learn({ type: choice === 'file' ? 'complaint' : 'inquiry' })
      return step.replaceDialog('complaint')
    },
  ]
}
