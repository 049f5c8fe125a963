/** What goes wrong, until it is set otherwise. Everything absent works. */
export interface Faults {
  /** Added to the way from Kakao to the skill; it counts towards the five seconds. */
  readonly slowMs?: number
  /** Each skill call goes out twice at once; the phone shows the first one's answer. */
  readonly duplicate?: boolean
  /** A skill call waits until a later one has been answered, or for a second. */
  readonly reorder?: boolean
  /** The skill's answers get lost: the phone shows nothing. */
  readonly dropAnswers?: boolean
  /** Event API calls are not accepted: an error status, or no answer at all. */
  readonly refuseEvents?: 'http500' | 'http429' | 'hang'
}

/** A call that may go wrong. `number` counts the calls of its kind, from 0; `userId` is absent for events. */
export interface FaultyCall {
  readonly kind: 'skill' | 'event'
  readonly number: number
  readonly userId?: string
}

/** The same faults for every call, or each call's own: with a seeded generator, some of them at random. */
export type FaultPlan = Faults | ((call: FaultyCall) => Faults)

/** The switchboard of a simulator's faults. */
export interface FaultSwitch {
  /** Replaces all faults; `set({})` ends them. */
  readonly set: (plan: FaultPlan) => void
  /** The faults of the next call of a kind. */
  readonly next: (call: Omit<FaultyCall, 'number'>) => Faults
}

/** Starts without faults. */
export const createFaultSwitch = (): FaultSwitch => {
  const counts = { skill: 0, event: 0 }
  let plan: FaultPlan = {}
  return {
    set: (next) => {
      plan = next
    },
    next: (call) => {
      const number = counts[call.kind]
      counts[call.kind] += 1
      return typeof plan === 'function' ? plan({ ...call, number }) : plan
    },
  }
}
