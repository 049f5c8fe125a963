/** Hands out everything Slack numbers: message timestamps and object ids. Counted, not random, so that a run repeats. */
export type SlackIds = {
  /** A message timestamp, `seconds.microseconds`: unique and increasing even while the clock stands still. */
  readonly ts: () => string
  /** An object id with the letter Slack gives its kind: `V` view, `D` direct message, `Ev` event … */
  readonly next: (prefix: string) => string
}

/** @param now milliseconds since 1970 */
export const createSlackIds = (now: () => number): SlackIds => {
  let lastMicros = 0
  let count = 0
  return {
    ts: () => {
      lastMicros = Math.max(Math.floor(now()) * 1000, lastMicros + 1)
      return `${Math.floor(lastMicros / 1e6)}.${String(lastMicros % 1e6).padStart(6, '0')}`
    },
    next: (prefix) => {
      count += 1
      return `${prefix}${count.toString(36).toUpperCase().padStart(8, '0')}`
    },
  }
}

/** A timestamp as whole microseconds, for comparing; the fraction may be absent. NaN where it is no timestamp. */
export const microsOf = (ts: string): number => {
  const [seconds = '', fraction = ''] = ts.split('.')
  return Number(seconds) * 1e6 + Number(fraction.padEnd(6, '0').slice(0, 6))
}
