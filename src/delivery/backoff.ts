const FIRST_MS = 1_000
const LONGEST_MS = 60_000
const JITTER = 0.2

/**
 * How long to wait after the given number of attempts: 1, 2, 4 … 60 seconds, and up to a fifth more, so that what
 * failed together is not tried together.
 *
 * @param random answers a number from 0 up to, not including, 1
 */
export function backoffMs(attempts: number, random: () => number): number {
  const base = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, attempts - 1))
  return Math.round(base * (1 + JITTER * random()))
}
