import { RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible'
import type { Limit, RateLimit } from './live.ts'

/** What each limiter is made with; the prefix keeps two limits on one key apart. */
export type LimiterOptions = { readonly points: number; readonly duration: number; readonly keyPrefix: string }

/** A rate limit over limiters that `createLimiter` makes: one for each limit in use. */
export function createRateLimit(createLimiter: (options: LimiterOptions) => RateLimiterAbstract): RateLimit {
  const limiters = new Map<string, RateLimiterAbstract>()
  const limiterFor = ({ points, perSeconds }: Limit): RateLimiterAbstract => {
    const keyPrefix = `sori:rate:${points}/${perSeconds}`
    const limiter = limiters.get(keyPrefix) ?? createLimiter({ points, duration: perSeconds, keyPrefix })
    limiters.set(keyPrefix, limiter)
    return limiter
  }
  return {
    async take(key, limit) {
      try {
        await limiterFor(limit).consume(key)
        return { allowed: true, retryAfterSeconds: 0 }
      } catch (refusal) {
        // It refuses by throwing its answer.
        if (!(refusal instanceof RateLimiterRes)) throw refusal
        return { allowed: false, retryAfterSeconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) }
      }
    },
  }
}
