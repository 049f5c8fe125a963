import type { Activity } from 'botbuilder'
import type { DialogContext } from 'botbuilder-dialogs'

import { type MessageKey, translate, type Translate } from '../locales/locales.ts'
import type { Understanding } from '../skills/understanding/understanding.ts'
import type { ConsentPurpose, ConsentReceipt } from '../src/consent/consent.ts'
import { levelOf } from './level.ts'
import type { ReadStory } from './storyReading.ts'
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
import { sentenceValues } from '../src/hospital/helplines.ts'
import type { Hospital } from '../src/hospital/hospital.ts'
import type { IncidentContact, NewIncident } from '../src/incidents/incident.ts'
import type { NewPhoto, Photo, PhotoSource } from '../src/photos/photo.ts'
import type { Language, NewTicket, Ticket, TicketContent } from '../src/tickets/ticket.ts'

/** What dialogs want done. They decide; the turn writes, all at once, before anything is shown. */
export type Effect =
  | { readonly kind: 'receipt'; readonly receipt: ConsentReceipt }
  /** `photos`: those sent for it. */
  | { readonly kind: 'file'; readonly ticket: NewTicket; readonly photos?: readonly string[] | undefined }
  /** Somebody on duty is called; `isSummary`: for more than one danger. */
  | { readonly kind: 'page'; readonly incident: string; readonly isSummary: boolean }
  /** A danger is noted for those on duty, whether or not they are called for it. */
  | { readonly kind: 'incident'; readonly incident: NewIncident }
  /** Somebody in danger said where they are or how to call them. `isNews`: those who were called are told that there is more. */
  | {
      readonly kind: 'leave_contact'
      readonly incident: string
      readonly isNews: boolean
      readonly contact: IncidentContact
    }
  /** Photos are to be fetched from where they wait. */
  | { readonly kind: 'photos'; readonly photos: readonly NewPhoto[] }
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
  readonly myDataUrl: (conversationId: string, language: Language) => string
  /** How photos are getting on that were sent; those that are gone are not among them. */
  readonly listPhotos: (ids: readonly string[]) => Promise<readonly Pick<Photo, 'state'>[]>
  /** @returns false when this was tried too often */
  readonly takeTry: (key: string) => Promise<boolean>
  /** The kinds of contact a guardian can be written to; none where neither mail nor text messages are set up. */
  readonly guardianContacts: readonly GuardianContact['kind'][]
  /** The request for a guardian's consent that was made in a conversation; undefined when there is none now. */
  readonly findGuardianRequest: (conversationId: string) => Promise<GuardianRequest | undefined>
  readonly findGuardianDetails: (requestId: string) => Promise<GuardianDetails | undefined>
  /** @returns false when a guardian was written to too often today, from this conversation or at this contact */
  readonly takeGuardianMessage: (key: string) => Promise<boolean>
  /**
   * How somebody on duty is to be called for a danger: for it alone, for it and others together, or not again.
   * `isKnown`: in a conversation that is written down.
   */
  readonly takeDangerPage: (from: { readonly isKnown: boolean }) => Promise<'page' | 'summary' | 'folded'>
  /** Reads a story better than the rules do; absent where no language model is configured. */
  readonly readStory?: ReadStory | undefined
}

/** What the person said or tapped, cleaned. */
export type Reply = {
  /** As said, without what may never be kept: to be read now, and kept nowhere. */
  readonly heard: string
  /** The same in the form that may be kept: names, numbers and addresses are tokens of the session's vault. */
  readonly text: Scrubbed
  readonly understanding: Understanding
  /** A photo or a file came with it. */
  readonly hasFile?: boolean
  /** Photos that were sent the way they may be; none: they could not be read. */
  readonly photos?: readonly PhotoSource[] | undefined
  readonly choice?: { readonly prompt: string; readonly value: string; readonly nonce?: string | undefined } | undefined
}

/** Far more questions than there are on any way. */
const TRAIL_MAX = 20

/** One turn, as dialogs see it: what was said, what is known, what is to be done. */
export class Turn {
  readonly ports: DialogPorts
  readonly reply: Reply
  readonly effects: Effect[] = []
  /** What will be shown, in order, once everything is written. */
  readonly replies: Partial<Activity>[] = []
  /** What is said is about something filed without a name: in the hold it is never written down later. */
  tellsOfNameless = false
  /**
   * What is said where the open question cannot read this message, in place of its own help: something else in the message
   * was understood. `put_again`: nothing but the question.
   */
  ifUnread: MessageKey | 'put_again' | undefined
  /** The question before the person was answered too late to be shown: what they type cannot be meant for it. */
  isQuestionUnseen = false
  session: Session
  /** Until when a model may be waited for, on the clock of `performance.now()`; past from the start: not at all. */
  readonly modelDeadlineMs: number

  constructor(ports: DialogPorts, reply: Reply, session: Session, modelDeadlineMs = 0) {
    this.modelDeadlineMs = modelDeadlineMs
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

  /** Remembers that a question was answered. */
  noteAnswered(question: string): void {
    this.learn({ trail: [...(this.draft.trail ?? []), question].slice(-TRAIL_MAX) })
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

/** A sentence in the person's language, as easy as they need it. */
export function say(turn: Turn): Translate {
  const { session, ports } = turn
  const { language } = session
  const known = sentenceValues(ports.hospital, language)
  return (key, values) => translate(language, key, { ...known, ...values }, levelOf(session))
}
