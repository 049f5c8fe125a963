import { ActivityHandler } from 'botbuilder'
import { DialogSet, type DialogState, DialogTurnStatus } from 'botbuilder-dialogs'

import { MainDialog } from '../../dialogs/mainDialog.ts'
import { turnOf } from '../../dialogs/turn.ts'
import { dialogMake } from './dialogMake.ts'

/** The patients' bot: whatever comes in, the main dialog goes on or begins. */
export class IntakeBot extends ActivityHandler {
  constructor() {
    super()
    const main = new MainDialog()
    const make = dialogMake(main)

    this.onMessage(async (context, next) => {
      const turn = turnOf({ context })
      const dialogs = new DialogSet({
        get: async () => readDialogState(turn.session.dialogState, make),
        set: async () => undefined,
        delete: async () => undefined,
      })
      dialogs.add(main)
      const dc = await dialogs.createContext(context)
      const result = await dc.continueDialog()
      if (result.status === DialogTurnStatus.empty) await dc.beginDialog(main.id)
      turn.session = { ...turn.session, dialogState: { make, dialogStack: dc.stack } }
      await next()
    })
  }
}

// A stack left by dialogs of another make cannot go on. The draft is kept, and the menu offers to go on with it.
function readDialogState(stored: Readonly<Record<string, unknown>>, make: string): DialogState {
  const { dialogStack } = stored
  const isOurs = stored['make'] === make && Array.isArray(dialogStack)
  return { dialogStack: isOurs ? structuredClone(dialogStack) : [] }
}
