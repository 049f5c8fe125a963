import { ComponentDialog, type DialogTurnResult, WaterfallDialog, type WaterfallStepContext } from 'botbuilder-dialogs'

import type { Session } from '../src/conversations/session.ts'
import { addToStory } from './absorb.ts'
import { Question, tell } from './question.ts'
import { crisisCheck } from './questions/crisisCheck.ts'
import { crisisContact, type CrisisContactAnswer } from './questions/crisisContact.ts'
import { askUnlessKnown } from './steps.ts'
import { say, type Turn } from './turn.ts'

const STEPS = 'crisis.steps'

/**
 * After the numbers were shown: go on or stop, and for whoever goes on, where they are and whether they may be called.
 * Whoever stops is taken out of here by the main dialog.
 */
export class CrisisDialog extends ComponentDialog {
  constructor() {
    super('crisis')
    this.addDialog(new Question(crisisCheck))
    this.addDialog(new Question(crisisContact))
    this.addDialog(
      new WaterfallDialog(STEPS, [
        async (step): Promise<DialogTurnResult> => step.beginDialog(crisisCheck.id),
        ...askUnlessKnown(crisisContact, (turn) => told(turn) !== undefined, keepContact),
        ...askUnlessKnown(crisisContact, (turn) => told(turn) === 'all', keepContact),
        async (step): Promise<DialogTurnResult> => step.endDialog(),
      ]),
    )
    this.initialDialogId = STEPS
  }
}

function told({ session }: Turn) {
  return session.incident?.told
}

async function keepContact(turn: Turn, answer: CrisisContactAnswer, step: WaterfallStepContext): Promise<void> {
  const { incident } = turn.session
  if (!incident) return
  if (answer.kind === 'more') addToStory(turn, turn.reply.text)
  if (answer.kind === 'place' || answer.kind === 'contact') passOn(turn, incident, answer)
  turn.session = { ...turn.session, incident: { ...incident, told: answer.kind === 'place' ? answer.place : 'all' } }
  if (answer.kind === 'contact') await tell(step, say(turn)('crisis.contactTaken'))
}

function passOn(
  turn: Turn,
  { number, isPaged, told }: NonNullable<Session['incident']>,
  answer: Extract<CrisisContactAnswer, { kind: 'place' | 'contact' }>,
): void {
  const t = say(turn)
  const isTap = answer.kind === 'place'
  const tapped = told === undefined || told === 'all' ? {} : { place: t(`crisis.${told}`) }
  turn.effects.push({
    kind: 'leave_contact',
    incident: number,
    // A place that was tapped says too little to call anybody for.
    isNews: isPaged && !isTap,
    contact: { v: 1, ...(isTap ? { place: t(`crisis.${answer.place}`) } : { ...tapped, ...answer.contact }) },
  })
}
