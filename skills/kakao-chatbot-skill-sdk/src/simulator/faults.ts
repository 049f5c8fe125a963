/** What goes wrong, until it is set otherwise. Everything absent works. */
export interface Faults {
  /** Added to the way from Kakao to the skill; it counts towards the five seconds. */
  readonly slowMs?: number
  /** Each skill call goes out twice at once; the phone shows the first one's answer. */
  readonly duplicate?: boolean
  /** The skill's answers get lost: the phone shows nothing. */
  readonly dropAnswers?: boolean
  /** Event API calls are not accepted: an error status, or no answer at all. */
  readonly refuseEvents?: 'http500' | 'http429' | 'hang'
}

/** The switchboard of a simulator's faults. */
export interface FaultSwitch {
  readonly current: () => Faults
  /** Replaces all faults; `set({})` ends them. */
  readonly set: (faults: Faults) => void
}

/** Starts without faults. */
export const createFaultSwitch = (): FaultSwitch => {
  let faults: Faults = {}
  return {
    current: () => faults,
    set: (next) => {
      faults = next
    },
  }
}
