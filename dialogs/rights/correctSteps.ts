import type { DialogTurnResult, WaterfallStep, WaterfallStepContext } from 'botbuilder-dialogs'

import type { HeldTicket } from '../../src/consent/rights.ts'
import { tell } from '../question.ts'
import { phone } from '../questions/complaint.ts'
import {
  correctable,
  correctName,
  rightsCorrect,
  rightsOther,
  rightsWords,
  rightsWordsOf,
} from '../questions/corrections.ts'
import { say, type Turn, turnOf } from '../turn.ts'
import { forgetName, forgetNumbers } from './forgetTokens.ts'
import { stopHere } from './names.ts'
import { fileRequest } from './request.ts'

type What = 'phone' | 'name' | 'words' | 'stop'

/** Kept in the waterfall's values between its steps. */
type Values = { readonly what?: What; readonly number?: string }

/** What is wrong, then what is right: contact at once, words as an addition that goes to the people handling them. */
export const correctSteps: readonly WaterfallStep[] = [
  async (step) => {
    const turn = turnOf(step)
    if (correctable(turn).length > 0) return step.beginDialog(rightsCorrect.id)
    await tell(step, say(turn)('rights.nothingToCorrect'))
    return step.endDialog()
  },
  async (step) => {
    const what: What = step.result
    if (what === 'stop') return stopHere(step)
    remember(step, { what })
    if (what !== 'words') return step.beginDialog(what === 'phone' ? phone.id : correctName.id)
    const [only, ...others] = correctable(turnOf(step))
    return others.length > 0 ? step.beginDialog(rightsWordsOf.id) : step.next(only?.ticket.number)
  },
  async (step) => {
    const answer: string = step.result
    if (answer === 'stop' || answer === '') return stopHere(step)
    const { what } = valuesOf(step)
    if (what === 'phone' || what === 'name') return correctContact(step, what, answer)
    remember(step, { number: answer })
    return step.beginDialog(rightsWords.id)
  },
  async (step) => {
    const { number } = valuesOf(step)
    if (step.result === 'stop' || number === undefined) return stopHere(step)
    await fileRequest(step, { right: 'correct', tickets: [number] }, turnOf(step).reply.text)
    return step.endDialog()
  },
]

/** Any other request, in the person's own words, for the privacy officer. */
export const otherSteps: readonly WaterfallStep[] = [
  (step) => step.beginDialog(rightsOther.id),
  async (step) => {
    if (step.result === 'stop') return stopHere(step)
    await fileRequest(step, { right: 'other', tickets: [] }, turnOf(step).reply.text)
    return step.endDialog()
  },
]

async function correctContact(
  step: WaterfallStepContext,
  what: 'phone' | 'name',
  value: string,
): Promise<DialogTurnResult> {
  const turn = turnOf(step)
  const held = keeping(turn, what)
  if (what === 'phone') forgetNumbers(turn)
  for (const { name } of what === 'name' ? held : []) if (name !== undefined) forgetName(turn, name)
  const tickets = held.map(({ ticket: { id, number } }) => ({ id, number }))
  turn.effects.push({ kind: 'correct', tickets, contact: { [what]: value } })
  await tell(step, say(turn)('rights.corrected'))
  return step.endDialog()
}

// It is one person: what is wrong on one of their tickets is wrong on all.
function keeping(turn: Turn, what: 'phone' | 'name'): readonly HeldTicket[] {
  return correctable(turn).filter((held) => held[what] !== undefined)
}

function remember(step: WaterfallStepContext, news: Values): void {
  Object.assign(step.values, news)
}

function valuesOf(step: WaterfallStepContext): Values {
  return step.values
}
