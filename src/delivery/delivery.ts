/** What a delivery does. `slack_card` brings a ticket's card up to date: the first posts it, later ones change it. */
export type DeliveryKind =
  'slack_card' | 'slack_note' | 'slack_page' | 'slack_alarm' | 'patient_reply' | 'guardian_link' | 'photo_fetch'

/**
 * `pending` to be tried · `unclear` tried, and nobody knows whether it arrived · `waiting` for the other side to come by
 * · `sent` · `delivered` seen to arrive · `superseded` by a newer one · `parked` can never be sent as it is.
 */
export const DELIVERY_STATES = ['pending', 'unclear', 'waiting', 'sent', 'delivered', 'superseded', 'parked'] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]

/** What a sender needs to know besides the ticket; never personal data. */
export type DeliveryPayload = {
  /** Ticket revision this delivery was written for. */
  readonly revision?: number | undefined
  /** A locale key and its values, for notes, pages and alarms. */
  readonly message?: { readonly key: string; readonly values: Readonly<Record<string, string>> } | undefined
}

/** A row of the outbox about to be written, in the same transaction as the change it tells of. */
export type NewDelivery = {
  readonly id: string
  readonly kind: DeliveryKind
  /** The ticket it is about; absent for pages and alarms about none. */
  readonly ticketId: string | undefined
  /** Slack channel id, or our conversation id: what is paced together. */
  readonly destination: string
  /** Deliveries with the same key go out one after another, oldest first. */
  readonly orderKey: string
  /** 0 goes before 1 goes before 2. */
  readonly priority: 0 | 1 | 2
  readonly payload: DeliveryPayload
}

/** A row of the outbox. */
export type Delivery = NewDelivery & {
  readonly state: DeliveryState
  readonly attempts: number
  readonly createdAt: Date
  readonly firstAttemptAt: Date | undefined
  readonly nextAttemptAt: Date
  /** Stable code of the last failure. */
  readonly errorCode: string | undefined
  /** What the other side calls it, such as a Slack message's channel and ts. */
  readonly reference: SlackReference | undefined
}

export type SlackReference = { readonly channel: string; readonly ts: string }

/** What came of one attempt. */
export type SendOutcome =
  | { readonly kind: 'sent'; readonly reference?: SlackReference | undefined }
  /** It reached the person. */
  | { readonly kind: 'delivered' }
  /** Nothing can be done until the other side comes by: the turn that then runs shows it. */
  | { readonly kind: 'waiting' }
  /** A newer delivery says all this one would. */
  | { readonly kind: 'superseded' }
  /** Not accepted, and trying later is safe. */
  | { readonly kind: 'retry'; readonly afterMs: number; readonly code: string }
  /** It may have been accepted: to be settled by looking, never by sending again blindly. */
  | { readonly kind: 'unclear'; readonly code: string }
  /** It can never be accepted as it is. */
  | { readonly kind: 'rejected'; readonly code: string }

/** What looking for an unclear delivery found. */
export type SettleOutcome =
  | { readonly kind: 'found'; readonly reference: SlackReference }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unknown'; readonly code: string }

/** Carries deliveries of one or more kinds to their destination. Each call has its own timeout. */
export type Sender = {
  send(delivery: Delivery): Promise<SendOutcome>
  /** Looks on the other side for a delivery that may have arrived. */
  settle(delivery: Delivery): Promise<SettleOutcome>
}
