import type { Activity } from 'botbuilder'
import type { DialogContext } from 'botbuilder-dialogs'

import { translate, type Translate } from '../locales/locales.ts'
import type { Understanding } from '../skills/understanding/understanding.ts'
import type { ConsentReceipt } from '../src/consent/consent.ts'
import type { Scrubbed } from '../src/consent/scrubbed.ts'
import type { Draft, Session } from '../src/conversations/session.ts'
import type { Hospital } from '../src/hospital/hospital.ts'
import type { NewTicket, Ticket } from '../src/tickets/ticket.ts'

/** What dialogs want done. They decide; the turn writes, all at once, before anything is shown. */
export type Effect =
  | { readonly kind: 'receipt'; readonly receipt: ConsentReceipt }
  | { readonly kind: 'file'; readonly ticket: NewTicket }
  | { readonly kind: 'page'; readonly incident: string }

/** What dialogs may look up. */
export type DialogPorts = {
  readonly hospital: Hospital
  readonly now: () => Date
  readonly newId: () => string
  readonly randomInt: (below: number) => number
  /** Keyed hash of a secret or number, for look-ups. */
  readonly hash: (purpose: string, value: string) => string
  readonly findOwnTickets: (conversationId: string) => Promise<readonly Ticket[]>
  readonly findTicketBySecret: (secretHash: string) => Promise<Ticket | undefined>
  readonly findAnswer: (ticketId: string) => Promise<string | undefined>
  /** @returns false when this was tried too often */
  readonly takeTry: (key: string) => Promise<boolean>
}

/** What the person said or tapped, cleaned. */
export type Reply = {
  readonly text: Scrubbed
  readonly understanding: Understanding
  readonly choice?: { readonly prompt: string; readonly value: string; readonly nonce?: string | undefined } | undefined
}

/** One turn, as dialogs see it: what was said, what is known, what is to be done. */
export class Turn {
  readonly ports: DialogPorts
  readonly reply: Reply
  readonly effects: Effect[] = []
  /** What will be shown, in order, once everything is written. */
  readonly replies: Partial<Activity>[] = []
  session: Session

  constructor(ports: DialogPorts, reply: Reply, session: Session) {
    this.ports = ports
    this.reply = reply
    this.session = session
  }

  get draft(): Draft {
    return this.session.draft
  }

  /** Adds to what is known; a key set to undefined is forgotten. */
  learn(news: { readonly [K in keyof Draft]?: Draft[K] | undefined }): void {
    const draft = { ...this.session.draft, ...news }
    const known = Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== undefined))
    this.session = { ...this.session, draft: known }
  }

  /** Forgets what was being told; consents stay. */
  forgetDraft(): void {
    const { age } = this.session.draft
    this.session = { ...this.session, draft: {} }
    this.learn({ age })
  }
}

const TURN = Symbol('turn')

/** Hands a turn to the dialogs that will run in this context. */
export function attachTurn(state: { set(key: unknown, value: unknown): void }, turn: Turn): void {
  state.set(TURN, turn)
}

/** The turn a dialog runs in. */
export function turnOf(dc: Pick<DialogContext, 'context'>): Turn {
  const turn: unknown = dc.context.turnState.get(TURN)
  if (turn instanceof Turn) return turn
  throw new Error('A dialog ran outside a turn.')
}

/** A sentence in the person's language. */
export function say(turn: Turn): Translate {
  return (key, values) =>
    translate(turn.session.language, key, {
      hospital: turn.ports.hospital.name[turn.session.language],
      phone: turn.ports.hospital.phone,
      emergencyRoom: turn.ports.hospital.emergencyRoom,
      visit: turn.ports.hospital.visit[turn.session.language],
      ...values,
    })
}
