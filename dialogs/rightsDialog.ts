import {
  ComponentDialog,
  type DialogContext,
  type DialogInstance,
  type DialogTurnResult,
  WaterfallDialog,
  type WaterfallStepContext,
} from 'botbuilder-dialogs'
import type { TurnContext } from 'botbuilder'

import { Question, tell, tellLink } from './question.ts'
import { phone } from './questions/complaint.ts'
import { correctName, rightsCorrect, rightsOther, rightsWords, rightsWordsOf } from './questions/corrections.ts'
import {
  type RightsChoice,
  rightsConsent,
  rightsMenu,
  rightsSecret,
  rightsTicket,
  withdrawConfirm,
} from './questions/rights.ts'
import { confirmSteps } from './rights/confirmSteps.ts'
import { correctSteps, otherSteps } from './rights/correctSteps.ts'
import { describeHoldings } from './rights/describeHoldings.ts'
import { holdingsOf, loadHoldings } from './rights/holdings.ts'
import { openNameless } from './rights/nameless.ts'
import { CONFIRM, CORRECT, ERASE, OTHER, stopHere, WITHDRAW } from './rights/names.ts'
import { eraseSteps, withdrawSteps } from './rights/orderSteps.ts'
import { say, turnOf } from './turn.ts'

const STEPS = 'rights.steps'
const STEPS_OF = { correct: CORRECT, erase: ERASE, withdraw: WITHDRAW, other: OTHER } as const

/**
 * The person's own data, in the window it was given in (개인정보 보호법 §38④): what is held, a copy, correction, deletion,
 * and every consent taken back. Done at once where the law allows; else a request to the privacy officer.
 */
export class RightsDialog extends ComponentDialog {
  constructor() {
    super('rights')
    this.addDialog(new Question(rightsMenu))
    this.addDialog(new Question(rightsSecret))
    this.addDialog(new Question(rightsTicket))
    this.addDialog(new Question(rightsWordsOf))
    this.addDialog(new Question(rightsConsent))
    this.addDialog(new Question(rightsCorrect))
    this.addDialog(new Question(rightsWords))
    this.addDialog(new Question(rightsOther))
    this.addDialog(new Question(correctName))
    this.addDialog(new Question(phone))
    this.addDialog(new Question(withdrawConfirm))
    this.addDialog(new WaterfallDialog(STEPS, [(step) => this.#show(step), (step) => this.#route(step)]))
    this.addDialog(new WaterfallDialog(CORRECT, [...correctSteps]))
    this.addDialog(new WaterfallDialog(ERASE, [...eraseSteps, ...confirmSteps]))
    this.addDialog(new WaterfallDialog(WITHDRAW, [...withdrawSteps, ...confirmSteps]))
    this.addDialog(new WaterfallDialog(OTHER, [...otherSteps]))
    this.addDialog(new WaterfallDialog(CONFIRM, [...confirmSteps]))
    this.initialDialogId = STEPS
  }

  // Every question here is about what is held, so that it is looked up before any is put or read.

  protected override async onBeginDialog(innerDc: DialogContext, options?: object): Promise<DialogTurnResult> {
    await loadHoldings(turnOf(innerDc))
    return super.onBeginDialog(innerDc, options)
  }

  protected override async onContinueDialog(innerDc: DialogContext): Promise<DialogTurnResult> {
    await loadHoldings(turnOf(innerDc))
    return super.onContinueDialog(innerDc)
  }

  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    await loadHoldings(turnOf({ context }))
    return super.repromptDialog(context, instance)
  }

  // Steps of the main waterfall, in order.

  async #show(step: WaterfallStepContext): Promise<DialogTurnResult> {
    const turn = turnOf(step)
    if (!turn.session.isDurable && holdingsOf(turn).tickets.length === 0) return step.beginDialog(rightsSecret.id)
    await tell(step, describeHoldings(turn))
    return step.beginDialog(rightsMenu.id)
  }

  async #route(step: WaterfallStepContext): Promise<DialogTurnResult> {
    const choice: RightsChoice = step.result
    if (typeof choice === 'object') return openNameless(step, choice.secret)
    if (choice === 'stop') return stopHere(step)
    if (choice === 'copy') return this.#handOverCopy(step)
    return step.replaceDialog(STEPS_OF[choice])
  }

  async #handOverCopy(step: WaterfallStepContext): Promise<DialogTurnResult> {
    const turn = turnOf(step)
    const t = say(turn)
    const url = turn.ports.myDataUrl(turn.session.conversationId, turn.session.language)
    await tellLink(step, t('rights.copyReady'), { label: t('rights.copyOpen'), url })
    return step.endDialog()
  }
}
