import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

/** Someone this near to the end, in pixels, reads the newest. */
const NEAR_PX = 160

/**
 * Keeps the newest of a list in sight, unless the reader has scrolled back.
 *
 * @param place changes when another list is shown: that one starts at its end
 */
export function useStickToEnd<E extends HTMLElement>(place: string, content: unknown): RefObject<E | null> {
  const list = useRef<E>(null)
  const shown = useRef<{ readonly place: string; readonly height: number }>({ place: '', height: 0 })
  useLayoutEffect(() => {
    const element = list.current
    if (!element) return
    const { scrollTop, clientHeight, scrollHeight } = element
    const wasNearEnd = shown.current.height - scrollTop - clientHeight < NEAR_PX
    if (shown.current.place !== place || wasNearEnd) element.scrollTo({ top: scrollHeight })
    shown.current = { place, height: scrollHeight }
  }, [place, content])
  return list
}
