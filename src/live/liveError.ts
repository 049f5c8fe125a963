/** The stable codes a {@link LiveError} carries. `lock_lost` is only ever the reason of an aborted lock signal. */
export type LiveErrorCode = 'live_unavailable' | 'lock_busy' | 'lock_lost'

const messages: Readonly<Record<LiveErrorCode, string>> = {
  live_unavailable: 'Redis cannot be reached.',
  lock_busy: 'The lock did not become free in time.',
  lock_lost: 'The lock was lost while its work was running.',
}

/** An expected failure of the live part. */
export class LiveError extends Error {
  readonly code: LiveErrorCode

  constructor(code: LiveErrorCode, options?: ErrorOptions) {
    super(messages[code], options)
    this.name = 'LiveError'
    this.code = code
  }
}
