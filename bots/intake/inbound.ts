import type { ConsentArrival } from '../../dialogs/consentArrival.ts'
import type { ReceiptPurpose } from '../../src/consent/consent.ts'
import type { PhotoSource } from '../../src/photos/photo.ts'
import type { ActivityBody, ChannelAddress, TranscriptActivity } from '../../src/conversations/session.ts'

/** What a door hands to the turn once it has authenticated and parsed what came in. */
export type InboundEvent = {
  readonly conversationId: string
  /** Names this event: the same key again is the same event, and gets the same answer. */
  readonly eventKey: string
  /**
   * Where the channel gives events no id, `eventKey` is drawn from what was said, and only the last event, within
   * this time, counts as the same.
   */
  readonly repeatWithinMs?: number | undefined
  readonly address: ChannelAddress
  /**
   * `start`: somebody came; `message`: they said or tapped something; `visit`: they came by, and waiting replies may be
   * shown; `consents`: they answered notices on a page; `go_on`: the conversation takes up what was answered on a page.
   */
  readonly kind: 'start' | 'message' | 'visit' | 'consents' | 'go_on'
  /** For `consents`: the answers. */
  readonly arrival?: ConsentArrival | undefined
  /** For `visit`: the channel shows whatever is answered now, so a reply that must wait is at least announced. */
  readonly asksForAnswer?: boolean | undefined
  /** As typed, before anything was removed. Empty for `start` and `visit`. Never logged. */
  readonly text: string
  /** Photos that were sent the way they may be, and not fetched yet; none: they could not be read. */
  readonly photos?: readonly PhotoSource[] | undefined
  /** The choice that was tapped; absent when the text was typed. */
  readonly choice?: { readonly prompt: string; readonly value: string; readonly nonce?: string | undefined } | undefined
  /**
   * The person wants to read on. Tells which part of what was answered last comes next, as they read it; undefined where
   * all of it was shown.
   */
  readonly readOn?: ((shown: readonly ActivityBody[]) => number | undefined) | undefined
  /** Language of the person's client, such as `ko-KR`; only a first guess. */
  readonly locale?: string | undefined
  /** Echoed to the client with its own activity. */
  readonly from?: string | undefined
  readonly channelData?: Readonly<Record<string, unknown>> | undefined
}

/** What a turn answered. */
export type TurnOutcome = {
  readonly replies: readonly ActivityBody[]
  /** Sequence of the person's own activity in the transcript; undefined when consent lets us keep none of it. */
  readonly sequence: number | undefined
  /** For `consents`: which answers were taken; none where all had been answered before. */
  readonly consents?: readonly ReceiptPurpose[] | undefined
  /** The event was seen before: this is what was answered then. */
  readonly isRepeat?: boolean | undefined
  /** The turn failed, and the same event may be sent again: had it been written after all, it would get its answer. */
  readonly failed?: boolean | undefined
}

/** Runs one turn: one at a time per conversation, each event once, nothing shown before it is written. */
export type RunTurn = (event: InboundEvent) => Promise<TurnOutcome>

/** What a client that keeps a stream or polls can read: the conversation so far, wherever it lives. */
export type Transcript = {
  /** Activities numbered after `afterSequence`, in order. Empty for a conversation nobody knows. */
  list(conversationId: string, afterSequence: number): Promise<readonly TranscriptActivity[]>
  /** Calls back whenever the conversation has something new. @returns stops listening */
  follow(conversationId: string, listener: () => void): Promise<() => Promise<void>>
  /** The client has received everything up to this sequence: answers in it count as delivered. */
  received(conversationId: string, upToSequence: number): Promise<void>
}
