import {
  ComponentDialog,
  Dialog,
  type DialogContext,
  type DialogTurnResult,
  WaterfallDialog,
  type WaterfallStepContext,
} from 'botbuilder-dialogs'

import { createIncidentNumber } from '../src/tickets/ticketNumber.ts'
import { absorbStory, addToStory, tellsAStory } from './absorb.ts'
import { CallbackDialog } from './callbackDialog.ts'
import { ComplaintDialog } from './complaintDialog.ts'
import { findGlobalWord, type GlobalWord } from './globalWords.ts'
import { ANYWHERE, Question, tell } from './question.ts'
import { crisisCheck } from './questions/crisisCheck.ts'
import { menu, type MenuChoice } from './questions/menu.ts'
import { StatusDialog } from './statusDialog.ts'
import { say, turnOf } from './turn.ts'

const STEPS = 'main.steps'

/** What a tap that works anywhere means. */
const WAYS_ON: Readonly<Record<string, GlobalWord>> = {
  home: { kind: 'home' },
  person: { kind: 'person' },
  status: { kind: 'status' },
}

/** Options of the main waterfall for whoever asked for the menu: what they typed is not the start of a story. */
const TO_MENU = { to: 'menu' } as const

/** The whole conversation: danger first, then words that work anywhere, then whatever is being asked. */
export class MainDialog extends ComponentDialog {
  constructor() {
    super('main')
    this.addDialog(new Question(menu))
    this.addDialog(new Question(crisisCheck))
    this.addDialog(new ComplaintDialog())
    this.addDialog(new StatusDialog())
    this.addDialog(new CallbackDialog())
    this.addDialog(new WaterfallDialog(STEPS, [(step) => this.#begin(step), (step) => this.#route(step)]))
    this.initialDialogId = STEPS
  }

  protected override async onBeginDialog(innerDc: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(innerDc)
    return this.#safetyFirst(innerDc, async () => {
      if (turn.session.lastTurnAt === 0) await tell(innerDc, say(turn)('greeting'))
      const word = readGlobalWord(innerDc)
      if (word) return this.#obey(innerDc, word)
      return innerDc.beginDialog(STEPS)
    })
  }

  protected override async onContinueDialog(innerDc: DialogContext): Promise<DialogTurnResult> {
    return this.#safetyFirst(innerDc, async () => {
      const word = readGlobalWord(innerDc)
      if (word) return this.#obey(innerDc, word)
      return innerDc.activeDialog?.id === crisisCheck.id ? this.#continueCrisis(innerDc) : innerDc.continueDialog()
    })
  }

  // Steps of the main waterfall, in order.

  async #begin(step: WaterfallStepContext): Promise<DialogTurnResult> {
    const turn = turnOf(step)
    const startsWithStory = step.options !== TO_MENU && turn.reply.choice === undefined && tellsAStory(turn)
    return startsWithStory ? step.next('story' satisfies MenuChoice) : step.beginDialog(menu.id)
  }

  async #route(step: WaterfallStepContext): Promise<DialogTurnResult> {
    const choice: MenuChoice = step.result
    const turn = turnOf(step)
    if (choice === 'status') return step.replaceDialog('status')
    if (choice !== 'resume') turn.forgetDraft()
    if (choice === 'praise') turn.learn({ type: 'compliment' })
    if (choice === 'story') absorbStory(turn, turn.reply.text)
    return step.replaceDialog('complaint')
  }

  // A danger is answered before anything else and blocks nothing: what was said still goes on its way, and only the
  // question that would have come next waits until the person chose to go on.
  async #safetyFirst(innerDc: DialogContext, goOn: () => Promise<DialogTurnResult>): Promise<DialogTurnResult> {
    const turn = turnOf(innerDc)
    const crisis = turn.reply.understanding.crisis
    if (!crisis || turn.session.pagedCrises.includes(crisis)) return goOn()
    turn.session = { ...turn.session, pagedCrises: [...turn.session.pagedCrises, crisis] }
    turn.effects.push({ kind: 'page', incident: createIncidentNumber(turn.ports.now(), turn.ports.randomInt) })
    await tell(innerDc, say(turn)(`crisis.${crisis}`), { crisis })
    const shownBefore = turn.replies.length
    const result = await goOn()
    if (!innerDc.activeDialog || innerDc.activeDialog.id === crisisCheck.id) return result
    turn.replies.splice(shownBefore)
    return innerDc.beginDialog(crisisCheck.id)
  }

  // Going on asks again what lies underneath; stopping takes everything down but keeps what was told.
  async #continueCrisis(innerDc: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(innerDc)
    const { choice, text } = turn.reply
    const answersThis = choice === undefined || choice.prompt === crisisCheck.id
    const reading = answersThis ? crisisCheck.read(turn, choice?.value) : undefined
    if (reading?.ok && !reading.value) {
      await innerDc.cancelAllDialogs()
      await tell(innerDc, say(turn)('crisis.stopped'))
      return innerDc.endDialog()
    }
    if (reading?.ok && choice === undefined && tellsAStory(turn)) addToStory(turn, text)
    return innerDc.continueDialog()
  }

  async #obey(innerDc: DialogContext, word: GlobalWord): Promise<DialogTurnResult> {
    const turn = turnOf(innerDc)
    const t = say(turn)
    switch (word.kind) {
      case 'home':
        await innerDc.cancelAllDialogs()
        return innerDc.beginDialog(STEPS, TO_MENU)
      case 'cancel':
        await innerDc.cancelAllDialogs()
        turn.forgetDraft()
        await tell(innerDc, t('cancelled'))
        return innerDc.beginDialog(STEPS, TO_MENU)
      case 'help':
        await tell(innerDc, t('help'))
        return this.#askAgain(innerDc)
      case 'language':
        turn.session = { ...turn.session, language: word.language }
        await tell(innerDc, say(turn)('languageChanged'))
        return this.#askAgain(innerDc)
      case 'person':
        return innerDc.activeDialog?.id === 'callback' ? this.#askAgain(innerDc) : innerDc.beginDialog('callback')
      case 'status':
        return innerDc.activeDialog?.id === 'status' ? this.#askAgain(innerDc) : innerDc.beginDialog('status')
    }
  }

  async #askAgain(innerDc: DialogContext): Promise<DialogTurnResult> {
    if (!innerDc.activeDialog) return innerDc.beginDialog(STEPS, TO_MENU)
    await innerDc.repromptDialog()
    return Dialog.EndOfTurn
  }
}

function readGlobalWord(dc: DialogContext): GlobalWord | undefined {
  const { choice, text } = turnOf(dc).reply
  if (choice?.prompt === ANYWHERE) return WAYS_ON[choice.value] ?? { kind: 'home' }
  return choice ? undefined : findGlobalWord(text)
}
