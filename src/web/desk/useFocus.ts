import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

/** A heading that takes the focus when it appears, so that keyboards and screen readers go on from there. */
export function useFocus(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return heading
}
