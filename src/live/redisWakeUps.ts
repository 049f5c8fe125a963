import type { Redis } from 'ioredis'
import type { LiveLog, WakeUps } from './live.ts'
import { createWakeUpListeners } from './wakeUpListeners.ts'

const prefix = 'sori:wake:'

/**
 * Wake-ups through Redis' publish and subscribe. Listeners stay registered while Redis is away and hear again once it
 * is back; what was published meanwhile is lost.
 *
 * @param subscriber a connection of its own, not yet connected: one that subscribes can do nothing else
 */
export function createRedisWakeUps(redis: Redis, subscriber: Redis, log: LiveLog): WakeUps {
  const listeners = createWakeUpListeners(log)
  const listenTo = async (topics: readonly string[]): Promise<void> => {
    if (topics.length === 0 || subscriber.status !== 'ready') return
    // When this fails the connection is breaking, and the next one asks for every topic.
    await subscriber.subscribe(...topics.map((topic) => prefix + topic)).catch(() => undefined)
  }
  subscriber.on('ready', () => void listenTo(listeners.topics()))
  subscriber.on('message', (channel, payload) => listeners.deliver(channel.slice(prefix.length), payload))
  return {
    async publish(topic, payload = '') {
      await redis.publish(prefix + topic, payload).catch(() => {
        log.warn({ code: 'wake_up_lost' }, 'A wake-up could not be published.')
      })
    },
    async subscribe(topic, listener) {
      const remove = listeners.add(topic, listener)
      await listenTo([topic])
      return async () => {
        remove()
        if (listeners.topics().includes(topic)) return
        await subscriber.unsubscribe(prefix + topic).catch(() => undefined)
      }
    },
  }
}
