import type { DialogContext, DialogTurnResult } from 'botbuilder-dialogs'

import { RETENTION } from '../../src/retention/retention.ts'
import { tell } from '../question.ts'
import { say, type Turn, turnOf } from '../turn.ts'
import { placeOf } from './place.ts'
import { askAgain, type ToMenu } from './askAgain.ts'

const DRAFT_KEPT_MS = RETENTION.draft.period.hours * 60 * 60_000

/**
 * Takes up what somebody was telling, however long they were silent: at the question where they stopped, or from the draft
 * while it lives. Where nothing is left, that is said.
 */
export async function resume(dc: DialogContext, toMenu: ToMenu): Promise<DialogTurnResult> {
  const turn = turnOf(dc)
  const t = say(turn)
  const isOutlived = dropOutlivedDraft(turn)
  if (isOutlived || (turn.draft.story === undefined && placeOf(dc, turn) === 'open')) {
    await tell(dc, t('asides.nothingLeft'))
    return toMenu()
  }
  await tell(dc, t('asides.stillHere'))
  if (placeOf(dc, turn) !== 'open') return askAgain(dc, toMenu)
  await dc.cancelAllDialogs()
  return dc.beginDialog('complaint')
}

// The daily job drops such a draft; whoever comes back before it runs finds it gone all the same.
function dropOutlivedDraft(turn: Turn): boolean {
  const { lastTurnAt } = turn.session
  const isOutlived = lastTurnAt > 0 && turn.ports.now().getTime() - lastTurnAt > DRAFT_KEPT_MS
  if (isOutlived) turn.forgetDraft()
  return isOutlived
}
