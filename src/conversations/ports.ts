import type { ConsentReceipt } from '../consent/consent.ts'
import type { Covered } from '../consent/coverage.ts'
import type { DestructionOrder } from '../retention/destruction.ts'
import type { GuardianTx } from '../guardian/ports.ts'
import type { IncidentTx } from '../incidents/ports.ts'
import type { PhotoTx } from '../photos/ports.ts'
import type { TicketTx } from '../tickets/ports.ts'
import type { ActivityBody, Session, TranscriptActivity } from './session.ts'

/** What a turn writes, all at once. */
export type TurnWrite = {
  /** Names the inbound event; a repeat finds it and gets the same answer. Undefined for turns nobody sent. */
  readonly eventKey: string | undefined
  /** The session as it was loaded, for compare-and-set. */
  readonly before: Session
  readonly after: Covered<Session, 'record'>
  /** Activities of this turn, in order, that consent lets us keep; numbered from `before.nextSequence`. */
  readonly activities: readonly Covered<TranscriptActivity, 'record'>[]
  /** What the bot answered, kept for a repeat of the event. */
  readonly replies: readonly ActivityBody[]
  readonly receipts: readonly ConsentReceipt[]
  readonly at: Date
}

/** A link to the consent page that was answered. Only its hash is kept, and only for as long as the link would work. */
export type UsedLink = { readonly tokenHash: string; readonly expiresAt: Date }

/** What a transaction can do to conversations, besides tickets and the outbox. */
export type ConversationTx = TicketTx &
  GuardianTx &
  IncidentTx &
  PhotoTx & {
    /**
     * Writes a durable session, its activities and the event.
     * @throws {StoreError} `conversation_moved_on` when another turn was written since it was loaded
     */
    writeTurn(write: TurnWrite): Promise<void>
    /** Writes receipts that stand alone: a refusal's identifies nobody. */
    writeReceipts(receipts: readonly ConsentReceipt[], conversationId: string | undefined): Promise<void>
    /**
     * Notes that a link was answered.
     * @throws {StoreError} `link_used` when it was before
     */
    useLink(link: UsedLink): Promise<void>
    /** The delivery has been put before the person; stored with the turn that shows it. */
    markReplyShown(deliveryId: string, state: 'sent' | 'delivered', at: Date): Promise<void>
    /**
     * Destroys a conversation's transcript and events; it goes on under a new key.
     * @returns false when there is none
     */
    destroyTranscript(conversationId: string, order: DestructionOrder): Promise<boolean>
  }

/** A reply the hospital wants to give in a conversation, waiting for its turn. */
export type WaitingReply = {
  readonly deliveryId: string
  readonly ticketId: string
  readonly ticketNumber: string
  readonly text: string
}

/** Stored conversations, from consent on. */
export type ConversationStore = {
  transact<T>(work: (tx: ConversationTx) => Promise<T>): Promise<T>
  findSession(conversationId: string): Promise<Session | undefined>
  /** What was answered to an event that was seen before. */
  findReplies(conversationId: string, eventKey: string): Promise<readonly ActivityBody[] | undefined>
  /** Tells whether a link to the consent page was answered. */
  isLinkUsed(tokenHash: string): Promise<boolean>
  /** Activities numbered after `afterSequence`, in order, at most `limit`; undefined for a conversation not stored. */
  listActivities(
    conversationId: string,
    afterSequence: number,
    limit: number,
  ): Promise<readonly TranscriptActivity[] | undefined>
  /** Receipts of a conversation, in the order of the answers. */
  listReceipts(conversationId: string): Promise<readonly ConsentReceipt[]>
  /** Replies whose delivery to this conversation is not yet sent, oldest first. */
  listWaitingReplies(conversationId: string): Promise<readonly WaitingReply[]>
  /** The person's client has received everything up to this sequence: deliveries in it become `delivered`. */
  markDelivered(conversationId: string, upToSequence: number, at: Date): Promise<void>
  /** Drops drafts, events and transcripts that are past their time. @returns how many conversations lost their draft */
  dropExpired(now: Date): Promise<number>
}

/** A conversation before consent covers it, with everything said in it. */
export type HeldConversation = {
  readonly v: 1
  readonly session: Session
  readonly transcript: readonly HeldActivity[]
  /** The last events and what was answered to them, newest last. */
  readonly events: readonly {
    readonly key: string
    readonly sequence: number | null
    readonly replies: readonly ActivityBody[]
  }[]
}

/** An activity in the hold. */
export type HeldActivity = {
  readonly activity: TranscriptActivity
  /** Words that need a consent of their own. */
  readonly health: boolean
  /** Refused to be kept, or taken back: not written down, whatever is agreed to later. */
  readonly dropped: boolean
}

/** The hold for conversations: memory or Redis, never PostgreSQL. All of it is gone half an hour after the last turn. */
export type HeldConversations = {
  find(conversationId: string): Promise<HeldConversation | undefined>
  put(held: HeldConversation): Promise<void>
  drop(conversationId: string): Promise<void>
  /** What was kept by `putDigits`; undefined where nothing is. */
  findDigits(conversationId: string): Promise<unknown>
  /** Keeps digits that may be part of a number still being said; none forgets them. */
  putDigits(conversationId: string, digits: readonly unknown[]): Promise<void>
  /** Keys of events whose answer came too late to be shown. */
  findUnseen(conversationId: string): Promise<readonly string[]>
  putUnseen(conversationId: string, eventKeys: readonly string[]): Promise<void>
}
