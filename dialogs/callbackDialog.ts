import { ComponentDialog, type DialogTurnResult, WaterfallDialog, type WaterfallStepContext } from 'botbuilder-dialogs'

import { trustedText } from '../skills/privacy/scrubbed.ts'
import { isStaffed } from '../src/hospital/workingCalendar.ts'
import { keepHealth, startAnew } from './consentDialog.ts'
import { agreesToCollection, isAnswered } from './consentState.ts'
import { ticketFrom } from './filing.ts'
import { formatDay, shorten } from './format.ts'
import { hasGuardian } from './guardianState.ts'
import { keepAge } from './keepAge.ts'
import { keepConsent } from './keepConsent.ts'
import { Question, type QuestionSpec, tell } from './question.ts'
import { ageCheck } from './questions/ageCheck.ts'
import { consentQuestion } from './questions/consents.ts'
import { readLabel, readPhone, readYesNo } from './reading.ts'
import { askUnlessKnown } from './steps.ts'
import { say, type Turn, turnOf } from './turn.ts'

const STEPS = 'callback.steps'
const GOOD_TIME_MAX_CHARS = 60

type CallbackAnswer =
  { readonly kind: 'stop' } | { readonly kind: 'call'; readonly phone: string; readonly goodTime: string }

/** A person is wanted and nobody is there: says so, gives the numbers, and offers a call. */
const callbackRequest: QuestionSpec<CallbackAnswer> = {
  id: 'callback.request',
  ask(turn) {
    const { hospital, now } = turn.ports
    return {
      text: say(turn)(isStaffed(hospital.calendar, now()) ? 'callback.staffed' : 'callback.night'),
      offers: offers(turn),
    }
  },
  read(turn, choice) {
    const { text } = turn.reply
    if (choice === 'stop' || readLabel(text, offers(turn)) || readYesNo(text) === false) {
      return { ok: true, value: { kind: 'stop' } }
    }
    const phone = readPhone(turn.reply.heard)
    if (!phone) return { ok: false, problem: 'callback.retry' }
    return { ok: true, value: { kind: 'call', phone, goodTime: readGoodTime(turn) } }
  },
}

/** A request to be called, which becomes a ticket. What was being told before waits underneath and is asked again after. */
export class CallbackDialog extends ComponentDialog {
  constructor() {
    super('callback')
    this.addDialog(new Question(callbackRequest))
    this.addDialog(new Question(ageCheck))
    this.addDialog(new Question(consentQuestion('collect')))
    this.addDialog(new Question(consentQuestion('health')))
    this.addDialog(
      new WaterfallDialog(STEPS, [
        ...askUnlessKnown(callbackRequest, () => false, keepRequest),
        ...askUnlessKnown(ageCheck, (turn) => turn.draft.age !== undefined, keepAge),
        stopForChild,
        startAnew,
        ...askUnlessKnown(consentQuestion('collect'), agreesToCollection, (turn, granted) =>
          keepConsent(turn, 'collect', granted),
        ),
        ...askUnlessKnown(consentQuestion('health'), needsNoHealth, keepHealth),
        (step) => this.#file(step),
      ]),
    )
    this.initialDialogId = STEPS
  }

  async #file(step: WaterfallStepContext): Promise<DialogTurnResult> {
    const turn = turnOf(step)
    const t = say(turn)
    if (!agreesToCollection(turn)) {
      turn.learn({ callback: undefined })
      await tell(step, t('callback.refused'))
      return step.endDialog()
    }
    const interrupted = turn.session
    turn.forgetDraft()
    turn.learn({
      type: 'inquiry',
      category: 'other',
      abstained: true,
      phone: interrupted.draft.callback?.phone,
      goodTime: interrupted.draft.callback?.goodTime,
    })
    const ticket = ticketFrom(turn, 'callback', trustedText(t('callback.story')))
    turn.effects.push({ kind: 'file', ticket })
    turn.session = { ...turn.session, draft: interrupted.draft }
    turn.learn({ callback: undefined })
    await tell(
      step,
      t('filed.callback', { number: ticket.number, due: formatDay(turn.session.language, ticket.dueAt) }),
      {
        ticket: { number: ticket.number, state: 'received' },
      },
    )
    return step.endDialog('consented')
  }
}

// A call writes the conversation down, and with it the story that waits underneath.
function needsNoHealth(turn: Turn): boolean {
  const { draft } = turn
  const isUntold = draft.health !== true || draft.anonymous === true
  return isUntold || !agreesToCollection(turn) || isAnswered(turn, 'health')
}

// Before a guardian agreed, no number is taken of a child.
async function stopForChild(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const turn = turnOf(step)
  if (turn.draft.age !== 'child' || hasGuardian(turn)) return step.next()
  turn.learn({ callback: undefined })
  await tell(step, say(turn)('guardian.noCall'))
  return step.endDialog()
}

async function keepRequest(turn: Turn, answer: CallbackAnswer, step: WaterfallStepContext) {
  if (answer.kind === 'call') {
    turn.learn({ callback: { phone: answer.phone, goodTime: answer.goodTime } })
    return undefined
  }
  await tell(step, say(turn)('callback.stopped'))
  return step.endDialog()
}

function offers(turn: Turn) {
  return [{ value: 'stop', label: say(turn)('callback.stop') }]
}

// What else is told of health is not asked for here, and is left out where it is not agreed to.
function readGoodTime({ reply, session }: Turn): string {
  if (reply.understanding.health && session.consents.health !== true) return ''
  const rest = reply.text.replaceAll(/\[[^\]]+\]|[,.\s]+/g, ' ').replaceAll(/\s+/g, ' ')
  return shorten(rest, GOOD_TIME_MAX_CHARS)
}
