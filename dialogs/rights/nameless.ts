import type { DialogTurnResult, WaterfallStepContext } from 'botbuilder-dialogs'

import { keptBecause } from '../../src/consent/rights.ts'
import { objectionLines } from '../../src/hospital/objectionLines.ts'
import { callNameless, hashSecret } from '../filing.ts'
import { tell } from '../question.ts'
import { say, turnOf } from '../turn.ts'
import { CONFIRM } from './names.ts'

/** Opens what was filed without a name by its secret: how it stands, and, where it may be, its deletion. */
export async function openNameless(step: WaterfallStepContext, secret: string): Promise<DialogTurnResult> {
  const turn = turnOf(step)
  const t = say(turn)
  const { ports, session } = turn
  if (!(await ports.takeTry(`status:${session.conversationId}`))) {
    await tell(step, t('status.tooMany'))
    return step.endDialog()
  }
  const secretHash = hashSecret(turn, secret)
  const ticket = await ports.findTicketBySecret(secretHash)
  if (!ticket) {
    await tell(step, t('rights.secretUnknown'))
    return step.endDialog()
  }
  const number = callNameless(turn, ticket.number)
  const state = t(`status.state.${ticket.state}`)
  const because = keptBecause(ticket, ports.hospital)
  if (because) {
    const why = t(`rights.because.${because}`)
    const lines = objectionLines(ports.hospital, session.language)
    await tell(step, t('rights.namelessKept', { number, state, why, lines }))
    return step.endDialog()
  }
  turn.learn({ order: { kind: 'erase_nameless', secretHash } })
  await tell(step, t('status.lineDone', { number, state }))
  return step.replaceDialog(CONFIRM)
}
