import type { ActivitySet, TapValue } from './activity.ts'
import { createDirectLineHttp, isFinal, isOver, type Fetch } from './directLineHttp.ts'
import { followStream } from './followStream.ts'
import type { ConversationKeeper, KeptConversation } from './keptConversation.ts'

/** Something the person says: typed, or tapped. The same `id` again is the same saying. */
export type Saying = { readonly id: string; readonly text: string; readonly value?: TapValue | undefined }

export type DirectLineClientOptions = {
  readonly baseUrl: string
  readonly locale: string
  readonly keeper: ConversationKeeper
  readonly fetch: Fetch
  readonly onActivities: (set: ActivitySet) => void
  readonly onConnection: (isOnline: boolean) => void
  /** The conversation before is over, and another has begun. */
  readonly onNewConversation: () => void
  readonly pace?: Pace
}

/** Milliseconds. */
type Pace = {
  readonly refresh: number
  readonly poll: number
  readonly silence: number
  readonly firstRetry: number
  readonly longestRetry: number
}

export type DirectLineClient = {
  /** Connects, and stays connected until `stop`. */
  start(): void
  /** Tries again now rather than in a while: the browser says that it is online. */
  retryNow(): void
  /** @returns whether the server has it; the same saying may be sent again where it has not */
  send(saying: Saying): Promise<boolean>
  stop(): void
}

type Opened = KeptConversation & { readonly streamUrl: string }

const usualPace: Pace = { refresh: 15 * 60_000, poll: 2000, silence: 45_000, firstRetry: 1000, longestRetry: 30_000 }
/** After so many streams that never opened, the client polls. */
const streamAttempts = 2

/** Speaks Direct Line 3.0: a stream where the network allows one, polling where not, and back again after every break. */
export function createDirectLineClient(options: DirectLineClientOptions): DirectLineClient {
  const { baseUrl, locale, keeper, onActivities, onConnection, onNewConversation, pace = usualPace } = options
  const http = createDirectLineHttp(baseUrl, options.fetch)
  const stopping = new AbortController()
  let hasBegun = keeper.find() !== undefined
  let watermark = ''
  let unopenedStreams = 0
  let interrupt = new AbortController()

  const take = (set: ActivitySet): void => {
    watermark = set.watermark ?? watermark
    onActivities(set)
  }

  const open = async (): Promise<Opened> => {
    const kept = keeper.find() ?? (await http<KeptConversation>('POST', '/tokens/generate', { body: {} }))
    keeper.keep(kept)
    const { conversationId, token } = kept
    const opened = hasBegun
      ? await http<Opened>('GET', `/conversations/${conversationId}?watermark=${watermark}`, { token })
      : await http<Opened>('POST', '/conversations', { token, body: { locale } })
    hasBegun = true
    keeper.keep(opened)
    return opened
  }

  const poll = async (conversationId: string): Promise<void> => {
    while (!interrupt.signal.aborted) {
      const path = `/conversations/${conversationId}/activities?watermark=${watermark}`
      take(await http<ActivitySet>('GET', path, { token: keeper.find()?.token }))
      onConnection(true)
      await pause(pace.poll, interrupt.signal)
    }
  }

  const follow = async ({ conversationId, streamUrl }: Opened): Promise<void> => {
    if (unopenedStreams >= streamAttempts) return poll(conversationId)
    onConnection(true)
    const stream = { url: streamUrl, silenceMs: pace.silence, signal: interrupt.signal, onActivities: take }
    unopenedStreams = (await followStream(stream)) ? 0 : unopenedStreams + 1
  }

  const leave = (): void => {
    const hadConversation = keeper.find() !== undefined
    keeper.forget()
    hasBegun = false
    watermark = ''
    if (hadConversation) onNewConversation()
  }

  const run = async (): Promise<void> => {
    let failures = 0
    while (!stopping.signal.aborted) {
      interrupt = new AbortController()
      try {
        await follow(await open())
        failures = 0
      } catch (error) {
        failures += 1
        if (isOver(error)) leave()
        else onConnection(false)
      }
      await pause(retryDelayMs(failures, pace), interrupt.signal)
    }
  }

  const refresh = async (): Promise<void> => {
    const token = keeper.find()?.token
    if (token) keeper.keep(await http<KeptConversation>('POST', '/tokens/refresh', { token }))
  }

  const post = async ({ id, text, value }: Saying): Promise<void> => {
    const { conversationId, token } = keeper.find() ?? { conversationId: 'none', token: undefined }
    const body = { type: 'message', text, value, locale, channelData: { clientActivityID: id } }
    await http('POST', `/conversations/${conversationId}/activities`, { token, body })
  }

  return {
    start() {
      void run()
      // Where a renewal fails, the next call finds out and says what to do.
      const renewal = setInterval(() => void refresh().catch(() => undefined), pace.refresh)
      stopping.signal.addEventListener('abort', () => clearInterval(renewal))
    },
    retryNow: () => interrupt.abort(),
    async send(saying) {
      try {
        // A second try is the same event to the server, so it does no harm where the first had arrived.
        await post(saying).catch(async (error: unknown) => {
          if (isFinal(error)) throw error
          await pause(pace.firstRetry, stopping.signal)
          await post(saying)
        })
        return true
      } catch (error) {
        if (isOver(error)) interrupt.abort()
        return false
      }
    },
    stop() {
      stopping.abort()
      interrupt.abort()
    },
  }
}

/** Doubles with every failure; spread, so that a restarted server does not meet all its clients at once. */
function retryDelayMs(failures: number, { firstRetry, longestRetry }: Pace): number {
  const delayMs = Math.min(longestRetry, firstRetry * 2 ** Math.max(0, failures - 1))
  return delayMs * (0.5 + Math.random() / 2)
}

function pause(delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const timer = setTimeout(resolve, delayMs)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
