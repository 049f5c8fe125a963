import { ComponentDialog, type DialogTurnResult, WaterfallDialog, type WaterfallStepContext } from 'botbuilder-dialogs'

import type { Ticket } from '../src/tickets/ticket.ts'
import { findTicketNumber } from '../src/tickets/ticketNumber.ts'
import { callNameless, findSecret, hashSecret } from './filing.ts'
import { formatDay } from './format.ts'
import { Question, type QuestionSpec, tell } from './question.ts'
import { say, type Turn, turnOf } from './turn.ts'

const STEPS = 'status.steps'
const SHOWN_AT_MOST = 3

type Claimed =
  { readonly kind: 'number'; readonly number: string } | { readonly kind: 'secret'; readonly secret: string }

/** Which complaint: a ticket number, or the secret an anonymous filer was given. */
const statusNumber: QuestionSpec<Claimed> = {
  id: 'status.number',
  ask: (turn) => ({ text: say(turn)('status.ask') }),
  read(turn) {
    const claimed = findClaim(turn.reply.heard)
    return claimed ? { ok: true, value: claimed } : { ok: false, problem: 'status.retry' }
  },
}

/**
 * Tells how complaints stand: those filed in this very conversation at once, an anonymous one by its secret.
 * A number alone opens nothing, and an unknown number sounds the same as somebody else's. Whoever wrote the number or
 * the secret already is not asked for it.
 */
export class StatusDialog extends ComponentDialog {
  constructor() {
    super('status')
    this.addDialog(new Question(statusNumber))
    this.addDialog(new WaterfallDialog(STEPS, [(step) => this.#showOwnOrAsk(step), (step) => this.#showClaimed(step)]))
    this.initialDialogId = STEPS
  }

  async #showOwnOrAsk(step: WaterfallStepContext): Promise<DialogTurnResult> {
    const turn = turnOf(step)
    const claimed = findClaim(turn.reply.heard)
    if (claimed) return step.next(claimed)
    const own = await turn.ports.findOwnTickets(turn.session.conversationId)
    if (own.length === 0) return step.beginDialog(statusNumber.id)
    await tell(
      step,
      own
        .slice(0, SHOWN_AT_MOST)
        .map((ticket) => describe(turn, ticket))
        .join('\n'),
      ticketData(own[0]),
    )
    return step.endDialog()
  }

  async #showClaimed(step: WaterfallStepContext): Promise<DialogTurnResult> {
    const turn = turnOf(step)
    const claimed: Claimed = step.result
    const t = say(turn)
    const own = await findOwn(turn, claimed)
    if (own) {
      await tell(step, describe(turn, own), ticketData(own))
      return step.endDialog()
    }
    if (!(await turn.ports.takeTry(`status:${turn.session.conversationId}`))) {
      await tell(step, t('status.tooMany'))
      return step.endDialog()
    }
    const ticket =
      claimed.kind === 'secret' ? await turn.ports.findTicketBySecret(hashSecret(turn, claimed.secret)) : undefined
    if (!ticket) {
      await tell(step, t('status.unknown'))
      return step.endDialog()
    }
    const number = callNameless(turn, ticket.number)
    await tell(
      step,
      await describeWithAnswer(turn, { ...ticket, number }),
      number === ticket.number ? ticketData(ticket) : {},
    )
    return step.endDialog()
  }
}

function findClaim(text: string): Claimed | undefined {
  const number = findTicketNumber(text)
  if (number) return { kind: 'number', number }
  const secret = findSecret(text)
  return secret ? { kind: 'secret', secret } : undefined
}

async function findOwn(turn: Turn, claimed: Claimed): Promise<Ticket | undefined> {
  if (claimed.kind !== 'number') return undefined
  const own = await turn.ports.findOwnTickets(turn.session.conversationId)
  return own.find((ticket) => ticket.number === claimed.number)
}

function describe(turn: Turn, ticket: Ticket): string {
  const t = say(turn)
  const state = t(`status.state.${ticket.state}`)
  const isDone = ticket.state === 'answered' || ticket.state === 'closed'
  if (isDone) return t('status.lineDone', { number: ticket.number, state })
  return t('status.line', { number: ticket.number, state, due: formatDay(turn.session.language, ticket.dueAt) })
}

async function describeWithAnswer(turn: Turn, ticket: Ticket): Promise<string> {
  const answer = await turn.ports.findAnswer(ticket.id)
  const line = describe(turn, ticket)
  return answer ? `${line}\n\n${say(turn)('status.answer', { number: ticket.number, text: answer })}` : line
}

function ticketData(ticket: Ticket | undefined) {
  return ticket && { ticket: { number: ticket.number, state: ticket.state } }
}
