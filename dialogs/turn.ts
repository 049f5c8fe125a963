import type { Activity } from 'botbuilder'
import type { DialogContext } from 'botbuilder-dialogs'

import { translate, type Translate } from '../locales/locales.ts'
import type { Understanding } from '../skills/understanding/understanding.ts'
import type { ConsentPurpose, ConsentReceipt } from '../src/consent/consent.ts'
import type { ConsentGrant } from '../src/consent/consentLinks.ts'
import type { NoticeBook } from '../src/consent/noticeBook.ts'
import type { Processor } from '../src/consent/processorsAbroad.ts'
import type { Holdings, RightsPlan, TicketRef } from '../src/consent/rights.ts'
import type { Scrubbed } from '../src/consent/scrubbed.ts'
import type { UsedLink } from '../src/conversations/ports.ts'
import type { Draft, Session } from '../src/conversations/session.ts'
import type {
  GuardianContact,
  GuardianDetails,
  GuardianRequest,
  NewGuardianRequest,
} from '../src/guardian/guardianRequest.ts'
import type { Hospital } from '../src/hospital/hospital.ts'
import type { Language, NewTicket, Ticket, TicketContent } from '../src/tickets/ticket.ts'

/** What dialogs want done. They decide; the turn writes, all at once, before anything is shown. */
export type Effect =
  | { readonly kind: 'receipt'; readonly receipt: ConsentReceipt }
  | { readonly kind: 'file'; readonly ticket: NewTicket }
  | { readonly kind: 'page'; readonly incident: string }
  /** A guardian is to be asked; an earlier request of this conversation goes. */
  | { readonly kind: 'ask_guardian'; readonly request: NewGuardianRequest }
  /** A guardian refused, and the child was told: what is left of the request goes. */
  | { readonly kind: 'forget_guardian'; readonly requestId: string }
  | RightsEffect
  /** A link to the consent page was answered, and cannot be again. */
  | { readonly kind: 'use_link'; readonly link: UsedLink }

/** What a person wants done with the data held about them. */
export type RightsEffect =
  | { readonly kind: 'withdraw'; readonly purpose: ConsentPurpose; readonly plan: RightsPlan }
  | { readonly kind: 'erase'; readonly plan: RightsPlan }
  | {
      readonly kind: 'correct'
      readonly tickets: readonly TicketRef[]
      readonly contact: Partial<Pick<TicketContent, 'name' | 'phone'>>
    }

/** What dialogs may look up. */
export type DialogPorts = {
  readonly hospital: Hospital
  readonly notices: NoticeBook
  /** Who outside Korea receives data; where nobody does, nobody is asked about it. */
  readonly processorsAbroad: readonly Processor[]
  /** The address of a consent page, good for half an hour. */
  readonly consentPageUrl: (grant: ConsentGrant, language: Language) => string
  readonly now: () => Date
  readonly newId: () => string
  readonly randomInt: (below: number) => number
  /** Keyed hash of a secret or number, for look-ups. */
  readonly hash: (purpose: string, value: string) => string
  readonly findOwnTickets: (conversationId: string) => Promise<readonly Ticket[]>
  readonly findTicketBySecret: (secretHash: string) => Promise<Ticket | undefined>
  readonly findAnswer: (ticketId: string) => Promise<string | undefined>
  /** What is held about whoever writes in a conversation. */
  readonly findHoldings: (conversationId: string) => Promise<Holdings>
  /** The address of the page that shows a person what is held about them, good for half an hour. */
  readonly myDataUrl: (conversationId: string, language: Language) => Promise<string>
  /** @returns false when this was tried too often */
  readonly takeTry: (key: string) => Promise<boolean>
  /** The kinds of contact a guardian can be written to; none where neither mail nor text messages are set up. */
  readonly guardianContacts: readonly GuardianContact['kind'][]
  /** The request for a guardian's consent that was made in a conversation; undefined when there is none now. */
  readonly findGuardianRequest: (conversationId: string) => Promise<GuardianRequest | undefined>
  readonly findGuardianDetails: (requestId: string) => Promise<GuardianDetails | undefined>
  /** @returns false when a guardian was written to too often today, from this conversation or at this contact */
  readonly takeGuardianMessage: (key: string) => Promise<boolean>
}

/** What the person said or tapped, cleaned. */
export type Reply = {
  /** As said, without what may never be kept: to be read now, and kept nowhere. */
  readonly heard: string
  /** The same in the form that may be kept: names, numbers and addresses are tokens of the session's vault. */
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
    const { age, guardian } = this.session.draft
    this.session = { ...this.session, draft: {} }
    this.learn({ age, guardian })
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
