import type { DialogContext, DialogTurnResult } from 'botbuilder-dialogs'

import { absorbStory, mayTakeIn } from '../absorb.ts'
import { turnOf } from '../turn.ts'

/** The waterfall that begins with the offer. */
export const INQUIRY = 'inquiry'

/**
 * Asks, after something was answered that makes no ticket by itself, whether it is to become one. The words are kept
 * with the draft until then, where they may be, and are forgotten with it.
 */
export async function offerToFile(dc: DialogContext): Promise<DialogTurnResult> {
  const turn = turnOf(dc)
  turn.forgetDraft()
  if (mayTakeIn(turn)) {
    absorbStory(turn, turn.reply.text)
    turn.learn({ type: 'inquiry' })
  }
  await dc.cancelAllDialogs()
  return dc.beginDialog(INQUIRY)
}
