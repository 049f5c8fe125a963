import type { DialogTurnResult, WaterfallStepContext } from 'botbuilder-dialogs'

import { tell } from './question.ts'
import { menu } from './questions/menu.ts'
import { numberOf, summary } from './questions/summary.ts'
import { say, turnOf } from './turn.ts'

/**
 * Answers a tap that comes when nothing is being asked: "submit" tapped twice is told the same number again, any other
 * is told that its question is gone, and the menu follows.
 */
export async function answerLateTap(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const turn = turnOf(step)
  const t = say(turn)
  const { choice } = turn.reply
  const isSubmit = choice?.prompt === summary.id && choice.value === 'submit'
  const own = isSubmit ? await turn.ports.findOwnTickets(turn.session.conversationId) : []
  const filed = own.find(({ number }) => number === numberOf(choice?.nonce))
  if (filed) {
    const { number, state } = filed
    await tell(step, t('filed.again', { number }), { ticket: { number, state } })
    return step.endDialog()
  }
  await tell(step, t(isSubmit ? 'filed.once' : 'late'))
  return step.beginDialog(menu.id)
}
