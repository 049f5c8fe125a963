import { type Activity, ActivityTypes, type CardAction, type TurnContext } from 'botbuilder'
import { Dialog, type DialogContext, type DialogReason, type DialogTurnResult } from 'botbuilder-dialogs'

import type { MessageKey } from '../locales/locales.ts'
import { say, type Turn, turnOf } from './turn.ts'

/** What a reply meant: an answer, or why it was none (a sentence of the locale that helps). */
export type Reading<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: MessageKey }

/** One way to answer by tapping. */
export type Offer = { readonly value: string; readonly label: string }

/** A question as it is put to the person now. */
export type Asked = {
  readonly text: string
  readonly offers?: readonly Offer[]
}

/** One question: how it is asked, and how an answer is read. Its id is the stable prompt id. */
export type QuestionSpec<T> = {
  readonly id: string
  ask(turn: Turn): Asked
  /** Reads a typed reply, or the tapped offer's value. Text that means the same as a tap counts the same. */
  read(turn: Turn, choice: string | undefined): Reading<T>
  /** A tap that agrees or files counts only on the newest copy of the question. */
  readonly isBinding?: boolean
  /** Tappable everywhere, below the offers. */
  readonly hasWayOut?: boolean
}

const HOME: { readonly value: string; readonly key: MessageKey } = { value: 'home', key: 'choice.home' }
const PERSON: { readonly value: string; readonly key: MessageKey } = { value: 'person', key: 'choice.person' }

/** The prompt id under which taps on the ways out arrive; they work at any time, on any bubble. */
export const ANYWHERE = 'anywhere'

/** A dialog that asks one question until it is answered, and ends with the answer. */
export class Question<T> extends Dialog {
  readonly #spec: QuestionSpec<T>

  constructor(spec: QuestionSpec<T>) {
    super(spec.id)
    this.#spec = spec
  }

  override async beginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    await this.#put(dc)
    return Dialog.EndOfTurn
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dc)
    const { choice } = turn.reply
    if (choice && !this.#answersThis(turn)) {
      await this.#put(dc, 'stale')
      return Dialog.EndOfTurn
    }
    const reading = this.#spec.read(turn, choice?.value)
    if (reading.ok) {
      turn.session = { ...turn.session, prompt: undefined }
      return dc.endDialog(reading.value)
    }
    await this.#put(dc, reading.problem)
    return Dialog.EndOfTurn
  }

  /** Asks again after something else was dealt with in between. */
  override async resumeDialog(dc: DialogContext, _reason: DialogReason): Promise<DialogTurnResult> {
    await this.#put(dc)
    return Dialog.EndOfTurn
  }

  #answersThis(turn: Turn): boolean {
    const { choice } = turn.reply
    const { prompt } = turn.session
    if (choice?.prompt !== this.#spec.id) return false
    return !this.#spec.isBinding || (prompt?.id === this.#spec.id && prompt.nonce === choice.nonce)
  }

  override async repromptDialog(context: TurnContext): Promise<void> {
    await this.#put({ context })
  }

  async #put(dc: Pick<DialogContext, 'context'>, problem?: MessageKey): Promise<void> {
    const turn = turnOf(dc)
    const asked = this.#spec.ask(turn)
    const nonce = turn.ports.newId()
    turn.session = { ...turn.session, prompt: { id: this.#spec.id, nonce, askedAt: turn.ports.now().getTime() } }
    const text = problem === undefined ? asked.text : joinProblem(say(turn)(problem), asked, problem)
    await dc.context.sendActivity(this.#toActivity(turn, text, asked.offers ?? [], nonce))
  }

  #toActivity(turn: Turn, text: string, offers: readonly Offer[], nonce: string): Partial<Activity> {
    const t = say(turn)
    const waysOut = this.#spec.hasWayOut === false ? [] : [PERSON, HOME]
    const actions = [
      ...offers.map((offer) => tap(offer.label, { prompt: this.#spec.id, choice: offer.value, nonce })),
      ...waysOut.map((way) => tap(t(way.key), { prompt: ANYWHERE, choice: way.value })),
    ]
    return {
      type: ActivityTypes.Message,
      text,
      suggestedActions: { to: [], actions },
      channelData: { prompt: this.#spec.id },
    }
  }
}

/** Sends plain sentences that wait for no answer. */
export async function tell(
  dc: Pick<DialogContext, 'context'>,
  text: string,
  channelData?: Readonly<Record<string, unknown>>,
): Promise<void> {
  await dc.context.sendActivity({ type: ActivityTypes.Message, text, ...(channelData ? { channelData } : {}) })
}

// A stale tap is told so and asked again in full; a reply not understood gets help in place of the question.
function joinProblem(sentence: string, asked: Asked, problem: MessageKey): string {
  return problem === 'stale' ? `${sentence}\n\n${asked.text}` : sentence
}

function tap(title: string, value: { prompt: string; choice: string; nonce?: string }): CardAction {
  return { type: 'messageBack', title, text: title, displayText: title, value }
}
