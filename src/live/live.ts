/** What must be quick and shared, but never is the record: losing it loses no ticket and sends nothing twice. */
export type Live = {
  readonly locks: Locks
  readonly rateLimit: RateLimit
  readonly wakeUps: WakeUps
  readonly hold: Hold
  /** Whether calls reach what is shared right now. */
  isReady(): boolean
  close(): Promise<void>
}

/** One piece of work at a time per key, whatever the number of instances. */
export type Locks = {
  /**
   * Runs `work` alone under `key`; whoever waits within one process is served in order of arrival. Not re-entrant.
   * The signal aborts, with a LiveError `lock_lost`, when the lock can no longer be vouched for.
   *
   * @throws LiveError `lock_busy` when the lock is not free after `waitMs`; `live_unavailable`; what `work` throws.
   */
  withLock<T>(key: string, options: LockOptions, work: (signal: AbortSignal) => Promise<T>): Promise<T>
}

type LockOptions = {
  /** How long the lock outlives a process that died with it. It is renewed for as long as the work runs. */
  readonly ttlMs: number
  /** How long to wait for it. */
  readonly waitMs: number
}

/** Counts per key in fixed windows. */
export type RateLimit = {
  /** Takes one point. Always answers: while Redis is away, each instance counts for itself. */
  take(key: string, limit: Limit): Promise<RateLimitAnswer>
}

export type Limit = { readonly points: number; readonly perSeconds: number }

/** `retryAfterSeconds` is 0 when allowed, and at least 1 when not. */
type RateLimitAnswer = { readonly allowed: boolean; readonly retryAfterSeconds: number }

/** Hints that there is something to look at. They may be lost: who listens also looks now and then. */
export type WakeUps = {
  /** Never throws. */
  publish(topic: string, payload?: string): Promise<void>
  /** Hears every later publication, also one's own, until the returned function is called. */
  subscribe(topic: string, listener: WakeUpListener): Promise<() => Promise<void>>
}

export type WakeUpListener = (payload: string) => void

/** Keeps words that may not be written down yet: encrypted, gone when their time is up, never in PostgreSQL. */
export type Hold = {
  /** Undefined when nothing is held, its time is up, or it was lost. @throws LiveError `live_unavailable` */
  get(key: string): Promise<string | undefined>
  /** Replaces what is held under `key`. @throws LiveError `live_unavailable` */
  put(key: string, value: string, ttlSeconds: number): Promise<void>
  /** @throws LiveError `live_unavailable` */
  delete(key: string): Promise<void>
}

/** Where the live part tells of trouble; a pino logger fits. */
export type LiveLog = { warn(fields: object, message: string): void }
