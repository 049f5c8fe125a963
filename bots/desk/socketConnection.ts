import { setTimeout as wait } from 'node:timers/promises'

import type { SocketModeReceiver } from '@slack/bolt'

import type { DeskLog } from './deskParts.ts'
import { errorCode } from './errorCode.ts'

type SocketClient = SocketModeReceiver['client']

const FIRST_PAUSE_MS = 1000
const LONGEST_PAUSE_MS = 60_000
/** A connection that ends sooner counts as failed, so that an app whose socket was switched off does not ask all the time. */
const STEADY_AFTER_MS = 60_000
/** How long Slack may take to say hello. */
const HELLO_WITHIN_MS = 30_000

/**
 * Keeps a socket to Slack open until it is stopped: whatever ends it, it is opened again, later each time it fails.
 * The library's own reconnecting must be off: where Slack cannot be reached it ends in an unhandled rejection.
 */
export function createSocketConnection(
  client: SocketClient,
  { now, log }: { readonly now: () => Date; readonly log: DeskLog },
): { readonly start: () => void; readonly stop: () => Promise<void> } {
  const stopping = new AbortController()
  let running: Promise<void> | undefined

  async function keepOpen(): Promise<void> {
    for (let failures = 0; !stopping.signal.aborted;) {
      const ended = new Promise<void>((resolve) => client.once('disconnected', () => resolve()))
      try {
        await withHello(client)
        const since = now().getTime()
        log.info({}, 'connected to Slack')
        // It was told to stop while Slack was being asked for an address.
        if (stopping.signal.aborted) void client.disconnect()
        await ended
        failures = now().getTime() - since >= STEADY_AFTER_MS ? 0 : failures + 1
      } catch (error) {
        failures += 1
        log.warn({ code: errorCode(error), failures }, 'Slack cannot be reached by socket')
      }
      const pauseMs = failures === 0 ? 0 : Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), LONGEST_PAUSE_MS)
      await wait(pauseMs, undefined, { signal: stopping.signal }).catch(() => {})
    }
  }

  return {
    start: () => {
      running ??= keepOpen()
    },
    stop: async () => {
      stopping.abort()
      await client.disconnect()
      await running
    },
  }
}

async function withHello(client: SocketClient): Promise<void> {
  const timer = setTimeout(() => void client.disconnect(), HELLO_WITHIN_MS)
  try {
    await client.start()
  } finally {
    clearTimeout(timer)
  }
}
