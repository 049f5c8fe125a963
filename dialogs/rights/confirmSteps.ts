import type { DialogTurnResult, WaterfallStep, WaterfallStepContext } from 'botbuilder-dialogs'

import type { RightsOrder } from '../../src/consent/rightsOrder.ts'
import { keptBecause, type RightsPlan } from '../../src/consent/rights.ts'
import type { RightsRequest } from '../../src/consent/rightsRequest.ts'
import { dropRefusedStory, keepConsent } from '../keepConsent.ts'
import { tell } from '../question.ts'
import { givenConsents, withdrawConfirm } from '../questions/rights.ts'
import { say, type Turn, turnOf } from '../turn.ts'
import { forgetNumbers, inUse } from './forgetTokens.ts'
import { stopHere } from './names.ts'
import { planOf } from './order.ts'
import { fileRequest } from './request.ts'

type OwnOrder = Exclude<RightsOrder, { kind: 'erase_nameless' }>

const NO_PLAN: RightsPlan = { destroy: [], bare: [], forgetContact: [], conversation: 'stays', keep: [] }

/** Says what the order comes to, asks for a yes, and has it done. */
export const confirmSteps: readonly WaterfallStep[] = [
  (step) => step.beginDialog(withdrawConfirm.id),
  async (step) => {
    const { order } = turnOf(step).draft
    if (step.result !== true || !order) return stopHere(step)
    turnOf(step).learn({ order: undefined })
    return order.kind === 'erase_nameless' ? eraseNameless(step, order.secretHash) : carryOut(step, order)
  },
]

async function carryOut(step: WaterfallStepContext, order: OwnOrder): Promise<DialogTurnResult> {
  const turn = turnOf(step)
  const plan = planOf(turn, order)
  if (order.kind === 'withdraw') withdraw(turn, order.purpose, plan)
  else turn.effects.push({ kind: 'erase', plan })
  if (plan.conversation === 'goes') return sayGoodbye(step)
  forgetTokens(turn, plan)
  await tell(step, doneText(turn, order, plan))
  if (plan.keep.length > 0) {
    await fileRequest(step, requestOf(order, plan))
  }
  // A complaint under way begins its steps anew: what it was told may be gone.
  return step.endDialog(order.kind === 'withdraw' ? 'consented' : undefined)
}

// What must be kept for a while is kept on the consent to collection, which ends when the privacy officer has decided;
// every other consent ends now.
function withdraw(turn: Turn, purpose: Extract<OwnOrder, { kind: 'withdraw' }>['purpose'], plan: RightsPlan): void {
  if (purpose === 'collect' && plan.keep.length > 0) {
    turn.effects.push({ kind: 'erase', plan })
    for (const other of givenConsents(turn).filter((given) => given !== 'collect')) withdraw(turn, other, NO_PLAN)
    return
  }
  keepConsent(turn, purpose, false)
  turn.effects.push({ kind: 'withdraw', purpose, plan })
  dropRefusedStory(turn)
  if (purpose !== 'contact') return
  turn.learn({ phone: undefined })
  forgetNumbers(turn)
}

// Nothing of the conversation is left to go on with, whatever lay beneath.
async function sayGoodbye(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const turn = turnOf(step)
  const request = await turn.ports.findGuardianRequest(turn.session.conversationId)
  if (request) turn.effects.push({ kind: 'forget_guardian', requestId: request.id })
  const { noticeVersions: _answered, prompt: _asked, ...session } = turn.session
  turn.session = { ...session, isDurable: false, draft: {}, vault: [], consents: { collect: false } }
  await tell(step, say(turn)('rights.erasedAll'))
  await step.parent?.cancelAllDialogs()
  return step.endDialog()
}

// The values behind what was said go with it; what a complaint under way or this very message names stays.
function forgetTokens(turn: Turn, plan: RightsPlan): void {
  if (plan.destroy.length === 0 && plan.conversation === 'stays') return
  turn.session = { ...turn.session, vault: inUse(turn) }
}

function doneText(turn: Turn, order: OwnOrder, plan: RightsPlan): string {
  const t = say(turn)
  if (order.kind === 'withdraw' && (order.purpose !== 'collect' || plan.keep.length === 0)) {
    return t('rights.withdrawn', { purpose: t(`rights.purpose.${order.purpose}`) })
  }
  return t(plan.destroy.length > 0 ? 'rights.erased' : 'rights.noted')
}

function requestOf(order: OwnOrder, { keep }: RightsPlan): RightsRequest {
  const tickets = keep.map(({ number }) => number)
  if (order.kind === 'withdraw') return { right: 'withdraw', tickets, purpose: order.purpose }
  return { right: 'erase', tickets, everything: order.kind === 'erase_all' }
}

async function eraseNameless(step: WaterfallStepContext, secretHash: string): Promise<DialogTurnResult> {
  const turn = turnOf(step)
  const ticket = await turn.ports.findTicketBySecret(secretHash)
  const isErased = ticket !== undefined && keptBecause(ticket, turn.ports.hospital) === undefined
  if (isErased) {
    turn.effects.push({ kind: 'erase', plan: { ...NO_PLAN, destroy: [{ id: ticket.id, number: ticket.number }] } })
  }
  await tell(step, say(turn)(isErased ? 'rights.erased' : 'rights.gone'))
  return step.endDialog()
}
