import { ComponentDialog, WaterfallDialog, type WaterfallStepContext } from 'botbuilder-dialogs'

import { CONSENT_PURPOSES, type ConsentPurpose } from '../src/consent/consent.ts'
import { forgetStory } from './absorb.ts'
import { writeReceipt } from './notice.ts'
import { Question, tell } from './question.ts'
import { anonymousOffer } from './questions/anonymousOffer.ts'
import { consentQuestion } from './questions/consents.ts'
import { askUnlessKnown } from './steps.ts'
import { say, type Turn } from './turn.ts'

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
        ...askUnlessKnown(consentQuestion('collect'), has('collect', true), keepAs('collect')),
        ...askUnlessKnown(anonymousOffer, has('collect', true), (turn, accepts, step) =>
          goOnWithoutName(turn, accepts, step),
        ),
        ...askUnlessKnown(consentQuestion('health'), isAnswered('health'), keepHealth),
        ...askUnlessKnown(consentQuestion('overseas'), needsNoTransfer, keepAs('overseas')),
        ...askUnlessKnown(consentQuestion('contact'), isAnswered('contact'), keepAs('contact')),
        (step) => step.endDialog('named' satisfies ConsentOutcome),
      ]),
    )
    this.initialDialogId = STEPS
  }
}

/** Keeps an answer and its receipt. */
export function keepConsent(turn: Turn, purpose: ConsentPurpose, granted: boolean): void {
  const receipt = writeReceipt(turn, purpose, granted)
  turn.effects.push({ kind: 'receipt', receipt })
  turn.session = {
    ...turn.session,
    consents: { ...turn.session.consents, [purpose]: granted },
  }
}

function keepAs(purpose: ConsentPurpose) {
  return (turn: Turn, granted: boolean): void => keepConsent(turn, purpose, granted)
}

/** Keeps the answer about health; a refusal forgets the story that tells of it, and says so. */
export async function keepHealth(turn: Turn, granted: boolean, step: WaterfallStepContext): Promise<void> {
  keepConsent(turn, 'health', granted)
  if (granted || turn.draft.health !== true) return
  forgetStory(turn)
  await tell(step, say(turn)('consent.healthDropped'))
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

function has(purpose: ConsentPurpose, answer: boolean) {
  return (turn: Turn): boolean => turn.session.consents[purpose] === answer
}

function isAnswered(purpose: ConsentPurpose) {
  return (turn: Turn): boolean => turn.session.consents[purpose] !== undefined
}

// Where the hospital's Slack keeps everything in Korea, nothing goes abroad and there is nothing to ask.
function needsNoTransfer(turn: Turn): boolean {
  return turn.ports.hospital.slack.processing === 'domestic' || isAnswered('overseas')(turn)
}
