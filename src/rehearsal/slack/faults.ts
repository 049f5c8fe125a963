import { z } from 'zod'

/**
 * A way for Slack to fail. “AfterAccept” means that what was asked has been done and only the answer is lost: the case in
 * which a client that simply repeats itself posts twice.
 */
export const faultSchema = z.object({
  /** A Web API method, or `response_url`; absent: all of them. */
  method: z.string().optional(),
  mode: z.union([
    z.enum([
      'error500',
      'error500AfterAccept',
      'rateLimit',
      'hang',
      'hangAfterAccept',
      'reset',
      'resetAfterAccept',
      'away',
    ]),
    z.object({ error: z.string(), accept: z.boolean() }),
  ]),
  /** How many calls it meets; absent: every one. */
  times: z.number().int().positive().optional(),
  /** How long it lasts from now; absent: until cleared. A rate limit tells what is left of it, or 1, as Retry-After. */
  seconds: z.number().positive().optional(),
})

type Fault = z.infer<typeof faultSchema>

/** A fault that meets one call. */
export type MetFault = { readonly mode: Fault['mode']; readonly secondsLeft: number }

export type Faults = {
  /** Sets a fault, in place of an earlier one for the same method. */
  readonly set: (fault: Fault) => void
  readonly clear: () => void
}

/**
 * @param now milliseconds since 1970
 * @param goAway runs when all of Slack goes away, to cut what is open already
 */
export const createFaults = (
  now: () => number,
  goAway: () => void,
): Faults & { readonly meet: (method: string) => MetFault | undefined } => {
  const live = new Map<string, { readonly fault: Fault; readonly until: number; readonly left: number }>()
  const meetOne = (key: string): MetFault | undefined => {
    const entry = live.get(key)
    if (entry === undefined) return undefined
    if (entry.left <= 0 || now() >= entry.until) return void live.delete(key)
    live.set(key, { ...entry, left: entry.left - 1 })
    const secondsLeft = entry.until === Infinity ? 1 : Math.ceil((entry.until - now()) / 1000)
    return { mode: entry.fault.mode, secondsLeft }
  }
  return {
    set: (fault) => {
      const until = fault.seconds === undefined ? Infinity : now() + fault.seconds * 1000
      live.set(fault.method ?? everyMethod, { fault, until, left: fault.times ?? Infinity })
      if (fault.mode === 'away' && fault.method === undefined) goAway()
    },
    clear: () => live.clear(),
    meet: (method) => meetOne(method) ?? meetOne(everyMethod),
  }
}

const everyMethod = '*'
