/** What changed: a conversation (`channel`), or what one person sees alone (`person`: ephemerals, modals, home). */
type SlackChange = { readonly kind: 'channel' | 'person'; readonly id: string }

export type SlackChanges = {
  readonly tell: (change: SlackChange) => void
  /** @returns the function that stops the listening */
  readonly listen: (listener: (change: SlackChange) => void) => () => void
}

export const createChanges = (): SlackChanges => {
  const listeners = new Set<(change: SlackChange) => void>()
  return {
    tell: (change) => {
      for (const listener of listeners) listener(change)
    },
    listen: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
