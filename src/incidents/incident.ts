import type { Channel, Language } from '../tickets/ticket.ts'
import type { CrisisKind } from '../tickets/vocabulary.ts'

/**
 * Where somebody in danger is and how to call them: what the duty contact needs at once, and no more (개인정보 보호법
 * §15①5). Neither what happened nor a name.
 */
export type IncidentContact = {
  readonly v: 1
  /** In their words, such as `7층 712호`; absent where they did not say. */
  readonly place?: string | undefined
  /** Digits; present only where they may be called. */
  readonly phone?: string | undefined
}

/** A danger somebody told of, about to be written. Nothing in it leads to the conversation. */
export type NewIncident = {
  /** Such as `E26-7KQ4MZ`. */
  readonly number: string
  readonly crisis: CrisisKind
  readonly channel: Channel
  readonly language: Language
  readonly at: Date
  /** The incident told of before in the same conversation, where that is not long ago. */
  readonly follows: string | undefined
}

/** A danger as those on duty see it in a list: that there is one, since when, and whether somebody looked. */
export type IncidentLine = Pick<NewIncident, 'number' | 'at'> & {
  /** Slack user id of the first who opened it. */
  readonly openedBy: string | undefined
  readonly openedAt: Date | undefined
}

/** A danger as it stands. */
export type Incident = NewIncident &
  IncidentLine & {
    /** `destroyed`: it was given, and its time is over. */
    readonly contactState: 'none' | 'given' | 'destroyed'
    /** The ticket filed in the same conversation; absent too where that was filed without a name. */
    readonly ticketNumber: string | undefined
  }
