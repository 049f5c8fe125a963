import type { ContextValue } from '../skillResponse.ts'

/** One entry of `contexts` in a payload. `ttl` is what is left, in seconds. */
export interface WireContext {
  readonly name: string
  readonly lifespan: number
  readonly ttl: number
  readonly params: Readonly<Record<string, { readonly value: string; readonly resolvedValue: string }>>
}

/** The contexts of one chat, as the engine keeps them between turns. */
export interface Contexts {
  /** What the next payload brings. */
  readonly active: () => readonly WireContext[]
  /** A turn was answered: everything that was active has one turn less, and the answer's own values apply. */
  readonly endTurn: (values: readonly ContextValue[]) => void
  /** Values that arrive without a turn of their own, by callback. */
  readonly apply: (values: readonly ContextValue[]) => void
}

interface Entry {
  readonly lifespan: number
  readonly expiresAt: number
  readonly params: Readonly<Record<string, string>>
}

/** Kakao documents no default; ten minutes are the simulator's choice. */
const defaultTtlSeconds = 600

const wireParams = (params: Readonly<Record<string, string>>): WireContext['params'] =>
  Object.fromEntries(Object.entries(params).map(([key, value]) => [key, { value, resolvedValue: value }]))

/** `now` in milliseconds since the epoch. */
export const createContexts = (now: () => number): Contexts => {
  const entries = new Map<string, Entry>()

  const dropEnded = (): void => {
    for (const [name, { lifespan, expiresAt }] of entries) {
      if (lifespan <= 0 || expiresAt <= now()) entries.delete(name)
    }
  }

  const apply: Contexts['apply'] = (values) => {
    for (const { name, lifeSpan, ttl = defaultTtlSeconds, params = {} } of values) {
      entries.set(name, { lifespan: lifeSpan, expiresAt: now() + ttl * 1000, params })
    }
    dropEnded()
  }

  return {
    active: () => {
      dropEnded()
      return [...entries].map(([name, { lifespan, expiresAt, params }]) => ({
        name,
        lifespan,
        ttl: Math.ceil((expiresAt - now()) / 1000),
        params: wireParams(params),
      }))
    },
    endTurn: (values) => {
      for (const [name, entry] of entries) entries.set(name, { ...entry, lifespan: entry.lifespan - 1 })
      apply(values)
    },
    apply,
  }
}
