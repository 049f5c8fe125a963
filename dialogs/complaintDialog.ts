import {
  ComponentDialog,
  type DialogContext,
  type DialogReason,
  type DialogTurnResult,
  WaterfallDialog,
  type WaterfallStepContext,
} from 'botbuilder-dialogs'

import type { Receipt } from '../src/conversations/session.ts'
import { departmentOrCoordinator } from '../src/hospital/hospital.ts'
import type { NewTicket, When } from '../src/tickets/ticket.ts'
import { absorbStory, addToStory } from './absorb.ts'
import { READ_BEFORE } from './asides/place.ts'
import { ConsentDialog, type ConsentOutcome } from './consentDialog.ts'
import { promiseFor, sorryFor, tellEmpathy } from './empathy.ts'
import { ticketFrom, prepareFiling } from './filing.ts'
import { departmentName, formatDay } from './format.ts'
import { GuardianDialog, type GuardianOutcome } from './guardianDialog.ts'
import { hasGuardian } from './guardianState.ts'
import { isPraise } from './isPraise.ts'
import { beginNameless, isNamelessByPraise } from './namelessPraise.ts'
import { keepAge } from './keepAge.ts'
import { keepRelation } from './keepRelation.ts'
import { sayLostPhotos } from './photos.ts'
import { Question, tell, tellReceipt } from './question.ts'
import { ageCheck } from './questions/ageCheck.ts'
import { attachments } from './questions/attachments.ts'
import { phone, PLACE_MAX_CHARS, story, type StoryAnswer, when, where, wish } from './questions/complaint.ts'
import { relation } from './questions/relation.ts'
import { EDITS, summary, type SummaryChoice } from './questions/summary.ts'
import { knowsRelation } from './relationState.ts'
import { reopen } from './reopen.ts'
import { takeSaidPhone } from './saidPhone.ts'
import { askUnlessKnown } from './steps.ts'
import { readStoryAgain } from './storyReading.ts'
import { say, type Turn, turnOf } from './turn.ts'

const STEPS = 'complaint.steps'

/** From a wish to complain (or the complaint itself) to a ticket number. Every step is passed over when its answer is known. */
export class ComplaintDialog extends ComponentDialog {
  constructor() {
    super('complaint')
    this.addDialog(new ConsentDialog())
    this.addDialog(new GuardianDialog())
    this.addDialog(new Question(ageCheck))
    this.addDialog(new Question(story))
    this.addDialog(new Question(when))
    this.addDialog(new Question(where))
    this.addDialog(new Question(wish))
    this.addDialog(new Question(attachments))
    this.addDialog(new Question(relation))
    this.addDialog(new Question(phone))
    this.addDialog(new Question(summary))
    this.addDialog(
      new WaterfallDialog(STEPS, [
        (step) => this.#beginNameless(step),
        ...askUnlessKnown(ageCheck, knowsAge, keepAge),
        (step) => this.#askConsent(step),
        (step) => this.#keepConsentOutcome(step),
        ...askUnlessKnown(story, (turn) => turn.draft.story !== undefined, keepStory),
        (step) => this.#readAgain(step),
        ...askUnlessKnown(when, knowsWhen, keepWhen),
        ...askUnlessKnown(where, knowsWhere, keepWhere),
        ...askUnlessKnown(
          wish,
          (turn) => turn.draft.askFor !== 'wish',
          (turn, answer) => turn.learn({ wish: answer, askFor: undefined }),
        ),
        ...askUnlessKnown(
          attachments,
          (turn) => turn.draft.askFor !== 'photos',
          (turn) => turn.learn({ askFor: undefined }),
        ),
        ...askUnlessKnown(relation, knowsRelation, keepRelation),
        (step) => this.#takeSaidPhone(step),
        ...askUnlessKnown(phone, knowsPhone, (turn, answer) => turn.learn({ phone: answer, askFor: undefined })),
        (step) => this.#confirm(step),
        (step) => this.#finish(step),
      ]),
    )
    this.initialDialogId = STEPS
  }

  /** What was agreed to on the way to a call need not be asked again: the steps skip what is known. */
  override async resumeDialog(
    outerDc: DialogContext,
    reason: DialogReason,
    result?: unknown,
  ): Promise<DialogTurnResult> {
    return result === 'consented' ? outerDc.replaceDialog(this.id) : super.resumeDialog(outerDc, reason, result)
  }

  async #takeSaidPhone(step: WaterfallStepContext): Promise<DialogTurnResult> {
    takeSaidPhone(turnOf(step))
    return step.next()
  }

  async #beginNameless(step: WaterfallStepContext): Promise<DialogTurnResult> {
    beginNameless(turnOf(step))
    return step.next()
  }

  async #askConsent(step: WaterfallStepContext): Promise<DialogTurnResult> {
    const turn = turnOf(step)
    if (turn.draft.anonymous) return step.next('anonymous')
    if (turn.draft.age !== 'child') return step.beginDialog('consent')
    return hasGuardian(turn) ? step.next('named') : step.beginDialog('guardian')
  }

  async #keepConsentOutcome(step: WaterfallStepContext): Promise<DialogTurnResult> {
    const outcome: ConsentOutcome | GuardianOutcome = step.result
    if (outcome === 'adult') return step.replaceDialog(STEPS)
    return outcome === 'stop' || outcome === 'wait' ? step.endDialog() : step.next()
  }

  async #readAgain(step: WaterfallStepContext): Promise<DialogTurnResult> {
    const options: Partial<typeof READ_BEFORE> | undefined = step.options
    const turn = turnOf(step)
    const leavesQuestions = turn.draft.abstained === true || !knowsWhen(turn) || !knowsWhere(turn)
    if (leavesQuestions && options?.isRead !== true) await readStoryAgain(turn)
    return step.next()
  }

  async #confirm(step: WaterfallStepContext): Promise<DialogTurnResult> {
    prepareFiling(turnOf(step))
    return step.beginDialog(summary.id)
  }

  async #finish(step: WaterfallStepContext): Promise<DialogTurnResult> {
    const choice: SummaryChoice = step.result
    const turn = turnOf(step)
    if (choice === 'cancel') {
      turn.forgetDraft()
      await tell(step, say(turn)('cancelled'))
      return step.endDialog()
    }
    if (choice === 'by_name') {
      turn.learn({ anonymous: undefined, filing: undefined, wantsAnswer: true })
      return step.replaceDialog(STEPS, READ_BEFORE)
    }
    if (choice === 'photos') {
      turn.learn({ askFor: 'photos' })
      return step.replaceDialog(STEPS, READ_BEFORE)
    }
    if (choice !== 'submit') {
      reopen(turn, EDITS[choice])
      return step.replaceDialog(STEPS, choice === 'edit_story' ? undefined : READ_BEFORE)
    }
    await file(turn, step)
    return step.endDialog()
  }
}

async function keepStory(turn: Turn, answer: StoryAnswer, step: WaterfallStepContext) {
  if (answer.kind === 'story') {
    await tellEmpathy(step)
    absorbStory(turn, answer.text)
    if (!isNamelessByPraise(turn) || isPraise(turn)) return undefined
    // Whoever came to praise and then complains is asked what any complaint is asked.
    turn.learn({ anonymous: undefined })
    return step.replaceDialog(STEPS)
  }
  const { health: _refused, ...consents } = turn.session.consents
  turn.session = { ...turn.session, consents }
  return step.replaceDialog(STEPS)
}

function knowsAge(turn: Turn): boolean {
  return turn.draft.age !== undefined || isNamelessByPraise(turn)
}

function knowsWhen(turn: Turn): boolean {
  return turn.draft.when !== undefined || isPraise(turn) || turn.draft.type === 'inquiry'
}

// A day that could not be read stays where a person can: in the story.
function keepWhen(turn: Turn, answer: When | 'unknown' | 'unread'): void {
  if (answer === 'unread') addToStory(turn, turn.reply.text)
  turn.learn({ when: answer === 'unread' ? 'unknown' : answer })
}

function keepWhere(turn: Turn, answer: string): void {
  if (turn.reply.text.length > PLACE_MAX_CHARS) addToStory(turn, turn.reply.text)
  turn.learn({ where: answer, askFor: undefined })
}

// Where a department is known, the place adds little; it is asked where somebody has to go and look, or find out who it was.
function knowsWhere(turn: Turn): boolean {
  const { draft } = turn
  if (draft.askFor === 'where') return false
  if (draft.where !== undefined || isPraise(turn) || draft.type === 'inquiry') return true
  const needsPlace =
    draft.category === 'facility' || draft.category === 'staff_attitude' || draft.category === 'nursing'
  return !needsPlace && draft.abstained !== true
}

function knowsPhone(turn: Turn): boolean {
  // A child is asked for no number: a guardian who wants to be told is told at the one they gave.
  const isAsked = turn.draft.anonymous !== true && turn.draft.age !== 'child'
  const isWanted = isAsked && turn.session.consents.contact === true
  return !isWanted || turn.draft.phone !== undefined
}

async function file(turn: Turn, step: WaterfallStepContext): Promise<void> {
  const { story: words, filing } = turn.draft
  if (words === undefined) throw new Error('A summary without a story was confirmed.')
  const ticket = ticketFrom(turn, 'story', words)
  turn.effects.push({ kind: 'file', ticket, photos: turn.draft.photos })
  await tellReceipt(step, sayFiled(turn, ticket, filing?.secret), receiptOf(turn, ticket), {
    ticket: { number: ticket.number, state: 'received' },
  })
  const lost = await sayLostPhotos(turn)
  if (lost !== undefined) await tell(step, lost)
  turn.forgetDraft()
}

function receiptOf(turn: Turn, { number, dueAt, deskDepartment }: NewTicket): Receipt {
  const t = say(turn)
  const { language } = turn.session
  const department = departmentOrCoordinator(turn.ports.hospital, deskDepartment)
  return {
    title: t('receipt.title'),
    facts: [
      { name: t('receipt.number'), value: number },
      { name: t('receipt.department'), value: departmentName(language, department) },
      { name: t('receipt.due'), value: formatDay(language, dueAt) },
    ],
  }
}

function sayFiled(turn: Turn, ticket: NewTicket, secret: string | undefined): string {
  const t = say(turn)
  const { language } = turn.session
  const values = {
    number: ticket.number,
    due: formatDay(language, ticket.dueAt),
    department: departmentName(language, departmentOrCoordinator(turn.ports.hospital, ticket.deskDepartment)),
  }
  if (secret !== undefined && ticket.type === 'compliment') return t('praise.filed', { ...values, secret })
  if (secret !== undefined) return t('filed.anonymous', { ...values, secret })
  if (ticket.type === 'compliment') return t('filed.praise', values)
  if (ticket.type === 'suggestion') return t('filed.suggestion', values)
  if (ticket.type === 'inquiry') return t('inquiry.filed', values)
  return [t(sorryFor(ticket)), t('filed.named', values), t(promiseFor(ticket))].join('\n')
}
