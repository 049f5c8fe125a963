import { ComponentDialog, type DialogTurnResult, WaterfallDialog, type WaterfallStepContext } from 'botbuilder-dialogs'

import { CONSENT_PURPOSES, type ConsentPurpose } from '../src/consent/consent.ts'
import { agreesToCollection, isAnswered, isAsked } from './consentState.ts'
import { dropRefusedStory, forgetRefusal, keepConsent, refusesChange } from './keepConsent.ts'
import { Question, tell } from './question.ts'
import { anonymousOffer } from './questions/anonymousOffer.ts'
import { consentQuestion } from './questions/consents.ts'
import { askUnlessKnown } from './steps.ts'
import { say, type Turn, turnOf } from './turn.ts'

/** How a person wants to go on: by name, without one, or not at all. */
export type ConsentOutcome = 'named' | 'anonymous' | 'stop'

const STEPS = 'consent.steps'

/** Asks each consent on its own, writes a receipt for each answer, and offers the anonymous way when the answer is no. */
export class ConsentDialog extends ComponentDialog {
  constructor() {
    super('consent')
    for (const purpose of CONSENT_PURPOSES) this.addDialog(new Question(consentQuestion(purpose)))
    this.addDialog(new Question(anonymousOffer))
    this.addDialog(
      new WaterfallDialog(STEPS, [
        startAnew,
        ...askUnlessKnown(consentQuestion('collect'), agreesToCollection, keepCollection),
        ...askUnlessKnown(anonymousOffer, agreesToCollection, goOnWithoutName),
        ...askUnlessKnown(consentQuestion('health'), needsNot('health'), keepHealth),
        ...askUnlessKnown(consentQuestion('overseas'), needsNot('overseas'), keepAs('overseas')),
        ...askUnlessKnown(consentQuestion('contact'), needsNot('contact'), keepAs('contact')),
        (step) => step.endDialog('named' satisfies ConsentOutcome),
      ]),
    )
    this.initialDialogId = STEPS
  }
}

/** A waterfall step before collection is asked about: whoever refused it before is asked anew. */
export async function startAnew(step: WaterfallStepContext): Promise<DialogTurnResult> {
  forgetRefusal(turnOf(step))
  return step.next()
}

/** Keeps the answer about health; a refusal forgets the story that tells of it, and says so. */
export async function keepHealth(turn: Turn, granted: boolean, step: WaterfallStepContext): Promise<void> {
  keepConsent(turn, 'health', granted)
  if (dropRefusedStory(turn)) await tell(step, say(turn)('consent.healthDropped'))
}

// Without a name nothing can be filed from a conversation that is written down: it would be tied to the ticket.
async function keepCollection(turn: Turn, granted: boolean, step: WaterfallStepContext) {
  const isStopped = refusesChange(turn, { purpose: 'collect', granted })
  keepConsent(turn, 'collect', granted)
  if (!isStopped) return undefined
  turn.forgetDraft()
  await tell(step, say(turn)('consent.changeRefused'))
  return step.endDialog('stop' satisfies ConsentOutcome)
}

function keepAs(purpose: ConsentPurpose) {
  return (turn: Turn, granted: boolean): void => keepConsent(turn, purpose, granted)
}

async function goOnWithoutName(turn: Turn, accepts: boolean, step: WaterfallStepContext) {
  if (accepts) {
    turn.learn({ anonymous: true })
    return step.endDialog('anonymous' satisfies ConsentOutcome)
  }
  turn.forgetDraft()
  await tell(step, say(turn)('consent.refusedAll'))
  return step.endDialog('stop' satisfies ConsentOutcome)
}

function needsNot(purpose: ConsentPurpose) {
  return (turn: Turn): boolean => !isAsked(turn.ports, purpose) || isAnswered(turn, purpose)
}
