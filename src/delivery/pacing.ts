/** Which destinations may not be sent to right now. */
export type Pacing = {
  begin(destination: string): void
  /** @param isPaced whether the destination has to be left alone for a while */
  end(destination: string, isPaced: boolean): void
  listBusy(): readonly string[]
  /** When the next of them is free again; undefined when none is, or all wait for an attempt to end. */
  findNextFreeAt(): Date | undefined
}

/** Keeps sends to one destination apart: one at a time, and `paceMs` from the end of one to the next. */
export function createPacing({ now, paceMs }: { now: () => Date; paceMs: number }): Pacing {
  /** Milliseconds since 1970; infinite while an attempt is under way. */
  const busyUntil = new Map<string, number>()

  function forgetFree(): void {
    for (const [destination, until] of busyUntil) if (until <= now().getTime()) busyUntil.delete(destination)
  }

  return {
    begin(destination) {
      busyUntil.set(destination, Infinity)
    },
    end(destination, isPaced) {
      busyUntil.set(destination, isPaced ? now().getTime() + paceMs : 0)
    },
    listBusy() {
      forgetFree()
      return [...busyUntil.keys()]
    },
    findNextFreeAt() {
      forgetFree()
      const earliest = Math.min(...busyUntil.values())
      return Number.isFinite(earliest) ? new Date(earliest) : undefined
    },
  }
}
