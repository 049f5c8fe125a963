import { ActivityHandler } from 'botbuilder'
import { DialogSet, type DialogState, DialogTurnStatus } from 'botbuilder-dialogs'

import { MainDialog } from '../../dialogs/mainDialog.ts'
import { turnOf } from '../../dialogs/turn.ts'

/** The patients' bot: whatever comes in, the main dialog goes on or begins. */
export class IntakeBot extends ActivityHandler {
  constructor() {
    super()
    this.onMessage(async (context, next) => {
      const turn = turnOf({ context })
      const dialogs = new DialogSet({
        get: async () => readDialogState(turn.session.dialogState),
        set: async (_context, value: DialogState) => {
          turn.session = { ...turn.session, dialogState: { dialogStack: value.dialogStack } }
        },
        delete: async () => undefined,
      })
      dialogs.add(new MainDialog())
      const dc = await dialogs.createContext(context)
      const result = await dc.continueDialog()
      if (result.status === DialogTurnStatus.empty) await dc.beginDialog('main')
      turn.session = { ...turn.session, dialogState: { dialogStack: dc.stack } }
      await next()
    })
  }
}

function readDialogState(stored: Readonly<Record<string, unknown>>): DialogState {
  return { dialogStack: Array.isArray(stored['dialogStack']) ? structuredClone(stored['dialogStack']) : [] }
}
