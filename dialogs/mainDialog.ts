import {
  ComponentDialog,
  type DialogContext,
  type DialogTurnResult,
  WaterfallDialog,
  type WaterfallStepContext,
} from 'botbuilder-dialogs'

import { absorbStory, addToStory, mayTakeIn, tellsAStory } from './absorb.ts'
import { goBack } from './asides/goBack.ts'
import { INQUIRY } from './asides/offerToFile.ts'
import { resume } from './asides/resume.ts'
import { askAgain } from './asides/askAgain.ts'
import { takeAside } from './asides/takeAside.ts'
import { CallbackDialog } from './callbackDialog.ts'
import { callDuty } from './callDuty.ts'
import { ComplaintDialog } from './complaintDialog.ts'
import { sayDanger } from './danger.ts'
import { isAnsweredElsewhere } from './consentState.ts'
import { tellEmpathy } from './empathy.ts'
import { hasGuardianNews } from './guardianState.ts'
import { findGlobalWord, type GlobalWord } from './globalWords.ts'
import { dropRefusedStory } from './keepConsent.ts'
import { hearOut, pagedLately } from './hearOut.ts'
import { noticeLevel } from './level.ts'
import { answerLateTap } from './lateTap.ts'
import { ANYWHERE, Question, tell } from './question.ts'
import { CrisisDialog } from './crisisDialog.ts'
import { crisisCheck } from './questions/crisisCheck.ts'
import { inquirySteps } from './inquirySteps.ts'
import { inquiryNext } from './questions/inquiryNext.ts'
import { menu, type MenuChoice } from './questions/menu.ts'
import { RightsDialog } from './rightsDialog.ts'
import { StatusDialog } from './statusDialog.ts'
import { say, type Turn, turnOf } from './turn.ts'

const STEPS = 'main.steps'
const CRISIS = 'crisis'

/** What a tap that works anywhere means. */
const WAYS_ON: ReadonlyMap<string, GlobalWord> = new Map([
  ['home', { kind: 'home' }],
  ['person', { kind: 'person' }],
  ['status', { kind: 'status' }],
  ['rights', { kind: 'rights' }],
])

/** Options of the main waterfall for whoever asked for the menu: what they typed is not the start of a story. */
const TO_MENU = { to: 'menu' } as const

/** The whole conversation: danger first, then words that work anywhere, then whatever is being asked. */
export class MainDialog extends ComponentDialog {
  constructor() {
    super('main')
    this.addDialog(new Question(menu))
    this.addDialog(new Question(inquiryNext))
    this.addDialog(new WaterfallDialog(INQUIRY, inquirySteps(STEPS)))
    this.addDialog(new CrisisDialog())
    this.addDialog(new ComplaintDialog())
    this.addDialog(new StatusDialog())
    this.addDialog(new CallbackDialog())
    this.addDialog(new RightsDialog())
    this.addDialog(new WaterfallDialog(STEPS, [(step) => this.#begin(step), (step) => this.#route(step)]))
    this.initialDialogId = STEPS
  }

  protected override async onBeginDialog(innerDc: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(innerDc)
    return this.#safetyFirst(innerDc, async () => {
      if (turn.session.lastTurnAt === 0) await tell(innerDc, greeting(turn))
      if (hasGuardianNews(turn)) return this.#tellOfGuardian(innerDc)
      const word = readGlobalWord(innerDc)
      if (word) return this.#obey(innerDc, word)
      return (await takeAside(innerDc, () => toMenu(innerDc))) ?? innerDc.beginDialog(STEPS)
    })
  }

  protected override async onContinueDialog(innerDc: DialogContext): Promise<DialogTurnResult> {
    return this.#safetyFirst(innerDc, async () => {
      if (hasGuardianNews(turnOf(innerDc))) return this.#tellOfGuardian(innerDc)
      const result = await this.#hear(innerDc)
      return innerDc.activeDialog && isAnsweredElsewhere(turnOf(innerDc)) ? innerDc.continueDialog() : result
    })
  }

  async #hear(innerDc: DialogContext): Promise<DialogTurnResult> {
    const word = readGlobalWord(innerDc)
    if (word) return this.#obey(innerDc, word)
    const aside = await takeAside(innerDc, () => toMenu(innerDc))
    if (aside) return aside
    hearOut(turnOf(innerDc))
    return innerDc.activeDialog?.id === CRISIS ? this.#continueCrisis(innerDc) : innerDc.continueDialog()
  }

  // Steps of the main waterfall, in order.

  // What was said may already be an answer to the menu, which is then not asked.
  async #begin(step: WaterfallStepContext): Promise<DialogTurnResult> {
    if (step.options === TO_MENU) return step.beginDialog(menu.id)
    const turn = turnOf(step)
    const { choice } = turn.reply
    if (choice && choice.prompt !== menu.id) return answerLateTap(step)
    const reading = menu.read(turn, choice?.value, 0)
    return reading.ok ? step.next(reading.value) : step.beginDialog(menu.id)
  }

  async #route(step: WaterfallStepContext): Promise<DialogTurnResult> {
    const choice: MenuChoice = step.result
    const turn = turnOf(step)
    if (choice === 'status' || choice === 'rights') return step.replaceDialog(choice)
    if (choice !== 'resume') turn.forgetDraft()
    if (choice === 'praise') turn.learn({ type: 'compliment' })
    if (choice === 'story') await this.#takeStory(step)
    return step.replaceDialog('complaint')
  }

  // Whoever tells their story in a language is answered in it.
  async #takeStory(step: WaterfallStepContext): Promise<void> {
    const turn = turnOf(step)
    const { text, understanding } = turn.reply
    turn.session = { ...turn.session, language: understanding.language }
    await tellEmpathy(step)
    if (mayTakeIn(turn)) return absorbStory(turn, text)
    const isRefused = turn.session.consents.health === false
    await tell(step, say(turn)(isRefused ? 'story.health' : 'story.healthFirst'))
  }

  // A danger is answered before anything else and blocks nothing: what was said still goes on its way, and only the
  // question that would have come next waits until the person chose to go on.
  async #safetyFirst(innerDc: DialogContext, goOn: () => Promise<DialogTurnResult>): Promise<DialogTurnResult> {
    const turn = turnOf(innerDc)
    noticeLevel(turn)
    const crisis = turn.reply.understanding.crisis
    if (!crisis) return goOn()
    await tell(innerDc, sayDanger(turn, crisis), { crisis })
    if (pagedLately(turn).includes(crisis)) return goOn()
    turn.session = { ...turn.session, pagedCrises: [...pagedLately(turn), crisis] }
    await callDuty(turn, crisis)
    if (innerDc.activeDialog?.id === CRISIS) return this.#beginCrisisAnew(innerDc)
    const shownBefore = turn.replies.length
    const result = await goOn()
    if (!innerDc.activeDialog) return result
    turn.replies.push(
      ...turn.replies.splice(shownBefore).filter(({ channelData }) => channelData?.ticket !== undefined),
    )
    return innerDc.beginDialog(CRISIS)
  }

  // Another danger, told where one was being dealt with.
  async #beginCrisisAnew(innerDc: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(innerDc)
    if (turn.reply.choice === undefined && tellsAStory(turn)) addToStory(turn, turn.reply.text)
    return innerDc.replaceDialog(CRISIS)
  }

  async #continueCrisis(innerDc: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(innerDc)
    const { choice, text } = turn.reply
    if (turn.session.prompt?.id !== crisisCheck.id) return innerDc.continueDialog()
    const answersThis = choice === undefined || choice.prompt === crisisCheck.id
    const reading = answersThis ? crisisCheck.read(turn, choice?.value, 0) : undefined
    if (reading?.ok && !reading.value) return this.#stopForNow(innerDc)
    if (reading?.ok && choice === undefined && tellsAStory(turn)) addToStory(turn, text)
    return innerDc.continueDialog()
  }

  // Going on asks again what lies underneath; stopping takes everything down but keeps what was told.
  async #stopForNow(innerDc: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(innerDc)
    await innerDc.cancelAllDialogs()
    turn.session = { ...turn.session, prompt: undefined }
    await tell(innerDc, say(turn)('crisis.stopped'))
    return innerDc.endDialog()
  }

  // Whatever was being asked gives way: what a guardian agreed to is gone on with, one who was not reached is asked for
  // again, and after a no there are other ways.
  async #tellOfGuardian(innerDc: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(innerDc)
    const { guardian } = turn.draft
    await innerDc.cancelAllDialogs()
    turn.learn({ guardian: undefined })
    turn.session = { ...turn.session, prompt: undefined }
    if (guardian === 'agreed') return this.#goOnWithGuardian(innerDc)
    if (guardian === 'unreached') {
      await tell(innerDc, say(turn)('guardian.unreached'))
      return innerDc.beginDialog('complaint')
    }
    const request = await turn.ports.findGuardianRequest(turn.session.conversationId)
    if (request) turn.effects.push({ kind: 'forget_guardian', requestId: request.id })
    await tell(innerDc, say(turn)('guardian.refused'))
    return innerDc.beginDialog(STEPS, TO_MENU)
  }

  async #goOnWithGuardian(innerDc: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(innerDc)
    await tell(innerDc, say(turn)('guardian.agreed'))
    if (dropRefusedStory(turn)) await tell(innerDc, say(turn)('consent.healthDropped'))
    if (turn.reply.choice === undefined && tellsAStory(turn)) addToStory(turn, turn.reply.text)
    return innerDc.beginDialog('complaint')
  }

  async #obey(innerDc: DialogContext, word: GlobalWord): Promise<DialogTurnResult> {
    const turn = turnOf(innerDc)
    const t = say(turn)
    switch (word.kind) {
      case 'home':
        return toMenu(innerDc)
      case 'cancel':
        if (innerDc.activeDialog?.id === CRISIS) return this.#stopForNow(innerDc)
        await innerDc.cancelAllDialogs()
        turn.forgetDraft()
        await tell(innerDc, t('cancelled'))
        return innerDc.beginDialog(STEPS, TO_MENU)
      case 'back':
        return goBack(innerDc, () => toMenu(innerDc))
      case 'resume':
        return resume(innerDc, () => toMenu(innerDc))
      case 'help':
        await tell(innerDc, t('help'))
        return askAgain(innerDc, () => toMenu(innerDc))
      case 'language':
        turn.session = { ...turn.session, language: word.language }
        await tell(innerDc, say(turn)('languageChanged'))
        return askAgain(innerDc, () => toMenu(innerDc))
      case 'level':
        turn.session = { ...turn.session, language: 'ko', easy: word.level === 'easy' }
        await tell(innerDc, say(turn)(`level.${word.level}`))
        return askAgain(innerDc, () => toMenu(innerDc))
      case 'person':
        return this.#beginOnce(innerDc, 'callback')
      default:
        return this.#beginOnce(innerDc, word.kind)
    }
  }

  async #beginOnce(innerDc: DialogContext, id: 'callback' | 'status' | 'rights'): Promise<DialogTurnResult> {
    return innerDc.activeDialog?.id === id ? askAgain(innerDc, () => toMenu(innerDc)) : innerDc.beginDialog(id)
  }
}

// A hospital says so where generative AI takes part (인공지능기본법 §31①).
function greeting(turn: Turn): string {
  const t = say(turn)
  return turn.ports.readStory ? `${t('greeting')}\n${t('greetingAi')}` : t('greeting')
}

async function toMenu(dc: DialogContext): Promise<DialogTurnResult> {
  await dc.cancelAllDialogs()
  return dc.beginDialog(STEPS, TO_MENU)
}

function readGlobalWord(dc: DialogContext): GlobalWord | undefined {
  const { choice, text } = turnOf(dc).reply
  if (choice?.prompt === ANYWHERE) return WAYS_ON.get(choice.value) ?? { kind: 'home' }
  return choice ? undefined : findGlobalWord(text)
}
