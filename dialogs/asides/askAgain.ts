import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs'

/** Brings somebody to the menu. */
export type ToMenu = () => Promise<DialogTurnResult>

/** Puts the open question once more; where there is none, the menu. */
export async function askAgain(dc: DialogContext, toMenu: ToMenu): Promise<DialogTurnResult> {
  if (!dc.activeDialog) return toMenu()
  await dc.repromptDialog()
  return Dialog.EndOfTurn
}
