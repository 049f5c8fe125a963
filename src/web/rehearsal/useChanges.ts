import { useEffect, useState } from 'preact/hooks'

/** How often something has changed since the page was opened, and whether changes are still told. */
export type Changes = { readonly count: number; readonly isLost: boolean }

/** Follows an event stream. The browser connects again by itself; what was missed then counts as one change. */
export function useChanges(eventsUrl: string): Changes {
  const [changes, setChanges] = useState<Changes>({ count: 0, isLost: false })
  useEffect(() => {
    const events = new EventSource(eventsUrl)
    const changed = () => setChanges(({ count }) => ({ count: count + 1, isLost: false }))
    events.addEventListener('open', changed)
    events.addEventListener('message', changed)
    events.addEventListener('error', () => setChanges(({ count }) => ({ count, isLost: true })))
    return () => events.close()
  }, [eventsUrl])
  return changes
}
