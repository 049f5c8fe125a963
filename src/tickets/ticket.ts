import type { RightsRequest } from '../consent/rightsRequest.ts'
import type { Scrubbed } from '../consent/scrubbed.ts'
import type { Vault } from '../consent/vault.ts'
import type { Category, CrisisKind, TicketType, Urgency } from './vocabulary.ts'

/** Where a ticket stands. `in_approval`, `in_review`, `reopened`, `withdrawn` and `merged` have no path to them yet. */
export const TICKET_STATES = [
  'received',
  'claimed',
  'drafted',
  'in_approval',
  'in_review',
  'answered',
  'closed',
  'reopened',
  'withdrawn',
  'merged',
] as const
export type TicketState = (typeof TICKET_STATES)[number]

/** The door a complaint came in by. */
export const CHANNELS = ['kakao', 'web', 'botframework'] as const
export type Channel = (typeof CHANNELS)[number]

export type Language = 'ko' | 'en'

/** When it happened: the day it comes to, and the words used. */
export type When = { readonly date: string; readonly text: string; readonly time?: string | undefined }

/**
 * Who wrote, seen from the patient: themselves, a child under 14 whose guardian agreed, or somebody else. Whoever is not the
 * patient is told of the process alone until the patient agreed or kinship was shown (의료법 §19①, §21②).
 */
export const RELATIONS = ['self', 'child', 'parent', 'guardian', 'family', 'other'] as const
export type Relation = (typeof RELATIONS)[number]

/** The personal part of a ticket, encrypted with the ticket's own key. */
export type TicketContent = {
  readonly v: 1
  /** `callback`: a wish to be called. `rights`: about the person's own data, for the privacy officer. */
  readonly kind: 'story' | 'callback' | 'rights'
  readonly story: Scrubbed
  /** One line with every personal datum masked; the only words a Slack card may carry. */
  readonly gist: string
  /** The words tell of health: sensitive data (개인정보 보호법 §23). */
  readonly health: boolean
  readonly when?: When | undefined
  readonly where?: string | undefined
  readonly wish?: string | undefined
  /** What the tokens in the words above stand for. */
  readonly vault: Vault
  readonly name?: string | undefined
  readonly phone?: string | undefined
  readonly goodTime?: string | undefined
  readonly relation?: Relation | undefined
  /** What a ticket of kind `rights` asks for; absent on every other one. */
  readonly request?: RightsRequest | undefined
}

/** A ticket as everyone inside may know it; the words are apart, in `TicketContent`. */
export type Ticket = {
  readonly id: string
  readonly number: string
  readonly type: TicketType
  readonly category: Category
  /** The department concerned, by its Korean name. */
  readonly department: string
  /** The department whose channel gets the card; differs where the department's name alone would tell too much. */
  readonly deskDepartment: string
  readonly urgency: Urgency
  readonly crisis: CrisisKind | undefined
  readonly state: TicketState
  /** Rises by one with every change; a card or modal of an older revision is out of date. */
  readonly revision: number
  readonly channel: Channel
  readonly language: Language
  /** The conversation to answer in; absent for anonymous tickets, which keep no link to theirs. */
  readonly conversationId: string | undefined
  /** Whether consent lets Slack carry what staff read and write about this ticket. */
  readonly slackCovered: boolean
  /** Slack user id of the one who claimed it. */
  readonly assignee: string | undefined
  readonly createdAt: Date
  readonly dueAt: Date
  readonly answeredAt: Date | undefined
  /** When its words, contact and key were destroyed. What is left then names nobody. */
  readonly destroyedAt: Date | undefined
}

/** A ticket about to be filed. */
export type NewTicket = Omit<Ticket, 'state' | 'revision' | 'assignee' | 'answeredAt' | 'destroyedAt'> & {
  /** Same for every try at filing the same confirmed summary, so that it is filed once. */
  readonly filingKey: string
  /** Keyed hash of the secret an anonymous filer follows the ticket by. */
  readonly secretHash: string | undefined
  readonly content: TicketContent
}

/** Who did something to a ticket. */
export type Actor =
  { readonly kind: 'patient' } | { readonly kind: 'staff'; readonly slackUserId: string } | { readonly kind: 'system' }

/** What can happen to a ticket; each leaves one line of history. */
export type TicketAction =
  | 'filed'
  | 'claimed'
  | 'released'
  | 'noted'
  | 'drafted'
  | 'answered'
  | 'resolved'
  /** The person took the complaint back. */
  | 'withdrawn'
  /** The person took back the consent that let Slack carry its words. */
  | 'bared'
  /** The person corrected how to reach or call them. */
  | 'corrected'
  /** The privacy officer did what the request asks for, or would not. */
  | 'carried_out'
  | 'refused'
  /** Destroyed because the person wanted it, by the privacy officer. */
  | 'erased'

/** One line of a ticket's history. `text` (a note, a draft, an answer) is encrypted like the ticket's words. */
export type HistoryEntry = {
  readonly at: Date
  readonly actor: Actor
  readonly action: TicketAction
  readonly from: TicketState | undefined
  readonly to: TicketState
  readonly text: string | undefined
}
