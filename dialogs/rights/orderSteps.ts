import type { WaterfallStep } from 'botbuilder-dialogs'

import type { ConsentPurpose } from '../../src/consent/consent.ts'
import { tell } from '../question.ts'
import { givenConsents, rightsConsent, rightsTicket } from '../questions/rights.ts'
import { say, turnOf } from '../turn.ts'
import { holdingsOf } from './holdings.ts'
import { stopHere } from './names.ts'

/** Which ticket is to be deleted, or everything. */
export const eraseSteps: readonly WaterfallStep[] = [
  async (step) => (holdingsOf(turnOf(step)).tickets.length > 0 ? step.beginDialog(rightsTicket.id) : step.next('all')),
  async (step) => {
    const which: string = step.result
    if (which === 'stop') return stopHere(step)
    turnOf(step).learn({ order: which === 'all' ? { kind: 'erase_all' } : { kind: 'erase', number: which } })
    return step.next()
  },
]

/** Which consent is to be taken back. */
export const withdrawSteps: readonly WaterfallStep[] = [
  async (step) => {
    const turn = turnOf(step)
    if (givenConsents(turn).length > 0) return step.beginDialog(rightsConsent.id)
    await tell(step, say(turn)('rights.noConsent'))
    return step.endDialog()
  },
  async (step) => {
    const purpose: ConsentPurpose | 'stop' = step.result
    if (purpose === 'stop') return stopHere(step)
    turnOf(step).learn({ order: { kind: 'withdraw', purpose } })
    return step.next()
  },
]
