import type { DialogTurnResult, WaterfallStep, WaterfallStepContext } from 'botbuilder-dialogs'

import type { QuestionSpec } from './question.ts'
import { type Turn, turnOf } from './turn.ts'

/**
 * Two waterfall steps: one asks a question unless its answer is known, the next keeps the answer.
 *
 * `keep` may answer with a dialog result of its own (an end, a restart); otherwise the waterfall goes on.
 */
export function askUnlessKnown<T>(
  question: QuestionSpec<T>,
  isKnown: (turn: Turn) => boolean,
  keep: (turn: Turn, answer: T, step: WaterfallStepContext) => void | Promise<void | DialogTurnResult>,
): readonly WaterfallStep[] {
  return [
    async (step) => (isKnown(turnOf(step)) ? step.next() : step.beginDialog(question.id)),
    async (step) => {
      // A skipped question leaves no result; every question that was asked leaves one.
      if (step.result === undefined) return step.next()
      const answer: T = step.result
      turnOf(step).noteAnswered(question.id)
      return (await keep(turnOf(step), answer, step)) ?? step.next()
    },
  ]
}
