/** Knows what is still being done, so that a stop can wait for it. */
export type InFlight = {
  /** @returns the same promise */
  readonly track: (work: Promise<void>) => Promise<void>
  /** Resolves when nothing tracked so far is left; never rejects. */
  readonly settled: () => Promise<void>
}

/** Keeps count of work that goes on after its request was answered. */
export function createInFlight(): InFlight {
  const running = new Set<Promise<void>>()
  return {
    track: (work) => {
      running.add(work)
      const forget = (): void => void running.delete(work)
      work.then(forget, forget)
      return work
    },
    settled: async () => {
      await Promise.allSettled(running)
    },
  }
}
