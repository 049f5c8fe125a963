/** Lets a service alone that fails again and again. */
export type CircuitBreaker = {
  /** @returns false while the service is let alone; after that true for one caller, until its outcome is known */
  mayTry(): boolean
  report(isGood: boolean): void
}

type Options = {
  /** So many failures one after the other, and it rests. */
  readonly failures?: number
  readonly restMs?: number
  /** A clock that only goes forward, in milliseconds. */
  readonly nowMs: () => number
}

/** Builds a breaker of this process alone: each instance finds out for itself. */
export function createCircuitBreaker({ failures = 3, restMs = 60_000, nowMs }: Options): CircuitBreaker {
  let failed = 0
  let restsUntil = 0

  return {
    mayTry() {
      if (failed < failures) return true
      if (nowMs() < restsUntil) return false
      // Whoever comes next waits for what this one finds out.
      restsUntil = nowMs() + restMs
      return true
    },
    report(isGood) {
      failed = isGood ? 0 : failed + 1
      if (failed >= failures) restsUntil = nowMs() + restMs
    },
  }
}
