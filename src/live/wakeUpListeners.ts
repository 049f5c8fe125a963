import type { LiveLog, WakeUpListener } from './live.ts'

/** Who in this process listens to what. */
export type WakeUpListeners = {
  /** Returns how to take the listener away again; calling it twice does nothing more. */
  add(topic: string, listener: WakeUpListener): () => void
  deliver(topic: string, payload: string): void
  topics(): readonly string[]
}

/** Listeners are independent of each other: one that throws is logged by code and keeps nobody from hearing. */
export function createWakeUpListeners(log: LiveLog): WakeUpListeners {
  const byTopic = new Map<string, Set<{ readonly listener: WakeUpListener }>>()
  return {
    add(topic, listener) {
      const entry = { listener }
      const entries = byTopic.get(topic) ?? new Set()
      byTopic.set(topic, entries.add(entry))
      return () => {
        entries.delete(entry)
        if (entries.size === 0 && byTopic.get(topic) === entries) byTopic.delete(topic)
      }
    },
    deliver(topic, payload) {
      byTopic.get(topic)?.forEach(({ listener }) => callSafely(listener, payload, log))
    },
    topics: () => [...byTopic.keys()],
  }
}

function callSafely(listener: WakeUpListener, payload: string, log: LiveLog): void {
  try {
    listener(payload)
  } catch (error) {
    const name = error instanceof Error ? error.name : typeof error
    log.warn({ code: 'wake_up_listener_failed', error: name }, 'A wake-up listener failed.')
  }
}
