import type { ActivitySet } from './activity.ts'

export type FollowStream = {
  readonly url: string
  /** The server sends an empty frame every 15 seconds; a stream that is silent for so long is dead. */
  readonly silenceMs: number
  /** Ends the stream. */
  readonly signal: AbortSignal
  readonly onActivities: (set: ActivitySet) => void
}

/**
 * Follows a conversation's stream until it closes, for whatever reason.
 *
 * @returns whether it had been open: a network that lets no WebSocket through never opens one
 */
export function followStream({ url, silenceMs, signal, onActivities }: FollowStream): Promise<boolean> {
  if (signal.aborted) return Promise.resolve(false)
  return new Promise((resolve) => {
    const socket = new WebSocket(url)
    const over = new AbortController()
    let wasOpen = false
    let silence = setTimeout(end, silenceMs)

    function end(): void {
      clearTimeout(silence)
      over.abort()
      socket.close()
      resolve(wasOpen)
    }

    function hear({ data }: MessageEvent): void {
      clearTimeout(silence)
      silence = setTimeout(end, silenceMs)
      if (data !== '') onActivities(JSON.parse(data))
    }

    const whileOpen = { signal: over.signal }
    socket.addEventListener('open', () => (wasOpen = true), whileOpen)
    socket.addEventListener('message', hear, whileOpen)
    socket.addEventListener('close', end, whileOpen)
    signal.addEventListener('abort', end, whileOpen)
  })
}
