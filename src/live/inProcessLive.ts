import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { DataKey } from '../store/encryption/sealing.ts'
import { openHeld, sealHeld } from './heldValue.ts'
import { createInProcessLocks } from './inProcessLocks.ts'
import type { Hold, Live, LiveLog, WakeUps } from './live.ts'
import { createRateLimit } from './rateLimit.ts'
import { createWakeUpListeners } from './wakeUpListeners.ts'

/** The live part of an application that runs as one process. Nothing of it survives that process. */
export function createInProcessLive({ holdKey, log }: { holdKey: DataKey; log: LiveLog }): Live {
  const hold = createInProcessHold(holdKey)
  let open = true
  return {
    locks: createInProcessLocks(),
    rateLimit: createRateLimit((options) => new RateLimiterMemory(options)),
    wakeUps: createInProcessWakeUps(log),
    hold,
    isReady: () => open,
    async close() {
      open = false
      hold.clear()
    },
  }
}

function createInProcessWakeUps(log: LiveLog): WakeUps {
  const listeners = createWakeUpListeners(log)
  return {
    async publish(topic, payload = '') {
      // Later, as over a network: a publisher must not run its listeners' work within its own.
      setImmediate(() => listeners.deliver(topic, payload))
    },
    async subscribe(topic, listener) {
      const remove = listeners.add(topic, listener)
      return async () => remove()
    },
  }
}

// Encrypted in memory too: a heap snapshot or a core dump then shows no words.
function createInProcessHold(holdKey: DataKey): Hold & { clear(): void } {
  const held = new Map<string, { readonly sealed: Buffer; readonly expiry: NodeJS.Timeout }>()
  const forget = (key: string): void => {
    clearTimeout(held.get(key)?.expiry)
    held.delete(key)
  }
  return {
    async get(key) {
      const found = held.get(key)
      return found && openHeld(holdKey, key, found.sealed)
    },
    async put(key, value, ttlSeconds) {
      forget(key)
      const expiry = setTimeout(() => held.delete(key), ttlSeconds * 1000).unref()
      held.set(key, { sealed: sealHeld(holdKey, key, value), expiry })
    },
    async delete(key) {
      forget(key)
    },
    clear: () => [...held.keys()].forEach(forget),
  }
}
