import {
  type Activity,
  ActivityTypes,
  type Attachment,
  type CardAction,
  CardFactory,
  type TurnContext,
} from 'botbuilder'
import { Dialog, type DialogContext, type DialogReason, type DialogTurnResult } from 'botbuilder-dialogs'

import type { MessageKey } from '../locales/locales.ts'
import type { OpenPrompt, Receipt } from '../src/conversations/session.ts'
import { isBareYesOrNo, isFileAlone, readYesNo } from './reading.ts'
import { say, type Turn, turnOf } from './turn.ts'

/** What a reply meant: an answer, or why it was none (a sentence of the locale that helps). */
export type Reading<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: MessageKey }

/** One way to answer by tapping. */
export type Offer = { readonly value: string; readonly label: string }

/** A question as it is put to the person now. */
export type Asked = {
  readonly text: string
  readonly offers?: readonly Offer[]
  /** A page that belongs to the question. */
  readonly link?: { readonly label: string; readonly url: string }
}

/** One question: how it is asked, and how an answer is read. Its id is the stable prompt id. */
export type QuestionSpec<T> = {
  readonly id: string
  ask(turn: Turn): Asked
  /**
   * Reads a typed reply, or the tapped offer's value. Text that means the same as a tap counts the same.
   *
   * @param misses how many replies to this question could not be read before this one
   */
  read(turn: Turn, choice: string | undefined, misses: number): Reading<T>
  /** An answer that agrees or files: a tap counts only on the newest copy, and that copy always says all of it. */
  readonly isBinding?: boolean
  /** Tells whether it was answered elsewhere meanwhile: it then ends without an answer of its own. */
  isSettled?(turn: Turn): boolean
  /** Names this copy of the question; a fresh id where absent. */
  nonce?(turn: Turn): string
}

const HOME: { readonly value: string; readonly key: MessageKey } = { value: 'home', key: 'choice.home' }
const PERSON: { readonly value: string; readonly key: MessageKey } = { value: 'person', key: 'choice.person' }

/** The prompt id under which taps on the ways out arrive; they work at any time, on any bubble. */
export const ANYWHERE = 'anywhere'

/** A yes typed within this time of a question was meant for the one before: nobody has read this one yet. */
const UNREAD_FOR_MS = 1_000
/** On KakaoTalk, which may lose an answer without a word, so is the same yes again within the time it takes to read. */
const SENT_AGAIN_WITHIN_MS = 5_000

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
    if (this.#spec.isSettled?.(turn)) return this.#end(dc, turn)
    const { choice } = turn.reply
    if (choice && !this.#answersThis(turn)) return this.#askAgain(dc, 'stale')
    if (!choice && isFileAlone(turn.reply.text)) return this.#miss(dc, 'story.noFiles')
    const misses = missesOf(dc)
    if (misses === 0 && this.#mayBeDoubled(turn)) return this.#miss(dc, 'doubled')
    const reading = this.#spec.read(turn, choice?.value, misses)
    if (!reading.ok) return turn.ifUnread ? this.#putAgain(dc, turn.ifUnread) : this.#miss(dc, reading.problem)
    return this.#end(dc, turn, reading.value)
  }

  /** Asks again after something else was dealt with in between. */
  override async resumeDialog(dc: DialogContext, _reason: DialogReason): Promise<DialogTurnResult> {
    await this.#put(dc)
    return Dialog.EndOfTurn
  }

  override async repromptDialog(context: TurnContext): Promise<void> {
    await this.#put({ context })
  }

  #answersThis(turn: Turn): boolean {
    const { choice } = turn.reply
    const { prompt } = turn.session
    if (choice?.prompt !== this.#spec.id) return false
    return !this.#spec.isBinding || (prompt?.id === this.#spec.id && prompt.nonce === choice.nonce)
  }

  async #end(dc: DialogContext, turn: Turn, answer?: T): Promise<DialogTurnResult> {
    turn.session = { ...turn.session, prompt: undefined }
    return dc.endDialog(answer)
  }

  #mayBeDoubled(turn: Turn): boolean {
    const { reply, session, ports } = turn
    if (!this.#spec.isBinding || reply.choice || readYesNo(reply.text) === undefined) return false
    const shownForMs = ports.now().getTime() - (session.prompt?.askedAt ?? 0)
    if (turn.isQuestionUnseen || isSentAgain(turn, shownForMs)) return true
    return isBareYesOrNo(reply.text) && shownForMs < UNREAD_FOR_MS
  }

  // Something else in the message was understood, so the answer was not tried in vain.
  async #putAgain(dc: DialogContext, said: MessageKey | 'put_again'): Promise<DialogTurnResult> {
    if (said !== 'put_again') await tell(dc, say(turnOf(dc))(said))
    await this.#put(dc)
    return Dialog.EndOfTurn
  }

  async #miss(dc: DialogContext, problem: MessageKey): Promise<DialogTurnResult> {
    if (dc.activeDialog) dc.activeDialog.state = { misses: missesOf(dc) + 1 }
    return this.#askAgain(dc, problem)
  }

  async #askAgain(dc: DialogContext, problem: MessageKey): Promise<DialogTurnResult> {
    await this.#put(dc, problem)
    return Dialog.EndOfTurn
  }

  async #put(dc: Pick<DialogContext, 'context'>, problem?: MessageKey): Promise<void> {
    const turn = turnOf(dc)
    const asked = this.#spec.ask(turn)
    const nonce = this.#spec.nonce?.(turn) ?? turn.ports.newId()
    const askedAt = turn.ports.now().getTime()
    turn.session = { ...turn.session, prompt: { id: this.#spec.id, nonce, askedAt, ...answeredWith(turn) } }
    // What was answered elsewhere is not put again: the main dialog goes on with it instead.
    if (this.#spec.isSettled?.(turn)) return
    const text = problem === undefined ? asked.text : this.#explain(say(turn)(problem), asked, problem)
    await dc.context.sendActivity(this.#toActivity(turn, { ...asked, text }, nonce))
  }

  // A stale tap is told so and asked again in full, as is whatever binds; else help takes the place of the question.
  #explain(sentence: string, asked: Asked, problem: MessageKey): string {
    return problem === 'stale' || this.#spec.isBinding ? `${sentence}\n\n${asked.text}` : sentence
  }

  #toActivity(turn: Turn, { text, offers = [], link }: Asked, nonce: string): Partial<Activity> {
    const t = say(turn)
    const actions = [
      ...offers.map((offer) => tap(offer.label, { prompt: this.#spec.id, choice: offer.value, nonce })),
      ...[PERSON, HOME].map((way) => tap(t(way.key), { prompt: ANYWHERE, choice: way.value })),
    ]
    return {
      type: ActivityTypes.Message,
      text,
      suggestedActions: { to: [], actions },
      ...(link ? { attachments: [linkCard(link)] } : {}),
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

/** Sends the sentences that say something was filed, with a card that says it at a glance. */
export async function tellReceipt(
  dc: Pick<DialogContext, 'context'>,
  text: string,
  { title, facts }: Receipt,
  channelData: Readonly<Record<string, unknown>>,
): Promise<void> {
  const content = { title, facts: facts.map(({ name, value }) => ({ key: name, value })) }
  const attachments = [{ contentType: CardFactory.contentTypes.receiptCard, content }]
  await dc.context.sendActivity({ type: ActivityTypes.Message, text, attachments, channelData })
}

/** Sends a sentence with a page to open. */
export async function tellLink(
  dc: Pick<DialogContext, 'context'>,
  text: string,
  link: { readonly label: string; readonly url: string },
): Promise<void> {
  await dc.context.sendActivity({ type: ActivityTypes.Message, text, attachments: [linkCard(link)] })
}

function answeredWith({ reply }: Turn): Pick<OpenPrompt, 'after'> {
  const yes = readYesNo(reply.text)
  return yes === undefined ? {} : { after: { yes, isTapped: reply.choice !== undefined } }
}

// Whoever taps and then types the very same has most likely not seen this question, and nothing to tap under it.
function isSentAgain({ reply, session }: Turn, shownForMs: number): boolean {
  const { after } = session.prompt ?? {}
  if (session.channel !== 'kakao' || !after || readYesNo(reply.text) !== after.yes) return false
  return after.isTapped || shownForMs < SENT_AGAIN_WITHIN_MS
}

function missesOf(dc: DialogContext): number {
  const misses: unknown = dc.activeDialog?.state?.misses
  return typeof misses === 'number' ? misses : 0
}

function tap(title: string, value: { prompt: string; choice: string; nonce?: string }): CardAction {
  return { type: 'messageBack', title, text: title, displayText: title, value }
}

function linkCard({ label, url }: NonNullable<Asked['link']>): Attachment {
  return CardFactory.heroCard('', [], [{ type: 'openUrl', title: label, value: url }])
}
