import { ComponentDialog, type DialogTurnResult, WaterfallDialog, type WaterfallStepContext } from 'botbuilder-dialogs'

import { guardianToken, guardianTokenHash } from '../src/guardian/guardianLink.ts'
import { GUARDIAN_WAITS_MS, type GuardianContact } from '../src/guardian/guardianRequest.ts'
import { Question, tell } from './question.ts'
import { type GuardianAnswer, guardianContact, guardianName } from './questions/guardianContact.ts'
import { say, type Turn, turnOf } from './turn.ts'

/** How a child goes on: not before the guardian answered, without a name, or as somebody who is 14 after all. */
export type GuardianOutcome = 'wait' | 'anonymous' | 'adult'

const STEPS = 'guardian.steps'

/** Asks somebody under 14 whom to ask, and has the guardian written to. What was told meanwhile waits in the hold alone. */
export class GuardianDialog extends ComponentDialog {
  constructor() {
    super('guardian')
    this.addDialog(new Question(guardianContact))
    this.addDialog(new Question(guardianName))
    this.addDialog(
      new WaterfallDialog(STEPS, [
        async (step) => step.beginDialog(guardianContact.id),
        async (step) => readAnswer(step),
        async (step) => writeToGuardian(step),
      ]),
    )
    this.initialDialogId = STEPS
  }
}

type Known = { contact?: GuardianContact; name?: string }

async function readAnswer(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const answer: GuardianAnswer = step.result
  const turn = turnOf(step)
  if (answer.kind === 'anonymous') {
    turn.learn({ anonymous: true })
    return step.endDialog('anonymous' satisfies GuardianOutcome)
  }
  if (answer.kind === 'adult') {
    turn.learn({ age: 'adult', guardian: undefined })
    return step.endDialog('adult' satisfies GuardianOutcome)
  }
  const known: Known = step.values
  known.contact = answer.contact
  return answer.name === undefined ? step.beginDialog(guardianName.id) : step.next(answer.name)
}

async function writeToGuardian(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const turn = turnOf(step)
  const { contact }: Known = step.values
  const name: string = step.result
  if (!contact) throw new Error('A guardian was to be written to without a contact.')
  if (await mayWriteTo(turn, contact)) {
    request(turn, contact, name)
    await tell(step, say(turn)('guardian.sent'))
  } else {
    await tell(step, say(turn)('guardian.tooMany'))
  }
  return step.endDialog('wait' satisfies GuardianOutcome)
}

// Nobody is written to again and again because a child, or somebody who says so, typed their number.
async function mayWriteTo({ ports, session }: Turn, { value }: GuardianContact): Promise<boolean> {
  const isFromHere = await ports.takeGuardianMessage(`conversation:${session.conversationId}`)
  return isFromHere && ports.takeGuardianMessage(`contact:${ports.hash('guardian_contact', value)}`)
}

function request(turn: Turn, contact: GuardianContact, name: string): void {
  const { ports, session } = turn
  const id = ports.newId()
  const createdAt = ports.now()
  turn.learn({ guardian: 'asked' })
  turn.effects.push({
    kind: 'ask_guardian',
    request: {
      id,
      tokenHash: guardianTokenHash(ports.hash, guardianToken(ports.hash, id)),
      conversationId: session.conversationId,
      channel: session.channel,
      language: session.language,
      createdAt,
      expiresAt: new Date(createdAt.getTime() + GUARDIAN_WAITS_MS),
      details: { v: 1, ...(name === '' ? {} : { name }), contact },
    },
  })
}
