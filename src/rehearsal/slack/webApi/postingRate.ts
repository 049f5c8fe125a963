/** Whether a message may be posted to a channel now. */
export type PostingRate = { readonly take: (channel: string) => boolean }

// About one message a second per channel, short bursts tolerated (docs.slack.dev/apis/web-api/rate-limits).
const perSecond = 1
const burst = 3

/** @param now milliseconds since 1970 */
export const createPostingRate = (now: () => number): PostingRate => {
  const buckets = new Map<string, { readonly left: number; readonly at: number }>()
  return {
    take: (channel) => {
      const bucket = buckets.get(channel) ?? { left: burst, at: now() }
      const left = Math.min(burst, bucket.left + ((now() - bucket.at) / 1000) * perSecond)
      buckets.set(channel, { left: left >= 1 ? left - 1 : left, at: now() })
      return left >= 1
    },
  }
}
