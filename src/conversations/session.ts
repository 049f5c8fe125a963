import type { ConsentAnswers, ReceiptPurpose } from '../consent/consent.ts'
import type { RightsOrder } from '../consent/rightsOrder.ts'
import type { Scrubbed } from '../consent/scrubbed.ts'
import type { Vault } from '../consent/vault.ts'
import type { Channel, Language, Relation, When } from '../tickets/ticket.ts'
import type { Category, CrisisKind, TicketType, Urgency } from '../tickets/vocabulary.ts'

/** What a person has told so far on the way to a ticket. Plain, versioned data. */
export type Draft = {
  readonly age?: 'adult' | 'child' | 'guardian'
  /**
   * Of a child under 14: the guardian was written to; or has answered, or was not reached, and the child was not told yet.
   */
  readonly guardian?: 'asked' | 'agreed' | 'refused' | 'unreached'
  /** Who a guardian is to the patient; `self` where the story turned out to be about nobody else. */
  readonly relation?: Relation
  /** The person chose to file without personal data. */
  readonly anonymous?: boolean
  readonly story?: Scrubbed
  /** The story tells of health, which needs a consent of its own. */
  readonly health?: boolean
  readonly type?: TicketType
  readonly category?: Category
  readonly department?: string
  readonly urgency?: Urgency
  readonly crisis?: CrisisKind
  /** No rule could place it: the coordinator gets the card. */
  readonly abstained?: boolean
  readonly when?: When | 'unknown'
  readonly where?: string
  readonly wish?: string
  readonly phone?: string
  readonly goodTime?: string
  /** A call asked for in the middle of something else. */
  readonly callback?: { readonly phone: string; readonly goodTime: string }
  /** What the person asked to add or change, though it need not be asked. */
  readonly askFor?: 'where' | 'wish' | 'phone' | 'photos'
  /** Ids of the photos sent for it. */
  readonly photos?: readonly string[]
  /** The questions answered on the way, oldest first, so that somebody can go back to the one before. */
  readonly trail?: readonly string[]
  /** Whoever praises or proposes wants an answer, and so gives a name. */
  readonly wantsAnswer?: boolean
  /** What is to be done with the person's data once they confirm it. */
  readonly order?: RightsOrder
  /** Made before the summary is shown, so that every try at filing this draft files the same ticket. */
  readonly filing?: { readonly key: string; readonly number: string; readonly secret?: string }
}

/** The question the person is looking at. A tap is an answer to it only when it carries the same nonce. */
export type OpenPrompt = {
  readonly id: string
  readonly nonce: string
  readonly askedAt: number
  /** The yes or no that led to it: where the channel may have lost this question, the same again may be meant for the last. */
  readonly after?: { readonly yes: boolean; readonly isTapped: boolean }
}

/**
 * The state of one conversation between turns.
 *
 * Until consent covers it, it lives in the hold alone (`isDurable` false); from then on in PostgreSQL, encrypted.
 */
export type Session = {
  readonly v: 1
  readonly conversationId: string
  readonly channel: Channel
  readonly language: Language
  readonly isDurable: boolean
  /** Compare-and-set counter of the stored row; 0 before there is one. */
  readonly version: number
  /** Milliseconds since 1970; an unfinished draft is dropped 24 hours after the last turn. */
  readonly lastTurnAt: number
  /** Number of the next activity. Starts at the creation time in ms, so that a lost hold never gives one out twice. */
  readonly nextSequence: number
  /** botbuilder's dialog stack, as plain data. */
  readonly dialogState: Readonly<Record<string, unknown>>
  readonly prompt?: OpenPrompt | undefined
  readonly draft: Draft
  /** What the tokens in this conversation's texts stand for. */
  readonly vault: Vault
  /** The answers to the notices so far; each has a receipt of its own. */
  readonly consents: ConsentAnswers
  /** The version of each notice that was answered last; where it is absent or changed, the notice is asked again. */
  readonly noticeVersions?: Readonly<Partial<Record<ReceiptPurpose, string>>>
  /** Crisis kinds answered in this conversation, so that each pages the duty contact once. */
  readonly pagedCrises: readonly CrisisKind[]
  /**
   * The danger noted last. `told`: what of where they are was tapped so far, or that nothing is left to ask.
   */
  readonly incident?:
    | {
        readonly number: string
        readonly at: number
        readonly isPaged: boolean
        readonly told?: 'inside' | 'outside' | 'all'
      }
    | undefined
  /** The person is spoken to in easy Korean. Children are in any case. */
  readonly easy?: boolean | undefined
  /** The last event taken in: the very same words or tap, sent again within moments, are the same event. */
  readonly lastEvent?: { readonly fingerprint: string; readonly key: string; readonly at: number } | undefined
  /** The person was told that an id number was removed. */
  readonly toldScrubbed: boolean
  /** The person was asked to be calm; that is said once. */
  readonly toldCalm?: boolean
  /** How to reach the person: a channel's own address, encrypted wherever it is stored. */
  readonly address: ChannelAddress
}

/** Where a conversation can be spoken to. */
export type ChannelAddress =
  | { readonly channel: 'web' }
  | {
      readonly channel: 'kakao'
      readonly botId: string
      readonly userKey: string
      readonly isFriend: boolean
      readonly isTest: boolean
    }
  | { readonly channel: 'botframework'; readonly reference: Readonly<Record<string, unknown>> }

/** One activity of a conversation, as stored and replayed. `body` is a Bot Framework activity in our spelling. */
export type TranscriptActivity = {
  readonly sequence: number
  readonly fromBot: boolean
  readonly at: Date
  readonly body: ActivityBody
}

/** What an activity says, apart from ids and addresses. */
export type ActivityBody = {
  readonly type: 'message' | 'typing' | 'endOfConversation'
  readonly text?: string | undefined
  readonly locale?: string | undefined
  readonly suggestedActions?: readonly Choice[] | undefined
  readonly link?: { readonly label: string; readonly url: string } | undefined
  readonly channelData?: Readonly<Record<string, unknown>> | undefined
  /** What the person's own client calls itself, echoed back so that it knows its own activities. */
  readonly from?: string | undefined
  /** The outbox row this message carries, for messages the hospital sends on its own. */
  readonly deliveryId?: string | undefined
  /** What was just filed, at a glance; `text` says the same. */
  readonly receipt?: Receipt | undefined
  /** Which part of a long answer is shown, where the channel shows it in parts; absent: the first. */
  readonly part?: number | undefined
}

/** A heading, and names with what they stand for. */
export type Receipt = {
  readonly title: string
  readonly facts: readonly { readonly name: string; readonly value: string }[]
}

/** One choice offered with a question. `nonce` is there where a tap agrees or files. */
export type Choice = {
  readonly value: string
  readonly label: string
  readonly prompt?: string | undefined
  readonly nonce?: string | undefined
}
